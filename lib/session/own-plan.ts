import * as z from "zod/mini";
import { ACTIVITIES_MAX } from "@/lib/session/plan";
import { activityTemplate, type PlanTemplate, planTemplate } from "@/lib/session/plan-template";
import { type ChosenSizes, withSizes } from "@/lib/session/sizes";
import { charactersOf, charactersOver } from "@/lib/text";
import type { Words } from "@/lib/words";

/** Plans that somebody keeps and adapts for themselves (docs/decisions/0094-plans-of-ones-own.md). */

/** Stands in one line on the stage, and in a row of a list. */
export const PLAN_NAME_CHARACTERS_MAX = 80;

/** The id of a ready-made plan: a few words with hyphens. */
const TEMPLATE_ID_LENGTH_MAX = 60;

/** A ready-made plan in one's own hands: all of it can be another one by now. */
export const ownPlan = z.extend(z.omit(planTemplate, { id: true }), {
  /** The ready-made plan that it began as; it is drawn as that one, and takes nothing else from it. */
  templateId: z.string().check(z.maxLength(TEMPLATE_ID_LENGTH_MAX)),
  activities: z.array(activityTemplate).check(z.minLength(1), z.maxLength(ACTIVITIES_MAX)),
});

export type OwnPlan = z.infer<typeof ownPlan>;

/** What a plan is called: something to see, in one line. It is the plan's title, in whichever language it was typed. */
export const isPlanName = (name: string): boolean =>
  name.trim() !== "" && charactersOver(name, PLAN_NAME_CHARACTERS_MAX) === 0;

/**
 * A ready-made plan as one's own, each activity in the size that was chosen; null for a size that it doesn't have.
 */
export function ownPlanOf(
  { id, ...template }: PlanTemplate,
  sizes: ChosenSizes = {},
): OwnPlan | null {
  const sized = withSizes(template, sizes);
  return sized && { ...template, ...sized, templateId: id };
}

/** One's own plan as whatever shows, prints or opens ready-made ones takes it, under its own id. */
export function asTemplate(id: string, { templateId: _, ...plan }: OwnPlan): PlanTemplate {
  return { id, ...plan };
}

/** Minutes of all its activities and of what none of them takes. */
export const minutesOf = ({ activities, buffer = 0 }: Pick<OwnPlan, "activities" | "buffer">) =>
  activities.reduce((sum, { minutes }) => sum + minutes, buffer);

/** What a list shows of a plan. */
export interface PlanAtAGlance {
  templateId: string;
  title: Words;
  /** Of its activities, in their order. */
  minutes: readonly number[];
  /** Minutes that none of them takes. */
  buffer: number;
}

export const atAGlance = ({
  templateId,
  title,
  activities,
  buffer = 0,
}: OwnPlan): PlanAtAGlance => ({
  ...{ templateId, title, buffer },
  minutes: activities.map(({ minutes }) => minutes),
});

/** Behind the name of a copy, whatever language it is in. */
const COPY = " (2)";

/** What one more of a plan is called, cut where that would be too long. */
export const titleOfCopy = (title: Words): Words =>
  Object.fromEntries(
    Object.entries(title).map(([wording, name]) => {
      const room = PLAN_NAME_CHARACTERS_MAX - COPY.length;
      return [wording, charactersOf(name).slice(0, room).join("") + COPY];
    }),
  );
