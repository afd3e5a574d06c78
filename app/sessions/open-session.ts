"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { textOf } from "@/app/sign-in-cookie";
import { sessionName } from "@/lib/session/session-name";
import { address, language } from "@/lib/words";
import { running } from "@/server/running-server";

const chosen = z.object({
  /** Looked up among the templates; anything else opens nothing. */
  templateId: z.string().max(60),
  address,
  language,
  name: sessionName,
});

export interface OpenState {
  failed: boolean;
  /** The installation names nobody to call. */
  noHelp?: boolean;
}

/** Opens a session from a template and leads to its console. */
export async function openSession(_before: OpenState, form: FormData): Promise<OpenState> {
  const { userId } = await requireFacilitator();
  const { installation, sessions } = running();
  if (!(await installation.maySessionsOpen())) return { failed: true, noHelp: true };
  const input = chosen.safeParse({
    templateId: textOf(form, "templateId"),
    address: textOf(form, "address"),
    language: textOf(form, "language"),
    name: textOf(form, "name"),
  });
  if (!input.success) return { failed: true };
  if (!sessions.templates.some(({ id }) => id === input.data.templateId)) return { failed: true };
  const { id } = await sessions.open({ userId, ...input.data });
  // The list is in the browser's memory, without this session.
  revalidatePath("/sessions");
  redirect(`/sessions/${id}`);
}
