"use server";

import { requireFacilitator } from "@/app/sessions/facilitator";
import { running } from "@/server/running-server";

/** Chooses until when an own lobby stays open, ms since 1970; false where it can't. */
export async function keepLobbyUntil(id: string, until: number): Promise<boolean> {
  const { userId } = await requireFacilitator();
  // An action is an open endpoint: its arguments may be anything.
  if (typeof id !== "string" || typeof until !== "number") return false;
  const moment = new Date(until);
  if (Number.isNaN(moment.getTime())) return false;
  return running().sessions.keepLobbyUntil(userId, id, moment);
}
