import * as z from "zod/mini";
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
  late: z.int(),
});

export type CollectRecord = z.infer<typeof collectRecord>;

/** Revealed cards for everybody, cards under review for facilitators only. */
export function collectView(input: ViewInput<CollectSettings, CollectData>): KindView {
  const { data, phase, audience, review } = input;
  const record: CollectRecord = {
    enough: data.reviewed === null ? null : data.enough,
    themes: [...data.themes].map(([id, name]) => ({ id, name })),
    sorted: Object.fromEntries(data.sorted),
    late: data.late,
  };
  const shows = phase === "reveal" || phase === "cluster" || phase === "closed";
  const isFacilitator = audience === "facilitator";
  return {
    record,
    cards: shows ? data.cards.values() : [],
    consents: isFacilitator && shows ? data.consents : new Map(),
    review: isFacilitator ? review : [],
  };
}
