"use server";

import { revalidatePath } from "next/cache";
import { requireAdmin } from "@/app/sessions/facilitator";
import { textOf } from "@/app/sign-in-cookie";
import { running } from "@/server/running";

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
