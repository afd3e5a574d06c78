import * as z from "zod/mini";
import { cardEvent } from "@/lib/activities/card-events";
import { cardPlace, noKeyTwice } from "@/lib/activities/card-places";
import { CARD_CHARACTERS_MAX, CARDS_EACH_MAX } from "@/lib/activities/card-schema";
import { dotsCounted, dotsEach } from "@/lib/activities/dot-schema";
import { themeEvent } from "@/lib/activities/theme-schema";
import { activityKey } from "@/lib/ids";
import { words } from "@/lib/words";

/** More zones are not told apart on a phone. */
const ZONES_MAX = 6;

/** Notes of a whole room on one board: shown in batches, and put into groups inside zones. */
export const boardSettings = z.object({
  /** Of which each note belongs to one. A single one isn't asked for. */
  zones: z.array(cardPlace).check(z.minLength(1), z.maxLength(ZONES_MAX), noKeyTwice),
  /** Notes of one person in each zone, beside `itemLimit` for all of them. */
  zoneLimit: z.int().check(z.positive(), z.maximum(CARDS_EACH_MAX)),
  /** Notes of one person. */
  itemLimit: z.int().check(z.positive(), z.maximum(CARDS_EACH_MAX)),
  /** Characters of one note. */
  characterLimit: z.int().check(z.positive(), z.maximum(CARD_CHARACTERS_MAX)),
  /** What the room does while the facilitator reviews, so that nobody waits. */
  bridge: words,
  starters: z.array(words),
  /** Whether authors are asked if their note may be quoted in the summary. */
  quoteConsent: z.boolean(),
  /** What everybody is asked last, for themselves alone: its lines are the plan's private ones. Null: nothing. */
  ask: z.nullable(words),
  /** `approved`: with the notes that passed review and may be quoted. */
  summary: z.enum(["none", "aggregate", "approved"]),
  /** Whether everybody may put notes into groups, not facilitators alone. */
  roomSorts: z.optional(z.boolean()),
  /** Dots of one person on the notes, once they are in groups; 0: this plan has no vote. */
  dots: z._default(dotsEach, 0),
});

/** The zone that a note was written for. */
export const boardAttributes = z.strictObject({ zone: activityKey });

export const boardEvent = z.discriminatedUnion("type", [
  cardEvent,
  themeEvent,
  /** By note. */
  dotsCounted,
]);

export type BoardAttributes = z.infer<typeof boardAttributes>;
export type BoardEvent = z.infer<typeof boardEvent>;
export type BoardSettings = z.infer<typeof boardSettings>;
