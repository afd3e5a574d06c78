import type { CardBatchEvent } from "@/lib/activities/card-events";
import type {
  CardAttributes,
  CardConsents,
  CardStanding,
  RevealedCard,
  ReviewCard,
} from "@/lib/activities/card-schema";
import {
  accept,
  type CardBatches,
  type Decision,
  type RuleContext,
  refuse,
  type Sealed,
  type SealedCard,
  type SealedWrite,
} from "@/lib/activities/contract";
import type { PhaseList } from "@/lib/activities/phase";
import type { Audience } from "@/lib/channel";

/**
 * What is shown of cards' attributes, in the order of the cards: all that are revealed at once. What is left out
 * is in no event and no view.
 */
export type ShownAttributes = (all: readonly CardAttributes[]) => readonly CardAttributes[];

const asWritten: ShownAttributes = (all) => all;

/**
 * What kinds with cards share: holding, gathering and revealing anonymous cards (anonymity.md, rules 1, 2
 * and 9). How one is handed in and taken back stands beside its commands (card-commands.ts).
 */

/** Slot of a contributor's tag. One per batch, so that tags of two batches do not match. */
export const contributorSlot = (batch: number): string => `cards:${batch}`;

/** Slot of a contributor's share of one group. One per group, so that nobody's cards of two are linked. */
export const shareSlot = (batch: number, group: string): string => `share:${batch}:${group}`;

/**
 * Slot of the tag under which a card is sealed. It takes the card's edit secret and the device that
 * handed it in: a card that changes from another device would be taken off another contributor
 * (docs/decisions/0030-cards-are-their-devices.md). Nobody else can tell whose tag it is.
 */
export const cardSlot = (edit: string): string => `card:${edit}`;

/** Gives the batch's cards review ids. Ids are random and views sort by them, so no order is left. */
const gatherForReview = (context: RuleContext, batch: number): SealedWrite[] =>
  gathered(context, liveCards(context.sealed, batch));

/** The same of some of its cards. */
export function gathered(context: RuleContext, cards: readonly SealedCard[]): SealedWrite[] {
  return context
    .shuffle(cards)
    .map((card) => ({ op: "putCard", card: { ...card, reviewId: context.randomId() } }));
}

/**
 * Holds a card back from its reveal, or lets it through. A card that was kept out of a reveal can
 * only be released: it then hides among the contributors of its own batch (rule 2). One that was
 * withdrawn is answered and held as if it stood (P100).
 */
export function holdCard(
  data: CardBatches,
  context: RuleContext,
  command: { reviewId: string; held: boolean },
  shown: ShownAttributes = asWritten,
): Decision<CardBatchEvent> {
  if (data.reviewed === null || !data.enough) return refuse("wrong-phase");
  const card = gatheredCard(data, context, command.reviewId);
  if (!card) return refuse("closed");
  const wasKept = data.revealed !== null && card.batch <= data.revealed;
  if (wasKept && command.held) return refuse("wrong-phase");
  if (wasKept && card.content !== null) return revealed(context, card.batch, [card], shown);
  return accept<CardBatchEvent>([], [{ op: "putCard", card: { ...card, held: command.held } }]);
}

/**
 * Holds back everything that waits for its reveal, or lets all of it through, in one command: as many
 * frames as there are cards would not get through in time (P34). Withdrawn cards count as if they stood.
 */
export function holdCards(
  data: CardBatches,
  context: RuleContext,
  { held }: { held: boolean },
): Decision<CardBatchEvent> {
  if (data.reviewed === null || !data.enough) return refuse("wrong-phase");
  const waiting = batchesUpTo(data.reviewed).filter((batch) => batch > (data.revealed ?? -1));
  if (waiting.length === 0) return refuse("wrong-phase");
  const cards = waiting
    .flatMap((batch) => context.sealed.cards(batch))
    .filter((card) => card.reviewId !== null && card.held !== held);
  // Shuffled: rows written in the order in which they were found would keep that order for whoever reads them.
  const changed = context.shuffle(cards);
  return accept<CardBatchEvent>(
    [],
    changed.map((card) => ({ op: "putCard", card: { ...card, held } })),
  );
}

/** A sealed card as facilitators see it under review; null for one that they don't. */
export function underReview(card: SealedCard): ReviewCard | null {
  const { content, reviewId, batch, held, tagged } = card;
  return content && reviewId ? { id: reviewId, ...content, batch, held, tagged } : null;
}

