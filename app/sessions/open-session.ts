"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { textOf } from "@/app/sign-in-cookie";
import { address, language } from "@/lib/session/plan";
import { running } from "@/server/running";

const chosen = z.object({
  /** Looked up among the templates; anything else opens nothing. */
  templateId: z.string().max(60),
  address,
  language,
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
  });
  if (!input.success) return { failed: true };
  if (!sessions.templates.some(({ id }) => id === input.data.templateId)) return { failed: true };
  const { id } = await sessions.open({ userId, ...input.data });
  redirect(`/sessions/${id}`);
}
