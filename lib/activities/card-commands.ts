import * as z from "zod/mini";
import type { CardBatchEvent } from "@/lib/activities/card-events";
import { CARD_CHARACTERS_MAX, type CardAttributes } from "@/lib/activities/card-schema";
import {
  cardReads,
  type GroupOf,
  holdCard,
  holdCards,
  revealLate,
  reviewLate,
  submitCard,
  withdrawCard,
} from "@/lib/activities/cards";
import {
  type CardBatches,
  type CommandTable,
  commandsOf,
  type RuleInput,
  refuse,
} from "@/lib/activities/contract";
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

/** What its author is asked to allow, by the plan. */
export interface Consents {
  asksForCases: boolean;
  asksForQuotes: boolean;
}

export interface CardRules<Settings, Data, Attributes> {
  /** What this kind's cards carry besides their text. */
  attributes: z.ZodMiniType<Attributes>;
  /** Why this card can't be handed in now; null where it can. Repeats come here as well. */
  refusal?(
    card: { edit: string; attributes: Attributes },
    input: RuleInput<Settings, Data>,
  ): RefusalCode | null;
  characterLimit(settings: Settings): number;
  consents(settings: Settings): Consents;
  /** Cards of one group that count together; left out where all of a batch do. */
  groups?: { of: GroupOf; all(data: Data): readonly string[] };
  /** Cards that one contributor may have in the batch, or in each group of it. */
  budget(input: RuleInput<Settings, Data>): number;
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
  return {
    submitCard: command({
      from: "participant",
      schema: submittedCard(rules.attributes),
      reads: (card, data) => cardReads(card, data.batch, rules.groups?.all(data)),
      decide(card, input) {
        const { settings, data, earlier, context } = input;
        const refusal = rules.refusal?.(card, input) ?? null;
        if (refusal !== null) return refuse(refusal);
        if (charactersOver(card.text, rules.characterLimit(settings)) > 0) {
          return refuse("too-long");
        }
        const { asksForCases, asksForQuotes } = rules.consents(settings);
        const { text, attributes, notForStage } = card;
        const content = {
          ...{ text, attributes, notForStage },
          mayBeCase: asksForCases && card.mayBeCase && !card.unfair && !notForStage,
          mayBeQuoted: asksForQuotes && card.mayBeQuoted && !notForStage,
          unfair: asksForCases && card.unfair,
        };
        const budget = rules.budget(input);
        const { batch } = data;
        return submitCard({ context, command: card, content, batch, budget, earlier, groupOf });
      },
    }),
    withdrawCard: command({
      from: "participant",
      schema: withdrawn,
      reads: (card, data) => cardReads(card, data.batch, rules.groups?.all(data)),
      decide: (card, { context }) => withdrawCard(context, card, groupOf),
    }),
    holdCard: command({
      from: "facilitator",
      schema: held,
      reads: () => [{ of: "everything" }],
      decide: (card, { data, phase, context }) =>
        canHold(phase) ? holdCard(data, context, card) : refuse("wrong-phase"),
    }),
    /** All that wait for their reveal at once. */
    holdCards: command({
      from: "facilitator",
      schema: holdAll,
      reads: () => [{ of: "everything" }],
      decide: (all, { data, phase, context }) =>
        canHold(phase) ? holdCards(data, context, all) : refuse("wrong-phase"),
    }),
    /** Takes the late cards into review, once they are enough people's. */
    reviewLate: command({
      from: "facilitator",
      schema: lateReviewed,
      reads: () => [{ of: "everything" }],
      decide: (_, { data, phase, context }) =>
        rules.lateBatch(data, phase) === null ? refuse("wrong-phase") : reviewLate(data, context),
    }),
    /** Shows the reviewed late cards. */
    revealLate: command({
      from: "facilitator",
      schema: lateRevealed,
      reads: () => [{ of: "everything" }],
      decide: (_, { data, context }) => revealLate(data, context),
    }),
  } satisfies CommandTable<Settings, Data, CardBatchEvent>;
}
