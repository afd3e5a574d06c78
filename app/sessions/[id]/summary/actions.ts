"use server";

import { requireFacilitator } from "@/app/sessions/facilitator";
import { type SectionKey, sectionKeys } from "@/lib/summary/blocks";
import { TAKEAWAY_CHARACTERS_MAX } from "@/lib/summary/takeaway";
import { running } from "@/server/running-server";

/** Keeps the takeaway of an own session; false where that failed. */
export async function saveTakeaway(id: string, text: string): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  if (typeof id !== "string" || typeof text !== "string") return false;
  if (text.length > TAKEAWAY_CHARACTERS_MAX) return false;
  const { userId } = await requireFacilitator();
  return await running().sessions.saveTakeaway(userId, id, text);
}

/** Keeps which sections of an own session's summary are left out; false where that failed. */
export async function saveHiddenSections(id: string, hidden: SectionKey[]): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  if (typeof id !== "string" || !Array.isArray(hidden)) return false;
  const { userId } = await requireFacilitator();
  const known = sectionKeys.filter((key) => hidden.includes(key));
  return await running().sessions.hideSections(userId, id, known);
}
