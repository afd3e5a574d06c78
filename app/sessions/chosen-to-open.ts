import * as z from "zod";
import { sizeField } from "@/app/sessions/size-field";
import { textOf } from "@/app/sign-in-cookie";
import { randomId } from "@/lib/ids";
import type { ActivityTemplate, PlanTemplate } from "@/lib/session/plan-template";
import { sessionName } from "@/lib/session/session-name";
import { type ChosenSizes, withSizes } from "@/lib/session/sizes";
import { address, language } from "@/lib/words";

const chosen = z.object({
  /** Looked up among the templates; anything else opens nothing. */
  templateId: z.string().max(60),
  address,
  language,
  name: sessionName,
  /** The session after which a series goes on; left out where it begins. */
  after: z.optional(randomId),
});

/** What a form for opening a session holds, a rehearsal too. */
export type ChosenToOpen = z.infer<typeof chosen> & { sizes: ChosenSizes };

/** What a form says of the minutes of these activities; whether there is such a size is asked elsewhere. */
const sizesIn = (form: FormData, activities: readonly ActivityTemplate[]): ChosenSizes =>
  Object.fromEntries(
    activities.flatMap(({ key }) => {
      const entered = textOf(form, sizeField(key));
      return entered === "" ? [] : [[key, Number(entered)]];
    }),
  );

/** What was chosen in a form; null for what none of these templates can be opened as. */
export function chosenToOpen(
  form: FormData,
  templates: readonly PlanTemplate[],
): ChosenToOpen | null {
  const input = chosen.safeParse({
    templateId: textOf(form, "templateId"),
    address: textOf(form, "address"),
    language: textOf(form, "language"),
    name: textOf(form, "name"),
    after: textOf(form, "after") || undefined,
  });
  if (!input.success) return null;
  const template = templates.find(({ id }) => id === input.data.templateId);
  const sizes = template && sizesIn(form, template.activities);
  return sizes && withSizes(template, sizes) ? { ...input.data, sizes } : null;
}
