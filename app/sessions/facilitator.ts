import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { running } from "@/server/running-server";

/**
 * Who is signed in, else off to the sign-in page. Every page and every action below `/sessions`
 * calls it: a layout isn't rendered anew when somebody moves between pages.
 */
export const requireFacilitator = cache(async () => {
  const sent = await headers();
  const facilitator = await running().auth.facilitatorFromRequest(sent.get("cookie"));
  if (facilitator) return facilitator;
  const path = sent.get("x-aufwind-path") ?? "/sessions";
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
});

/** The same for what only the admin may do; to others it doesn't exist. */
export async function requireAdmin() {
  const facilitator = await requireFacilitator();
  if (facilitator.role !== "admin") notFound();
  return facilitator;
}
