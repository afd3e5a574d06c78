import * as z from "zod/mini";
import { CARD_CHARACTERS_MAX, cardConsents, revealedCard } from "@/lib/activities/card-schema";
import { words } from "@/lib/plans/words";
import { hash, randomId } from "@/lib/session/ids";

/** Anonymous cards, revealed shuffled and together. */
export const collectSettings = z.object({
  /** Characters of one card. */
  characterLimit: z.number(),
  /** Cards of one person. */
  itemLimit: z.number(),
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
  revision: z.int().check(z.positive()),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(CARD_CHARACTERS_MAX)),
  mayBeCase: z.boolean(),
  mayBeQuoted: z.boolean(),
});

export const withdrawCard = z.strictObject({ type: z.literal("withdrawCard"), edit: randomId });

export const holdCard = z.strictObject({
  type: z.literal("holdCard"),
  reviewId: randomId,
  held: z.boolean(),
});

const themeName = z.string().check(z.trim(), z.minLength(1), z.maxLength(THEME_NAME_MAX));

export const collectCommand = z.discriminatedUnion("type", [
  submitCard,
  withdrawCard,
  holdCard,
  z.strictObject({ type: z.literal("addTheme"), themeId: randomId, name: themeName }),
  z.strictObject({ type: z.literal("renameTheme"), themeId: randomId, name: themeName }),
  z.strictObject({ type: z.literal("removeTheme"), themeId: randomId }),
  z.strictObject({
    type: z.literal("sortCard"),
    cardId: randomId,
    themeId: z.nullable(randomId),
  }),
]);

export const collectEvent = z.discriminatedUnion("type", [
  /** Writing closed for a batch. `enough` false: nobody is shown anything, talk instead. */
  z.strictObject({ type: z.literal("writingClosed"), batch: z.int(), enough: z.boolean() }),
  z.strictObject({
    type: z.literal("cardsRevealed"),
    batch: z.int(),
    cards: z.array(revealedCard),
    consents: z.record(randomId, cardConsents),
  }),
  z.strictObject({ type: z.literal("revealSuppressed"), batch: z.int() }),
  z.strictObject({ type: z.literal("themeNamed"), themeId: randomId, name: z.string() }),
  z.strictObject({ type: z.literal("themeRemoved"), themeId: randomId }),
  z.strictObject({
    type: z.literal("cardSorted"),
    cardId: randomId,
    themeId: z.nullable(randomId),
  }),
  /** Cards that came after the reveal and were destroyed at the close. */
  z.strictObject({ type: z.literal("lateCardsDestroyed"), count: z.int() }),
]);

export type CollectCommand = z.infer<typeof collectCommand>;
export type CollectEvent = z.infer<typeof collectEvent>;
export type CollectSettings = z.infer<typeof collectSettings>;
