"use server";

import { redirect } from "next/navigation";
import type { AccountFormState } from "@/app/account-form";
import { asText, signInByLinkHere, signInHere, textOf } from "@/app/sign-in-cookie";
import { running } from "@/server/running-server";

export interface LinkState {
  problem?: "linkGone" | "linkEmailTaken" | "busy";
}

/** Signs in with a link from an e-mail. */
export async function signInWithLink(token: string): Promise<LinkState> {
  const refusal = await signInByLinkHere(asText(token));
  if (refusal) return { problem: refusal === "busy" ? "busy" : "linkGone" };
  redirect("/sessions");
}

/** The address that the letter went to becomes the account's. */
export async function confirmEmail(token: string): Promise<LinkState> {
  const answer = await running().ownAccount.confirmEmail(asText(token));
  if (answer === "link") return { problem: "linkGone" };
  if (answer === "taken") return { problem: "linkEmailTaken" };
  // On the account's page where somebody is signed in, else on that of the sign-in.
  redirect("/sign-in?done=email&next=%2Fsessions%2Faccount");
}

export interface ResetState extends Pick<AccountFormState, "fields" | "linkGone"> {
  busy?: boolean;
}

/** A new password, with which this browser is signed in at once. */
export async function resetPassword(
  token: string,
  _: ResetState,
  form: FormData,
): Promise<ResetState> {
  const password = textOf(form, "password");
  const answer = await running().ownAccount.resetPassword(asText(token), password);
  if (answer === null) return { linkGone: true };
  if (!answer.ok) return "fields" in answer ? { fields: answer.fields } : { busy: true };
  const refusal = await signInHere(answer.email, password);
  redirect(refusal ? "/sign-in" : "/sessions");
}
