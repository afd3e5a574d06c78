import * as z from "zod/mini";
import {
  CARD_CHARACTERS_MAX,
  cardConsents,
  holdCards,
  revealedCard,
} from "@/lib/activities/card-schema";
import { words } from "@/lib/plans/words";
import { hash, randomId, revision } from "@/lib/session/ids";
import { writtenText } from "@/lib/session/text";

/** More dots than this are not weighed any more, only spread. */
const DOTS_MAX = 10;

/** Anonymous cards, revealed shuffled and together, and a vote on their themes if the plan has one. */
export const collectSettings = z.object({
  /** Characters of one card. */
  characterLimit: z.number(),
  /** Cards of one person. */
  itemLimit: z.number(),
  /** Dots of one person in the vote on the themes; 0: this plan has no vote. */
  dots: z.int().check(z.minimum(0), z.maximum(DOTS_MAX)),
  /** What the room does while the facilitator reviews, so that nobody waits. */
  bridge: words,
  starters: z.array(words),
  /** Whether authors are asked if their card may become a group case. */
  caseConsent: z.boolean(),
  /** Whether authors are asked if their card may be quoted in the summary. */
  quoteConsent: z.boolean(),
  summary: z.enum(["none", "aggregate", "approved"]),
});

/** As many themes as fit a list that is still read through. */
export const THEMES_MAX = 12;
export const THEME_NAME_MAX = 60;

export const submitCard = z.strictObject({
  type: z.literal("submitCard"),
  edit: randomId,
  markHash: hash,
  revision,
  text: writtenText(CARD_CHARACTERS_MAX),
  mayBeCase: z.boolean(),
  mayBeQuoted: z.boolean(),
  unfair: z._default(z.boolean(), false),
  notForStage: z._default(z.boolean(), false),
});

export const withdrawCard = z.strictObject({ type: z.literal("withdrawCard"), edit: randomId });

export const holdCard = z.strictObject({
  type: z.literal("holdCard"),
  reviewId: randomId,
  held: z.boolean(),
});

/** How many of somebody's dots lie on each theme; themes without any are left out. */
const dotsByTheme = z.record(randomId, z.int().check(z.minimum(1), z.maximum(DOTS_MAX)));

const themeName = writtenText(THEME_NAME_MAX);

export const collectCommand = z.discriminatedUnion("type", [
  submitCard,
  withdrawCard,
  holdCard,
  holdCards,
  /** No case, whatever its author allows; by the id under which facilitators see it. */
  z.strictObject({ type: z.literal("tagCard"), card: randomId, tagged: z.boolean() }),
  /** Takes the late cards into review, once they are enough people's. */
  z.strictObject({ type: z.literal("reviewLate") }),
  /** Shows the reviewed late cards. */
  z.strictObject({ type: z.literal("revealLate") }),
  z.strictObject({ type: z.literal("addTheme"), themeId: randomId, name: themeName }),
  z.strictObject({ type: z.literal("renameTheme"), themeId: randomId, name: themeName }),
  z.strictObject({ type: z.literal("removeTheme"), themeId: randomId }),
  z.strictObject({
    type: z.literal("sortCard"),
    cardId: randomId,
    themeId: z.nullable(randomId),
  }),
  z.strictObject({
    type: z.literal("castDots"),
    revision,
    dots: dotsByTheme,
  }),
]);

/** A participant's ballot on the themes. */
export const dotBallot = z.strictObject({ dots: dotsByTheme });

export const collectEvent = z.discriminatedUnion("type", [
  /** Writing closed for a batch. `enough` false: nobody is shown anything, talk instead. */
  z.strictObject({ type: z.literal("writingClosed"), batch: z.int(), enough: z.boolean() }),
  z.strictObject({
    type: z.literal("cardsRevealed"),
    batch: z.int(),
    cards: z.array(revealedCard),
    consents: z.record(randomId, cardConsents),
  }),
  z.strictObject({ type: z.literal("cardTagged"), cardId: randomId, tagged: z.boolean() }),
  z.strictObject({ type: z.literal("revealSuppressed"), batch: z.int() }),
  z.strictObject({ type: z.literal("themeNamed"), themeId: randomId, name: z.string() }),
  z.strictObject({ type: z.literal("themeRemoved"), themeId: randomId }),
  z.strictObject({
    type: z.literal("cardSorted"),
    cardId: randomId,
    themeId: z.nullable(randomId),
  }),
  /** Dots per theme; null: fewer than k people voted. */
  z.strictObject({
    type: z.literal("dotsCounted"),
    dots: z.nullable(z.record(randomId, z.int())),
  }),
  /** Cards that came after the reveal and were destroyed at the close. */
  z.strictObject({ type: z.literal("lateCardsDestroyed"), count: z.int() }),
  /** Cards that nobody saw, because the activity was left before its reveal; 0: none, or too few to count. */
  z.strictObject({ type: z.literal("unshownCardsDestroyed"), count: z.int() }),
]);

export type CollectCommand = z.infer<typeof collectCommand>;
export type DotBallot = z.infer<typeof dotBallot>;
export type CollectEvent = z.infer<typeof collectEvent>;
export type CollectSettings = z.infer<typeof collectSettings>;
