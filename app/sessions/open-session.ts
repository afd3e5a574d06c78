"use server";

import { revalidatePath } from "next/cache";
import { RedirectType, redirect } from "next/navigation";
import { chosenToOpen } from "@/app/sessions/chosen-to-open";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { running } from "@/server/running-server";

export interface OpenState {
  failed: boolean;
  /** The installation names nobody to call. */
  noHelp?: boolean;
}

/** Opens a session from a ready-made plan, or one of their own, and leads to its console. */
export async function openSession(_before: OpenState, form: FormData): Promise<OpenState> {
  const { userId } = await requireFacilitator();
  const { installation, sessions } = running();
  if (!(await installation.maySessionsOpen())) return { failed: true, noHelp: true };
  const chosen = await chosenToOpen(form, (id) => sessions.template(userId, id));
  if (!chosen) return { failed: true };
  const { id } = await sessions.open({ userId, ...chosen });
  // The list is in the browser's memory, without this session.
  revalidatePath("/sessions");
  // In place of the form, so that Back leads to the list, and nobody opens the same session twice.
  redirect(`/sessions/${id}`, RedirectType.replace);
}
