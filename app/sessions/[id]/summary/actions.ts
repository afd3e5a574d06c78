"use server";

import { requireFacilitator } from "@/app/sessions/facilitator";
import { TAKEAWAY_CHARACTERS_MAX } from "@/lib/summary/takeaway";
import { running } from "@/server/running";

/** Keeps the takeaway of an own session; false where that failed. */
export async function saveTakeaway(id: string, text: string): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  if (typeof id !== "string" || typeof text !== "string") return false;
  if (text.length > TAKEAWAY_CHARACTERS_MAX) return false;
  const { userId } = await requireFacilitator();
  return await running().sessions.saveTakeaway(userId, id, text);
}
