"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireAdmin } from "@/app/sessions/facilitator";
import { asText, textOf } from "@/app/sign-in-cookie";
import { running } from "@/server/running-server";

export interface InviteState {
  email?: string;
  link?: string;
  expiresAt?: Date;
  refusal?: "email" | "tooMany";
}

/** Makes an invitation link. It uses the address that other devices can reach. */
export async function invite(_: InviteState, form: FormData): Promise<InviteState> {
  const { userId } = await requireAdmin();
  const { accounts, network } = running();
  const email = textOf(form, "email");
  const made = await accounts.invite(userId, { email });
  if (!made.ok) return { email, refusal: made.reason };
  revalidatePath("/sessions/people");
  return { link: `${network.phoneBaseUrl}${made.path}`, expiresAt: made.expiresAt };
}

/** Makes an open link worthless. */
export async function revoke(form: FormData): Promise<void> {
  await requireAdmin();
  await running().accounts.revokeInvitation(textOf(form, "id"));
  revalidatePath("/sessions/people");
}

/** Makes somebody an admin, or an admin a facilitator; the last admin stays one. */
export async function setRole(userId: string, role: "admin" | "facilitator"): Promise<void> {
  const me = await requireAdmin();
  await running().leaving.setRole(asText(userId), role === "admin" ? "admin" : "facilitator");
  revalidatePath("/sessions", "layout");
  // Somebody who has stepped down has no business on this page any more.
  if (userId === me.userId && role !== "admin") redirect("/sessions");
}

/** Deletes somebody else's account with all its data. One's own goes from its own page. */
export async function removeAccount(userId: string): Promise<void> {
  const me = await requireAdmin();
  if (userId === me.userId) return;
  await running().leaving.remove(asText(userId));
  revalidatePath("/sessions/people");
}
