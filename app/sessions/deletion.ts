"use server";

import { requireFacilitator } from "@/app/sessions/facilitator";
import { running } from "@/server/running-server";

/** Deletes the raw data of an own ended session and keeps its summary; false where there are none. */
export async function deleteRawData(id: string): Promise<boolean> {
  const { userId } = await requireFacilitator();
  // An action is an open endpoint: its arguments may be anything.
  return typeof id === "string" && (await running().sessions.deleteRawData(userId, id));
}

/** Deletes an own ended session with everything; false where it is not there, or runs. */
export async function deleteSession(id: string): Promise<boolean> {
  const { userId } = await requireFacilitator();
  return typeof id === "string" && (await running().sessions.delete(userId, id));
}
