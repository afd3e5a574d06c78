"use server";

import { redirect } from "next/navigation";
import { chosenToOpen } from "@/app/sessions/chosen-to-open";
import { facilitatorHere, requireFacilitator } from "@/app/sessions/facilitator";
import { running } from "@/server/running-server";

/** Why a rehearsal did not begin; null before it was asked for. */
export type RehearseProblem = "rehearseFailed" | "rehearsalsFull" | "noHelp" | null;

/** Opens a rehearsal of what the form for a session holds, and leads to its console. */
export async function rehearse(_before: RehearseProblem, form: FormData): Promise<RehearseProblem> {
  const { userId } = await requireFacilitator();
  const { installation, rehearsals, sessions } = running();
  // Somebody may come in by mistake, and finds whom to call here as anywhere.
  if (!(await installation.maySessionsOpen())) return "noHelp";
  const chosen = await chosenToOpen(form, (id) => sessions.template(userId, id));
  if (!chosen) return "rehearseFailed";
  const { templateId, address, language, sizes } = chosen;
  const opened = await rehearsals.start({ userId, templateId, address, language, sizes });
  if (!opened) return "rehearsalsFull";
  // Back leads to the template, where the real one is opened.
  redirect(`/sessions/${opened.id}`);
}

/** Deletes an own rehearsal with everything; false where nobody is signed in any more. */
export async function endRehearsal(id: string): Promise<boolean> {
  const facilitator = await facilitatorHere();
  if (!facilitator || typeof id !== "string") return false;
  // One that is gone already is as good.
  await running().rehearsals.end(facilitator.userId, id);
  return true;
}
