import * as z from "zod/mini";
import { cardsFor } from "@/lib/activities/cards";
import type { CollectData } from "@/lib/activities/collect/rules";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { KindView, ViewInput } from "@/lib/activities/kit";
import { randomId } from "@/lib/session/ids";

export const collectRecord = z.strictObject({
  /** False: too few to show; the room talks instead. Null while writing. */
  enough: z.nullable(z.boolean()),
  themes: z.array(z.strictObject({ id: randomId, name: z.string() })),
  /** Theme of each sorted card, by card id. */
  sorted: z.record(randomId, randomId),
  /**
   * Themes with dots, most first; null until the vote closed. Not enough: fewer than k people
   * voted, and nothing is shown.
   */
  vote: z.nullable(
    z.strictObject({
      enough: z.boolean(),
      themes: z.array(z.strictObject({ id: randomId, name: z.string(), dots: z.int() })),
    }),
  ),
});

export type CollectRecord = z.infer<typeof collectRecord>;

/** Revealed cards for everybody, cards under review for facilitators only. */
export function collectView(input: ViewInput<CollectSettings, CollectData>): KindView {
  const { data, phase, audience, review } = input;
  const record: CollectRecord = {
    enough: data.reviewed === null ? null : data.enough,
    themes: [...data.themes].map(([id, name]) => ({ id, name })),
    sorted: Object.fromEntries(data.sorted),
    vote: data.vote && { enough: data.vote.dots !== null, themes: themesByDots(data) },
  };
  const shows = phase !== "write" && phase !== "review";
  const isFacilitator = audience === "facilitator";
  return {
    record,
    cards: shows ? cardsFor(audience, data) : [],
    consents: isFacilitator && shows ? data.consents : new Map(),
    review: isFacilitator ? review : [],
  };
}

/** Themes that got dots, most first; where as many lie on two, in the order of the themes. */
function themesByDots({ themes, vote }: CollectData) {
  return [...themes]
    .map(([id, name]) => ({ id, name, dots: vote?.dots?.[id] ?? 0 }))
    .filter(({ dots }) => dots > 0)
    .sort((a, b) => b.dots - a.dots);
}
