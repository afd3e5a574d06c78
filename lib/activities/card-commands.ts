import * as z from "zod/mini";
import { isSame } from "@/lib/activities/ballots";
import type { CardBatchEvent } from "@/lib/activities/card-events";
import {
  CARD_CHARACTERS_MAX,
  type CardAttributes,
  type RevealedCard,
} from "@/lib/activities/card-schema";
import {
  batchesUpTo,
  cardSlot,
  contributorSlot,
  holdCard,
  holdCards,
  revealLate,
  reviewLate,
  type ShownAttributes,
  shareSlot,
} from "@/lib/activities/cards";
import {
  accept,
  type CardBatches,
  type CardContent,
  type CommandTable,
  commandsOf,
  type Decision,
  type Earlier,
  type RuleContext,
  type RuleInput,
  refuse,
  type SealedCard,
  type SealedRead,
  type SealedWrite,
} from "@/lib/activities/contract";
import { typedInCard, typeInCard } from "@/lib/activities/typed-in-cards";
import type { RefusalCode } from "@/lib/errors";
import { hash, randomId, revision } from "@/lib/ids";
import { charactersOver, writtenText } from "@/lib/text";

/** A card as it is handed in; `attributes` is what its kind's cards carry besides. */
const submittedCard = <Attributes extends CardAttributes>(attributes: z.ZodMiniType<Attributes>) =>
  z.strictObject({
    type: z.literal("submitCard"),
    edit: randomId,
    markHash: hash,
    revision,
    text: writtenText(CARD_CHARACTERS_MAX),
    attributes,
    mayBeCase: z._default(z.boolean(), false),
    mayBeQuoted: z._default(z.boolean(), false),
    unfair: z._default(z.boolean(), false),
    notForStage: z._default(z.boolean(), false),
  });

/** Which group a card is counted in (reframe: the case that it answers); null where all count together. */
type GroupOf = (attributes: CardAttributes) => string | null;

export interface CardGroups<Settings, Data> {
  of: GroupOf;
  all(data: Data): readonly string[];
  /** Cards that one contributor may have in all groups together; left out where the shares alone say so. */
  inAll?(settings: Settings, data: Data): number;
  /** Whether a card may come into another group while nobody has read it, its share moving with it. */
  mayMove?: boolean;
}

/** Numbered sets of cards whose contributors are counted apart, beside those of the batch. */
export interface CountedSets<Settings> {
  /** No batch has such a number. */
  all: readonly number[];
  of(attributes: CardAttributes, settings: Settings): readonly number[];
}

/** What its author is asked to allow, by the plan. */
export interface Consents {
  asksForCases: boolean;
  asksForQuotes: boolean;
}

export interface CardRules<Settings, Data, Attributes> {
  /** What this kind's cards carry besides their text. */
  attributes: z.ZodMiniType<Attributes>;
  /** Rows that `refusal` and `settled` ask for besides the card's own. */
  reads?: readonly SealedRead[];
  /** Why this card can't be handed in now; null where it can. Repeats come here as well. */
  refusal?(
    card: { edit: string; revision: number; attributes: Attributes },
    input: RuleInput<Settings, Data>,
  ): RefusalCode | null;
  /**
   * What is sealed of a phone's attributes, where the server knows better than the phone; `before` is what it has
   * sealed of this card. Null refuses the card as not allowed. Left out: all of them as they came.
   */
  settled?(
    attributes: Attributes,
    input: RuleInput<Settings, Data>,
    before: CardAttributes | null,
  ): CardAttributes | null;
  characterLimit(settings: Settings): number;
  consents(settings: Settings): Consents;
  /** Groups of cards in which one contributor has a share each; left out where there are none. */
  groups?: CardGroups<Settings, Data>;
  /** Left out where thresholds are about the batch alone. */
  sets?: CountedSets<Settings>;
  /** Cards that one contributor may have in the batch, or in each group of it. */
  budget(input: RuleInput<Settings, Data>): number;
  /** What of the attributes is shown with the cards of a reveal; all, where it is left out. */
  shownAttributes?: ShownAttributes;
  /** Whether cards can be held or let through in this phase. */
  canHold?(phase: string): boolean;
  lateBatch(data: Data, phase: string): number | null;
}

