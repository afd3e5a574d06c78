import * as z from "zod/mini";
import { caseId, reframeCase } from "@/lib/activities/reframe/schema";
import { randomId } from "@/lib/ids";

/** Readings shown per case (activities.md: top 3). */
export const TOP_READINGS = 3;

export const reframeRecord = z.strictObject({
  /** While cases are being chosen, facilitators alone see which. */
  cases: z.array(reframeCase),
  /** Readings of one person per case; null before writing began. */
  readingsEach: z.nullable(z.int()),
  enough: z.nullable(z.boolean()),
  /** Top readings per case, best first, none without votes; null for a case below k. */
  results: z.nullable(
    z.record(
      z.string(),
      z.nullable(z.array(z.strictObject({ id: randomId, votes: z.int(), shown: z.int() }))),
    ),
  ),
});

/** Facilitators' own: what there is to choose from, while cases are chosen. */
export const reframeOffer = z.strictObject({
  cases: z.array(z.strictObject({ id: caseId, text: z.string() })),
});

export type ReframeOffer = z.infer<typeof reframeOffer>;
export type ReframeRecord = z.infer<typeof reframeRecord>;
