"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { AccountFormState } from "@/app/account-form";
import { makeAccount } from "@/app/make-account";
import { asText, goToProvider } from "@/app/sign-in-cookie";
import { running } from "@/server/running-server";

/** An account by invitation. The token comes from the page, so it is checked again. */
export async function createAccount(
  token: string,
  _: AccountFormState,
  form: FormData,
): Promise<AccountFormState> {
  return await makeAccount(form, (details) =>
    running().accounts.acceptInvitation(asText(token), details),
  );
}

/** An account by invitation that the organisation's sign-in opens, without a password. */
export async function acceptWithProvider(token: string): Promise<void> {
  // What is no open invitation leads nowhere, and not every text can stand in an address.
  if (!(await running().accounts.invitationFor(asText(token)))) redirect("/sign-in?problem=link");
  const language = (await getLocale()) === "en" ? "en" : "de";
  await goToProvider({ kind: "invite", token, language }, "/sessions");
  redirect(`/invite/${token}?problem=provider`);
}
