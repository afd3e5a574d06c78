import * as z from "zod/mini";
import { seriesPart } from "@/lib/series/series-schema";
import { activityTemplate, buffer, metBefore, minutes } from "@/lib/session/plan-template";
import { address, language, words } from "@/lib/words";

/** Activities one session can hold; a day-long workshop has about twenty. */
export const ACTIVITIES_MAX = 60;

/** A plan as one session runs it: a copy, so that later changes to the template do not reach it. */
export const sessionPlan = z.object({
  templateId: z.string(),
  title: words,
  purpose: words,
  minutes,
  buffer,
  /** Left out where it is a session by itself. Which series it is, plans of earlier releases don't say. */
  series: z.optional(z.extend(seriesPart, { id: z.optional(z.string()) })),
  metBefore,
  address,
  /** Language of stage and summary; phones choose their own. */
  language,
  activities: z.array(activityTemplate).check(z.minLength(1), z.maxLength(ACTIVITIES_MAX)),
  /** Invented people take part, and every screen says so; left out where people do (P200). */
  rehearsal: z.optional(z.literal(true)),
});

/** What lists of sessions and the join screen show of a plan; also of one whose activities don't read. */
export const planHeading = z.extend(
  z.pick(sessionPlan, { title: true, language: true, address: true, rehearsal: true }),
  // A heading without them is still one.
  {
    minutes: z.catch(z.optional(minutes), undefined),
    templateId: z.catch(z.optional(z.string()), undefined),
    series: z.catch(sessionPlan.shape.series, undefined),
  },
);

export type PlanHeading = z.infer<typeof planHeading>;
export type SessionPlan = z.infer<typeof sessionPlan>;
