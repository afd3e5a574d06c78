import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { running } from "@/server/running-server";

/**
 * Who is signed in, or null: for actions that save what somebody is typing. Off to the sign-in page, the
 * text would be gone; it has to be told where it stands.
 */
export const facilitatorHere = cache(async () =>
  running().auth.facilitatorFromRequest((await headers()).get("cookie")),
);

/**
 * Who is signed in, else off to the sign-in page. Every page and every action below `/sessions`
 * calls it, or `facilitatorHere`: a layout isn't rendered anew when somebody moves between pages.
 */
export const requireFacilitator = cache(async () => {
  const facilitator = await facilitatorHere();
  if (facilitator) return facilitator;
  const path = (await headers()).get("x-aufwind-path") ?? "/sessions";
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
});

/** The same for what only the admin may do; to others it doesn't exist. */
export async function requireAdmin() {
  const facilitator = await requireFacilitator();
  if (facilitator.role !== "admin") notFound();
  return facilitator;
}