const withdrawn = z.strictObject({ type: z.literal("withdrawCard"), edit: randomId });
const held = z.strictObject({
  type: z.literal("holdCard"),
  reviewId: randomId,
  held: z.boolean(),
});
const holdAll = z.strictObject({ type: z.literal("holdCards"), held: z.boolean() });
const lateReviewed = z.strictObject({ type: z.literal("reviewLate") });
const lateRevealed = z.strictObject({ type: z.literal("revealLate") });

/** The commands that every kind with cards understands: handing in, review, late rounds. */
export function cardCommands<Settings, Data extends CardBatches, Attributes extends CardAttributes>(
  rules: CardRules<Settings, Data, Attributes>,
) {
  const command = commandsOf<Settings, Data, CardBatchEvent>();
  const canHold = (phase: string) => rules.canHold?.(phase) ?? true;
  const groupOf: GroupOf = rules.groups?.of ?? (() => null);
  const setNumbers = rules.sets?.all ?? [];
  const setsOf = (attributes: CardAttributes, settings: Settings) =>
    rules.sets?.of(attributes, settings) ?? [];
  return {
    submitCard: command({
      from: "participant",
      schema: submittedCard(rules.attributes),
      reads: (card, data) => [
        ...cardReads(card, data.batch, { groups: rules.groups?.all(data), sets: setNumbers }),
        ...(rules.reads ?? []),
      ],
      decide(card, input) {
        const { settings, data, earlier, context } = input;
        const refusal = rules.refusal?.(card, input) ?? null;
        if (refusal !== null) return refuse(refusal);
        if (charactersOver(card.text, rules.characterLimit(settings)) > 0) {
          return refuse("too-long");
        }
        const { asksForCases, asksForQuotes } = rules.consents(settings);
        const { text, notForStage } = card;
        const before = context.sealed.card(context.tag(cardSlot(card.edit)))?.content;
        const attributes = rules.settled
          ? rules.settled(card.attributes, input, before?.attributes ?? null)
          : card.attributes;
        if (attributes === null) return refuse("not-allowed");
        const content = {
          ...{ text, attributes, notForStage },
          mayBeCase: asksForCases && card.mayBeCase && !card.unfair && !notForStage,
          mayBeQuoted: asksForQuotes && card.mayBeQuoted && !notForStage,
          unfair: asksForCases && card.unfair,
        };
        const budget = rules.budget(input);
        return submitCard({
          ...{ context, command: card, content, batch: data.batch, earlier, groupOf },
          limits: { each: budget, inAll: rules.groups?.inAll?.(settings, data) ?? Infinity },
          mayMove: rules.groups?.mayMove ?? false,
          sets: setsOf(content.attributes, settings),
        });
      },
    }),
    /** A paper card of somebody without a phone. */
    typeInCard: command({
      from: "facilitator",
      schema: typedInCard(rules.attributes),
      reads: ({ card }) => [{ of: "typedIn", card }, ...(rules.reads ?? [])],
      decide(card, input) {
        const { settings, data, context } = input;
        const { attributes, text } = card;
        const refusal =
          rules.refusal?.({ edit: card.card, revision: 1, attributes }, input) ?? null;
        if (refusal !== null) return refuse(refusal);
        if (charactersOver(text, rules.characterLimit(settings)) > 0) return refuse("too-long");
        return typeInCard(data, context, card);
      },
    }),
    withdrawCard: command({
      from: "participant",
      schema: withdrawn,
      reads: (card, data) =>
        cardReads(card, data.batch, { groups: rules.groups?.all(data), sets: setNumbers }),
      decide: (card, { settings, context }) =>
        withdrawCard(context, card, groupOf, (attributes) => setsOf(attributes, settings)),
    }),
    holdCard: command({
      from: "facilitator",
      schema: held,
      reads: ({ reviewId }) => [{ of: "gathered", reviewId }],
      decide: (card, { data, phase, context }) =>
        canHold(phase)
          ? holdCard(data, context, card, rules.shownAttributes)
          : refuse("wrong-phase"),
    }),
    /** All that wait for their reveal at once. */
    holdCards: command({
      from: "facilitator",
      schema: holdAll,
      reads: () => [{ of: "review" }],
      decide: (all, { data, phase, context }) =>
        canHold(phase) ? holdCards(data, context, all) : refuse("wrong-phase"),
    }),
    /** Takes the late cards into review, once they are enough people's. */
    reviewLate: command({
      from: "facilitator",
      schema: lateReviewed,
      reads: (_, { batch }) => [{ of: "batch", batch }],
      decide: (_, { data, phase, context }) =>
        rules.lateBatch(data, phase) === null ? refuse("wrong-phase") : reviewLate(data, context),
    }),
    /** Shows the reviewed late cards. */
    revealLate: command({
      from: "facilitator",
      schema: lateRevealed,
      reads: (_, { reviewed }) => (reviewed === null ? [] : [{ of: "batch", batch: reviewed }]),
      decide: (_, { data, context }) => revealLate(data, context, rules.shownAttributes),
    }),
  } satisfies CommandTable<Settings, Data, CardBatchEvent>;
}

