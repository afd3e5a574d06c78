"use server";

import { redirect } from "next/navigation";
import { goToProvider, safeNext, signInHere, textOf } from "@/app/sign-in-cookie";

export interface SignInState {
  email?: string;
  refusal?: "wrong" | "busy";
}

/** Signs in with e-mail and password and goes on to where somebody wanted to go. */
export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const email = textOf(form, "email");
  const refusal = await signInHere(email, textOf(form, "password"));
  if (refusal) return { email, refusal };
  redirect(safeNext(textOf(form, "next")));
}

/** Goes to the organisation's own sign-in. */
export async function signInWithProvider(form: FormData): Promise<void> {
  await goToProvider({ kind: "signIn" }, safeNext(textOf(form, "next")));
  redirect("/sign-in?problem=provider");
}
