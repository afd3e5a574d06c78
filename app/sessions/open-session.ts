"use server";

import { revalidatePath } from "next/cache";
import { RedirectType, redirect } from "next/navigation";
import * as z from "zod";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { sizeField } from "@/app/sessions/size-field";
import { textOf } from "@/app/sign-in-cookie";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { sessionName } from "@/lib/session/session-name";
import { type ChosenSizes, withSizes } from "@/lib/session/sizes";
import { address, language } from "@/lib/words";
import { running } from "@/server/running-server";

/** What a form for opening a session holds. */
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

/** What a form says of the minutes of these activities; whether there is such a size is asked elsewhere. */
const sizesIn = (form: FormData, activities: readonly ActivityTemplate[]): ChosenSizes =>
  Object.fromEntries(
    activities.flatMap(({ key }) => {
      const entered = textOf(form, sizeField(key));
      return entered === "" ? [] : [[key, Number(entered)]];
    }),
  );

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
  const template = sessions.templates.find(({ id }) => id === input.data.templateId);
  const sizes = template && sizesIn(form, template.activities);
  if (!sizes || !withSizes(template, sizes)) return { failed: true };
  const { id } = await sessions.open({ userId, ...input.data, sizes });
  // The list is in the browser's memory, without this session.
  revalidatePath("/sessions");
  // In place of the form, so that Back leads to the list, and nobody opens the same session twice.
  redirect(`/sessions/${id}`, RedirectType.replace);
}