/** Hands in a new card or a newer revision of one; repeats change nothing. */
function submitCard<Event>(input: {
  context: RuleContext;
  command: { edit: string; markHash: string; revision: number };
  content: CardContent;
  batch: number;
  /** Cards of one contributor in each group, or in the batch where there are none, and in all groups. */
  limits: { each: number; inAll: number };
  mayMove: boolean;
  earlier: Earlier;
  groupOf: GroupOf;
  /** Numbers of the sets that the card counts in. */
  sets: readonly number[];
}): Decision<Event> {
  const { context, command, content, batch, limits, earlier, groupOf, sets } = input;
  const group = groupOf(content.attributes);
  const editHash = context.tag(cardSlot(command.edit));
  const stored = context.sealed.card(editHash);
  if (stored) {
    // A newer revision is here already, or the card was withdrawn: a repeat.
    if (isWithdrawn(stored) || stored.revision > command.revision) return accept();
    const shown = earlier.shownUnder(command.markHash);
    if (stored.revision === command.revision) {
      return isRepeat(stored, shown, content) ? accept() : refuse("conflict");
    }
    const before = stored.content === null ? null : groupOf(stored.content.attributes);
    const moves = stored.content !== null && before !== group;
    // Each group has a share of its own: a card that changed its group would be counted for the other one.
    if (moves && !input.mayMove) return refuse("not-allowed");
    // Others have read it, in review or on the stage: whoever saw it change would know whose pen it is (rule 2).
    if (stored.reviewId !== null || stored.content === null) return refuse("wrong-phase");
    const from = moves ? shareOf(context, stored.batch, before) : null;
    const to = moves ? shareOf(context, stored.batch, group) : null;
    if (to && to.count >= limits.each) return refuse("over-budget");
    return accept<Event>(
      [],
      [
        { op: "putCard", card: { ...stored, revision: command.revision, content } },
        ...(from ? [{ ...from, count: Math.max(0, from.count - 1) }] : []),
        ...(to ? [{ ...to, count: to.count + 1 }] : []),
      ],
    );
  }
  // Under a mark that stands on another card its author would seem to have written this one, too.
  // Whatever else is handed in under it, the answer is the same (P101).
  if (context.sealed.cardOfMark(command.markHash) || earlier.shownUnder(command.markHash)) {
    return refuse("not-allowed");
  }
  const tag = context.tag(contributorSlot(batch));
  const count = context.sealed.contributed(batch, tag);
  const share = shareOf(context, batch, group);
  if ((share?.count ?? count) >= limits.each) return refuse("over-budget");
  if (share && count >= limits.inAll) return refuse("over-budget");
  const card: SealedCard = {
    editHash,
    markHash: command.markHash,
    revision: command.revision,
    batch,
    content,
    reviewId: null,
    held: false,
    tagged: false,
  };
  return accept<Event>(
    [],
    [
      { op: "putCard", card },
      { op: "setContributed", batch, tag, count: count + 1 },
      ...(share ? [{ ...share, count: share.count + 1 }] : []),
      ...contributedTo(context, sets, 1),
    ],
  );
}

