"use server";

import { redirect } from "next/navigation";
import { signOutHere } from "@/app/sign-in-cookie";

/** Signs this browser out and ends its sockets. */
export async function signOut(): Promise<void> {
  await signOutHere();
  redirect("/");
}
