"use server";

import { textOf } from "@/app/sign-in-cookie";
import { running } from "@/server/running-server";

export interface MailState {
  sent: boolean;
  /** What was entered, so that the form still shows where a link was asked for. */
  email?: string;
}

/** Says the same at once for every address; what it leads to happens afterwards. */
export async function requestLink(
  purpose: "signIn" | "reset",
  _: MailState,
  form: FormData,
): Promise<MailState> {
  const email = textOf(form, "email");
  running().mailed?.request(purpose === "reset" ? "reset" : "signIn", email);
  return { sent: true, email };
}