/** The sender's cards in each of these sets, one more or one less. */
function contributedTo(
  { sealed, tag }: RuleContext,
  sets: readonly number[],
  change: 1 | -1,
): SealedWrite[] {
  return sets.map((batch) => {
    const own = tag(contributorSlot(batch));
    const count = Math.max(0, sealed.contributed(batch, own) + change);
    return { op: "setContributed", batch, tag: own, count };
  });
}

/** The sender's share of a group, as it is now; null where there are no groups. */
function shareOf({ sealed, tag }: RuleContext, batch: number, group: string | null) {
  if (group === null) return null;
  const own = tag(shareSlot(batch, group));
  return { op: "setShare", batch, tag: own, count: sealed.share(batch, own) } as const;
}

/**
 * Whether a revision that is taken comes again as it was. Of a card that was shown its row knows nothing
 * any more, and anybody could bring that mark: only what everybody sees is compared, never consents.
 */
function isRepeat(
  stored: SealedCard,
  shown: RevealedCard | undefined,
  content: CardContent,
): boolean {
  if (stored.content !== null) return isSame(stored.content, content);
  const { attributes } = content;
  return (
    shown?.text === content.text &&
    // Not all of them need be shown, and what is shown need not have been handed in.
    Object.entries(shown.attributes).every(
      ([name, value]) => !(name in attributes) || attributes[name] === value,
    ) &&
    shown.notForStage === content.notForStage
  );
}

/** Withdrawn: its words are gone. Of a card that was shown the mark is, too. */
const isWithdrawn = ({ content, markHash }: SealedCard): boolean =>
  content === null && markHash !== null;

/** Takes a card back; possible until the reveal. What isn't this device's is unknown here. */
function withdrawCard<Event>(
  context: RuleContext,
  command: { edit: string },
  groupOf: GroupOf,
  setsOf: (attributes: CardAttributes) => readonly number[],
): Decision<Event> {
  const stored = context.sealed.card(context.tag(cardSlot(command.edit)));
  if (!stored) return refuse("closed");
  if (isWithdrawn(stored)) return accept();
  if (stored.content === null) return refuse("closed");
  const tag = context.tag(contributorSlot(stored.batch));
  const count = context.sealed.contributed(stored.batch, tag);
  const share = shareOf(context, stored.batch, groupOf(stored.content.attributes));
  return accept<Event>(
    [],
    [
      // Facilitators who see it go on seeing it as it is, held or not (docs/decisions/0018).
      { op: "putCard", card: { ...stored, content: null } },
      { op: "setContributed", batch: stored.batch, tag, count: Math.max(0, count - 1) },
      ...(share ? [{ ...share, count: Math.max(0, share.count - 1) }] : []),
      ...contributedTo(context, setsOf(stored.content.attributes), -1),
    ],
  );
}

/**
 * Rows to load before an author's command on a card is decided. `batch` is the one being written now;
 * `groups` and `sets` are those in which cards and contributors are counted apart.
 */
export function cardReads(
  { edit, markHash }: { edit: string; markHash?: string },
  batch: number,
  { groups = [], sets = [] }: { groups?: readonly string[]; sets?: readonly number[] } = {},
): SealedRead[] {
  // A card that is withdrawn may belong to any batch: held ones outlive their reveal.
  const contributed = batchesUpTo(batch).flatMap((each): SealedRead[] => [
    { of: "contributed", batch: each },
    ...groups.map((group) => ({ of: "share", batch: each, group }) as const),
  ]);
  const seen = markHash === undefined ? [] : [{ of: "mark", markHash } as const];
  const inSets = sets.map((set) => ({ of: "contributed", batch: set }) as const);
  return [{ of: "card", edit }, ...seen, ...contributed, ...inSets];
}
