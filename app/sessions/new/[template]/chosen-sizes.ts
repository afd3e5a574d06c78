import { sizeField } from "@/app/sessions/size-field";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { withSizes } from "@/lib/session/sizes";

/**
 * A ready-made plan in the sizes that an address names; null where it can't be held in them.
 */
export function inAskedSizes(
  template: PlanTemplate,
  sizeAsked: (field: string) => string | null,
): Pick<PlanTemplate, "activities" | "minutes"> | null {
  const chosen = template.activities.flatMap(({ key }) => {
    const minutes = sizeAsked(sizeField(key));
    return minutes === null ? [] : [[key, Number(minutes)] as const];
  });
  return withSizes(template, Object.fromEntries(chosen));
}
