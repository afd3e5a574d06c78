"use server";

import { textOf } from "@/app/sign-in-cookie";
import { running } from "@/server/running";

export interface MailState {
  sent: boolean;
}

/** Says the same at once for every address; what it leads to happens afterwards. */
export async function requestLink(
  purpose: "signIn" | "reset",
  _: MailState,
  form: FormData,
): Promise<MailState> {
  running().mailed?.request(purpose === "reset" ? "reset" : "signIn", textOf(form, "email"));
  return { sent: true };
}
