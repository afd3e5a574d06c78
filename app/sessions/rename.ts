"use server";

import { revalidatePath } from "next/cache";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { sessionName } from "@/lib/session/session-name";
import { running } from "@/server/running-server";

/** Changes what an own session is called; false where it is not theirs, or the name is too long. */
export async function renameSession(id: string, name: string): Promise<boolean> {
  const { userId } = await requireFacilitator();
  // An action is an open endpoint: its arguments may be anything.
  const parsed = sessionName.safeParse(name);
  if (typeof id !== "string" || !parsed.success) return false;
  const done = await running().sessions.rename(userId, id, parsed.data);
  if (done) revalidatePath("/sessions");
  return done;
}