/** A card that was gathered for review, also one that was withdrawn since (P100). */
export function gatheredCard(
  { reviewed }: CardBatches,
  { sealed }: RuleContext,
  reviewId: string,
): SealedCard | undefined {
  return batchesUpTo(reviewed ?? -1)
    .flatMap((batch) => sealed.cards(batch))
    .find((each) => each.reviewId === reviewId);
}

/**
 * How many people a batch's cards count for: those who handed in, and never more than there are
 * cards left (rule 6). Typed-in cards are nobody's here: facilitators know them, and would subtract them.
 */
export function peopleBehind(sealed: Sealed, batch: number): number {
  return Math.min(sealed.contributors(batch), handedIn(sealed, batch).length);
}

/** Whether a batch is enough people's, its held cards subtracted, to be shown (rule 2). */
function isEnough({ sealed, k }: RuleContext, batch: number): boolean {
  const held = handedIn(sealed, batch).filter((card) => card.held).length;
  return peopleBehind(sealed, batch) - held >= k.cards;
}

/**
 * Cards under new ids, shuffled. Of their sealed rows only the tag and the revision stay, until the
 * activity closes: what knows a retry from a change that came too late, and knows no card (P102).
 */
export function revealCards(
  context: RuleContext,
  cards: readonly SealedCard[],
  shown: ShownAttributes,
): {
  cards: RevealedCard[];
  consents: Record<string, CardConsents>;
  sealed: SealedWrite[];
} {
  const revealed: RevealedCard[] = [];
  const consents: Record<string, CardConsents> = {};
  const live = context
    .shuffle(cards)
    .flatMap(({ content, markHash, tagged }) =>
      content === null || markHash === null ? [] : [{ content, markHash, tagged }],
    );
  const attributes = shown(live.map(({ content }) => content.attributes));
  for (const [at, card] of live.entries()) {
    const { text, notForStage, mayBeCase, mayBeQuoted, unfair, typedIn } = card.content;
    const id = context.randomId();
    revealed.push({
      ...{ id, text, attributes: attributes[at] ?? {} },
      ...{ notForStage, markHash: card.markHash },
    });
    const { tagged } = card;
    consents[id] = { mayBeCase, mayBeQuoted, unfair, tagged, ...(typedIn ? { typedIn } : {}) };
  }
  // In an order of their own: rows written in the order of the cards would say which is whose.
  const sealed = context.shuffle(cards).map(
    (card): SealedWrite => ({
      op: "putCard",
      card: { ...card, content: null, markHash: null, reviewId: null, held: false, tagged: false },
    }),
  );
  return { cards: revealed, consents, sealed };
}

function revealed(
  context: RuleContext,
  batch: number,
  released: readonly SealedCard[],
  shown: ShownAttributes,
): Decision<CardBatchEvent> {
  const { cards, consents, sealed } = revealCards(context, released, shown);
  return accept<CardBatchEvent>([{ type: "cardsRevealed", batch, cards, consents }], sealed);
}

/** The batch's cards that are still sealed and were not withdrawn. */
export function liveCards(sealed: Sealed, batch: number): SealedCard[] {
  return sealed.cards(batch).filter((card) => card.content !== null);
}

/** Those of them that phones have handed in. */
const handedIn = (sealed: Sealed, batch: number): SealedCard[] =>
  liveCards(sealed, batch).filter(({ content }) => !content?.typedIn);

/** All batches from the first to this one. */
export const batchesUpTo = (last: number): number[] =>
  Array.from({ length: last + 1 }, (_, at) => at);

export const noCardBatches = (): CardBatches => ({
  batch: 0,
  reviewed: null,
  revealed: null,
  enough: true,
  cards: new Map(),
  consents: new Map(),
  late: 0,
  unshown: null,
});

/** Closes writing for the current batch; it is gathered only where it is large enough to show. */
export function closeWriting(data: CardBatches, context: RuleContext): Decision<CardBatchEvent> {
  if (data.reviewed !== null) return accept();
  const { batch } = data;
  const enough = isEnough(context, batch);
  return accept<CardBatchEvent>(
    [{ type: "writingClosed", batch, enough }],
    enough ? gatherForReview(context, batch) : [],
  );
}

/**
 * Reveals what was reviewed. Where withdrawn and held cards have brought the first batch below k,
 * nothing is shown; a late batch that they brought below k stays sealed.
 */
