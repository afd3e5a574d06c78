"use server";

import { facilitatorHere, requireFacilitator } from "@/app/sessions/facilitator";
import { type SectionKey, sectionKeys } from "@/lib/summary/blocks";
import { type ReviewChange, reviewChange } from "@/lib/summary/review";
import { TAKEAWAY_CHARACTERS_MAX } from "@/lib/summary/takeaway";
import { running } from "@/server/running-server";

/** Keeps the takeaway of an own session, or says why not. */
export async function saveTakeaway(
  id: string,
  text: string,
): Promise<"saved" | "failed" | "signedOut"> {
  // An action is an open endpoint: its arguments may be anything.
  if (typeof id !== "string" || typeof text !== "string") return "failed";
  if (text.length > TAKEAWAY_CHARACTERS_MAX) return "failed";
  const facilitator = await facilitatorHere();
  if (!facilitator) return "signedOut";
  const isKept = await running().sessions.saveTakeaway(facilitator.userId, id, text);
  return isKept ? "saved" : "failed";
}

/** Keeps which sections of an own session's summary are left out; false where that failed. */
export async function saveHiddenSections(id: string, hidden: SectionKey[]): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  if (typeof id !== "string" || !Array.isArray(hidden)) return false;
  const { userId } = await requireFacilitator();
  const known = sectionKeys.filter((key) => hidden.includes(key));
  return await running().sessions.hideSections(userId, id, known);
}

/** Keeps one change of what a facilitator makes of an own session's summary; false where that failed. */
export async function saveReview(id: string, change: ReviewChange): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = reviewChange.safeParse(change);
  if (typeof id !== "string" || !parsed.success) return false;
  const { userId } = await requireFacilitator();
  return await running().sessions.changeReview(userId, id, parsed.data);
}
