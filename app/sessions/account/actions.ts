"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { goToProvider, signOutHere, textOf } from "@/app/sign-in-cookie";
import { isLocale, LOCALE_COOKIE, LOCALE_COOKIE_SECONDS } from "@/lib/i18n/locale";
import type { FieldProblem } from "@/lib/ui/new-password-field";
import { running } from "@/server/running-server";

/** What one form of the account page shows after it was sent. Passwords never travel back. */
export interface ChangeState {
  name?: string;
  email?: string;
  done?: boolean;
  /** For a new address: a letter is on its way to it. */
  sent?: boolean;
  refusal?: "wrong" | "busy" | "lastAdmin" | "provider";
  fields?: { name?: FieldProblem; email?: FieldProblem; password?: FieldProblem };
}

/** Who asks, with what the form says as proof. */
async function proofIn(form: FormData) {
  const { userId, signInId } = await requireFacilitator();
  return { me: { userId, signInId }, entered: textOf(form, "proof") };
}

type Answer =
  | { ok: true; sent?: boolean }
  | { ok: false; reason: NonNullable<ChangeState["refusal"]> }
  | { ok: false; fields: NonNullable<ChangeState["fields"]> };

function stateOf(answer: Answer, entered: ChangeState = {}): ChangeState {
  if (answer.ok) return { done: true, sent: answer.sent };
  if ("fields" in answer) return { ...entered, fields: answer.fields };
  return { ...entered, refusal: answer.reason };
}

/** Name and language. */
export async function changeProfile(_: ChangeState, form: FormData): Promise<ChangeState> {
  const { userId } = await requireFacilitator();
  const name = textOf(form, "name");
  const language = textOf(form, "language");
  const answer = await running().ownAccount.changeProfile(userId, { name, language });
  if (answer.ok && isLocale(language)) {
    const options = { path: "/", maxAge: LOCALE_COOKIE_SECONDS, sameSite: "lax" } as const;
    (await cookies()).set(LOCALE_COOKIE, language, options);
    revalidatePath("/sessions", "layout");
  }
  return stateOf(answer, { name });
}

/** A new password; every other sign-in ends. */
export async function changePassword(_: ChangeState, form: FormData): Promise<ChangeState> {
  const proof = await proofIn(form);
  const answer = await running().ownAccount.changePassword(proof, textOf(form, "password"));
  if (answer.ok) revalidatePath("/sessions/account");
  return stateOf(answer);
}

/** Another address. */
export async function changeEmail(_: ChangeState, form: FormData): Promise<ChangeState> {
  const proof = await proofIn(form);
  const email = textOf(form, "email");
  const answer = await running().ownAccount.changeEmail(proof, email);
  if (answer.ok) revalidatePath("/sessions/account");
  return stateOf(answer, { email });
}

/** Sets out to the organisation's sign-in, to link it. */
export async function linkProvider(_: ChangeState, form: FormData): Promise<ChangeState> {
  const proof = await proofIn(form);
  const refusal = await running().ownAccount.prove(proof);
  if (refusal) return { refusal };
  const { signInId } = proof.me;
  await goToProvider({ kind: "link", signInId }, "/sessions/account");
  return { refusal: "provider" };
}

/** Takes the organisation's sign-in away again. */
export async function unlinkProvider(): Promise<void> {
  const { userId } = await requireFacilitator();
  await running().ownAccount.unlink(userId);
  revalidatePath("/sessions/account");
}

/** Signs one of one's own devices out. */
export async function endDevice(form: FormData): Promise<void> {
  const { userId } = await requireFacilitator();
  await running().auth.signIns.endOwn(userId, textOf(form, "id"));
  revalidatePath("/sessions/account");
}

/** Signs every device out but this one. */
export async function endOtherDevices(): Promise<void> {
  const { userId, signInId } = await requireFacilitator();
  await running().auth.signIns.endAll(userId, signInId);
  revalidatePath("/sessions/account");
}

/** Deletes the account with all its data. */
export async function deleteAccount(_: ChangeState, form: FormData): Promise<ChangeState> {
  const answer = await running().ownAccount.leave(await proofIn(form));
  if (!answer.ok) return { refusal: answer.reason };
  await signOutHere();
  redirect("/sign-in?done=deleted");
}
