"use server";

import type { AccountFormState } from "@/app/account-form";
import { makeAccount } from "@/app/make-account";
import { asText } from "@/app/sign-in-cookie";
import { running } from "@/server/running-server";

/** The first account, by the link of the terminal. The token comes from the page, so it is checked again. */
export async function createAccount(
  token: string,
  _: AccountFormState,
  form: FormData,
): Promise<AccountFormState> {
  return await makeAccount(form, (details) =>
    running().accounts.createFirstAccount(asText(token), details),
  );
}