export function revealReviewed(
  data: CardBatches,
  context: RuleContext,
  shown: ShownAttributes = asWritten,
): Decision<CardBatchEvent> {
  if (data.reviewed === null || !data.enough || data.revealed !== null) return accept();
  if (!isEnough(context, 0)) {
    return accept<CardBatchEvent>([{ type: "revealSuppressed", batch: 0 }]);
  }
  const enough = batchesUpTo(data.reviewed).filter((batch) => isEnough(context, batch));
  const events: CardBatchEvent[] = [];
  const sealed: SealedWrite[] = [];
  for (const batch of enough) {
    const cardsOf = released(context, batch);
    const { cards, consents, sealed: writes } = revealCards(context, cardsOf, shown);
    events.push({ type: "cardsRevealed", batch, cards, consents });
    sealed.push(...writes);
  }
  return accept(events, sealed);
}

const released = (context: RuleContext, batch: number): SealedCard[] =>
  liveCards(context.sealed, batch).filter((card) => !card.held);

/**
 * Takes the waiting late cards into review, once they were counted as enough people's (rule 2): asked
 * again and again, the rows themselves would tell the moment at which the k-th card came.
 */
export function reviewLate(data: CardBatches, context: RuleContext): Decision<CardBatchEvent> {
  const { batch } = data;
  // Somebody may have withdrawn since the count; what is too few is shown to nobody.
  if (context.lateReady !== batch || !isEnough(context, batch)) return refuse("too-few");
  return accept<CardBatchEvent>(
    [{ type: "writingClosed", batch, enough: true }],
    gatherForReview(context, batch),
  );
}

/** Whether a late batch was reviewed and still waits for its own reveal. */
export const isReviewingLate = ({ reviewed, revealed }: CardBatches): boolean =>
  reviewed !== null && revealed !== null && reviewed > revealed;

/** Reveals a reviewed late batch; refused while its held cards bring it below k. */
export function revealLate(
  data: CardBatches,
  context: RuleContext,
  shown: ShownAttributes = asWritten,
): Decision<CardBatchEvent> {
  if (data.reviewed === null || !isReviewingLate(data)) return refuse("wrong-phase");
  if (!isEnough(context, data.reviewed)) return refuse("too-few");
  return revealed(context, data.reviewed, released(context, data.reviewed), shown);
}

/** What its author's device is told of a card that is still sealed. */
export function standingOf(data: CardBatches, card: SealedCard): CardStanding | null {
  if (card.content === null) return null;
  return card.held && data.revealed !== null && card.batch <= data.revealed ? "held" : "waiting";
}

/**
 * What every phone is told of cards that go unshown when their activity closes, however it closes
 * (P74): how many came after the reveal, or, where there was none yet, how many there were. Only
 * batches of k people are counted. Of fewer nobody is told that there were any: an activity that is
 * left before its reveal says the same without a single card (P103).
 */
export function destroyedCards(
  data: CardBatches,
  left: { phases: PhaseList; phase: string | null },
  { sealed, k }: RuleContext,
): CardBatchEvent[] {
  const isUnshown = data.revealed === null && data.enough;
  const first = isUnshown ? 0 : (data.revealed ?? 0) + 1;
  const count = batchesUpTo(data.batch)
    .filter((batch) => batch >= first && peopleBehind(sealed, batch) >= k.cards)
    .reduce((sum, batch) => sum + liveCards(sealed, batch).length, 0);
  if (!isUnshown) return count === 0 ? [] : [{ type: "lateCardsDestroyed", count }];
  const at = left.phases.findIndex(({ name }) => name === left.phase);
  const couldWrite = at >= left.phases.findIndex(({ takes }) => takes === "cards");
  return couldWrite ? [{ type: "unshownCardsDestroyed", count }] : [];
}

/** Applies an event of the batches, in place. */
export function evolveCardBatches(data: CardBatches, event: CardBatchEvent): void {
  switch (event.type) {
    case "writingClosed":
      data.reviewed = event.batch;
      data.batch = event.batch + 1;
      data.enough = event.enough;
      return;
    case "revealSuppressed":
      data.enough = false;
      return;
    case "cardsRevealed":
      data.revealed = Math.max(data.revealed ?? 0, event.batch);
      for (const card of event.cards) data.cards.set(card.id, card);
      for (const [id, consents] of Object.entries(event.consents)) data.consents.set(id, consents);
      return;
    case "lateCardsDestroyed":
      data.late = event.count;
      return;
    case "unshownCardsDestroyed":
      data.unshown = event.count;
  }
}

/** The revealed cards as an audience gets them: what is not for the stage stays away from it. */
export function cardsFor(audience: Audience, { cards }: CardBatches): RevealedCard[] {
  const all = [...cards.values()];
  return audience === "stage" ? all.filter((card) => !card.notForStage) : all;
}
