import * as z from "zod";
import { sizeField } from "@/app/sessions/size-field";
import { textOf } from "@/app/sign-in-cookie";
import { randomId } from "@/lib/ids";
import type { ActivityTemplate, PlanTemplate } from "@/lib/session/plan-template";
import { sessionName } from "@/lib/session/session-name";
import { type ChosenSizes, withSizes } from "@/lib/session/sizes";
import { address, language } from "@/lib/words";

const chosen = z.object({
  /** Looked up among ready-made plans and one's own; anything else opens nothing. */
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
export const sizesIn = (form: FormData, activities: readonly ActivityTemplate[]): ChosenSizes =>
  Object.fromEntries(
    activities.flatMap(({ key }) => {
      const entered = textOf(form, sizeField(key));
      return entered === "" ? [] : [[key, Number(entered)]];
    }),
  );

/** What was chosen in a form; null for what no plan that `find` knows can be opened as. */
export async function chosenToOpen(
  form: FormData,
  find: (templateId: string) => Promise<PlanTemplate | null>,
): Promise<ChosenToOpen | null> {
  const input = chosen.safeParse({
    templateId: textOf(form, "templateId"),
    address: textOf(form, "address"),
    language: textOf(form, "language"),
    name: textOf(form, "name"),
    after: textOf(form, "after") || undefined,
  });
  if (!input.success) return null;
  const template = await find(input.data.templateId);
  const sizes = template && sizesIn(form, template.activities);
  return sizes && withSizes(template, sizes) ? { ...input.data, sizes } : null;
}
