"use server";

import { redirect } from "next/navigation";
import { facilitatorHere } from "@/app/sessions/facilitator";
import { signOutHere } from "@/app/sign-in-cookie";

/** Signs this browser out and ends its sockets. */
export async function signOut(): Promise<void> {
  await signOutHere();
  redirect("/");
}

/** Whether this browser is still signed in: it may have been signed out in another tab, or from afar. */
export async function isSignedIn(): Promise<boolean> {
  return (await facilitatorHere()) !== null;
}
