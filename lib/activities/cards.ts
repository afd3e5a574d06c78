import { isSame } from "@/lib/activities/ballots";
import type {
  CardConsents,
  CardStanding,
  RevealedCard,
  ReviewCard,
} from "@/lib/activities/card-schema";
import {
  type Audience,
  accept,
  type CardBatches,
  type CardContent,
  type Decision,
  type RuleContext,
  refuse,
  type SealedCard,
  type SealedRead,
  type SealedWrite,
} from "@/lib/activities/kit";

/**
 * What `collect` and `reframe` share: handing in, withdrawing, holding, gathering and revealing
 * anonymous cards (anonymity.md, rules 1, 2 and 9).
 */

/** Slot of a contributor's tag. One per batch, so that tags of two batches do not match. */
export const contributorSlot = (batch: number): string => `cards:${batch}`;

/** Hands in a new card or a newer revision of one; repeats change nothing. */
export function submitCard<Event>(input: {
  context: RuleContext;
  command: { edit: string; markHash: string; revision: number };
  content: CardContent;
  batch: number;
  budget: number;
  data: CardBatches;
}): Decision<Event> {
  const { context, command, content, batch, budget } = input;
  const editHash = context.hash(command.edit);
  const stored = context.sealed.card(editHash);
  if (stored) {
    // A newer revision is here already, or the card was withdrawn: a repeat.
    if (stored.content === null || stored.revision > command.revision) return accept();
    if (stored.revision === command.revision) {
      return isSame(stored.content, content) ? accept() : refuse("conflict");
    }
    // Review has shown it: a change would tell its author's writing from the others' (rule 2).
    if (stored.reviewId !== null) return refuse("wrong-phase");
    return accept<Event>(
      [],
      [{ op: "putCard", card: { ...stored, revision: command.revision, content } }],
    );
  }
  const shown = revealedWith(input.data, command.markHash);
  // A late retry of what is shown is a repeat (rule 9); a change that came too late is not saved.
  if (shown) return isShownAs(input.data, shown, content) ? accept() : refuse("wrong-phase");
  const tag = context.tag(contributorSlot(batch));
  const count = context.sealed.contributed(batch, tag);
  if (count >= budget) return refuse("over-budget");
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
    ],
  );
}

/** Takes a card back; possible until the reveal. Unknown cards are a repeat, or were revealed. */
export function withdrawCard<Event>(
  context: RuleContext,
  command: { edit: string },
): Decision<Event> {
  const stored = context.sealed.card(context.hash(command.edit));
  if (!stored) return refuse("closed");
  if (stored.content === null) return accept();
  const tag = context.tag(contributorSlot(stored.batch));
  const count = context.sealed.contributed(stored.batch, tag);
  return accept<Event>(
    [],
    [
      { op: "putCard", card: { ...stored, content: null, held: false } },
      { op: "setContributed", batch: stored.batch, tag, count: Math.max(0, count - 1) },
    ],
  );
}

/** Gives the batch's cards review ids. Ids are random and views sort by them, so no order is left. */
function gatherForReview(context: RuleContext, batch: number): SealedWrite[] {
  return context
    .shuffle(liveCards(context, batch))
    .map((card) => ({ op: "putCard", card: { ...card, reviewId: context.randomId() } }));
}

/**
 * Holds a card back from its reveal, or lets it through. A card that was kept out of a reveal can
 * only be released: it then hides among the contributors of its own batch (rule 2).
 */
export function holdCard(
  data: CardBatches,
  context: RuleContext,
  command: { reviewId: string; held: boolean },
): Decision<CardBatchEvent> {
  if (data.reviewed === null || !data.enough) return refuse("wrong-phase");
  const card = gatheredCards(data, context).find((each) => each.reviewId === command.reviewId);
  if (!card) return refuse("closed");
  if (data.revealed === null || card.batch > data.revealed) {
    return accept<CardBatchEvent>([], [{ op: "putCard", card: { ...card, held: command.held } }]);
  }
  if (command.held) return refuse("wrong-phase");
  return revealed(context, card.batch, [card]);
}

/** A sealed card as facilitators see it under review; null for one that they don't. */
export function underReview(card: SealedCard): ReviewCard | null {
  const { content, reviewId, batch, held, tagged } = card;
  return content && reviewId ? { id: reviewId, ...content, batch, held, tagged } : null;
}

/** Whether a batch has enough contributors, its held cards subtracted, to be shown (rule 2). */
function isEnough(context: RuleContext, batch: number): boolean {
  const held = liveCards(context, batch).filter((card) => card.held).length;
  return context.sealed.contributors(batch) - held >= context.k.cards;
}

/** Cards under new ids, shuffled; their sealed rows go in the same step. */
function revealCards(
  context: RuleContext,
  cards: readonly SealedCard[],
): {
  cards: RevealedCard[];
  consents: Record<string, CardConsents>;
  sealed: SealedWrite[];
} {
  const revealed: RevealedCard[] = [];
  const consents: Record<string, CardConsents> = {};
  const sealed: SealedWrite[] = [];
  for (const card of context.shuffle(cards)) {
    if (card.content === null) continue;
    const { text, caseId, lens, notForStage, mayBeCase, mayBeQuoted, unfair } = card.content;
    const id = context.randomId();
    revealed.push({ id, text, caseId, lens, notForStage, markHash: card.markHash });
    consents[id] = { mayBeCase, mayBeQuoted, unfair, tagged: card.tagged };
    sealed.push({ op: "deleteCard", editHash: card.editHash });
  }
  return { cards: revealed, consents, sealed };
}

function revealed(
  context: RuleContext,
  batch: number,
  released: readonly SealedCard[],
): Decision<CardBatchEvent> {
  const { cards, consents, sealed } = revealCards(context, released);
  return accept<CardBatchEvent>([{ type: "cardsRevealed", batch, cards, consents }], sealed);
}

/** The batch's cards that were not withdrawn. */
function liveCards(context: RuleContext, batch: number): SealedCard[] {
  return context.sealed.cards(batch).filter((card) => card.content !== null);
}

/** Everything that facilitators see and others don't: under review, or held since a reveal. */
export function gatheredCards(data: CardBatches, context: RuleContext): SealedCard[] {
  return batchesUpTo(data.reviewed ?? -1).flatMap((batch) => liveCards(context, batch));
}

const batchesUpTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, at) => at);

/** Facilitators' commands that look at whole batches. */
const countsCards: ReadonlySet<string> = new Set([
  "holdCard",
  "tagCard",
  "reviewLate",
  "revealLate",
]);

/** Rows to load before a card command is decided. `batch` is the one being written now. */
export function cardReads(
  command: { type: "submitCard" | "withdrawCard"; edit: string } | { type: string },
  batch: number,
): SealedRead[] {
  if ("edit" in command) {
    // A card that is withdrawn may belong to any batch: held ones outlive their reveal.
    const contributed = batchesUpTo(batch).map(
      (each) => ({ of: "contributed", batch: each }) as const,
    );
    return [{ of: "card", edit: command.edit }, ...contributed];
  }
  return countsCards.has(command.type) ? [{ of: "everything" }] : [];
}

/** The events by which a kind's batches change; each kind's event schema has these members. */
export type CardBatchEvent =
  | { type: "writingClosed"; batch: number; enough: boolean }
  | {
      type: "cardsRevealed";
      batch: number;
      cards: RevealedCard[];
      consents: Record<string, CardConsents>;
    }
  | { type: "revealSuppressed"; batch: number }
  | { type: "lateCardsDestroyed"; count: number }
  | { type: "unshownCardsDestroyed"; count: number };

export const noCardBatches = (): CardBatches => ({
  batch: 0,
  reviewed: null,
  revealed: null,
  enough: true,
  cards: new Map(),
  consents: new Map(),
  late: 0,
  unshown: 0,
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
export function revealReviewed(data: CardBatches, context: RuleContext): Decision<CardBatchEvent> {
  if (data.reviewed === null || !data.enough || data.revealed !== null) return accept();
  if (!isEnough(context, 0)) {
    return accept<CardBatchEvent>([{ type: "revealSuppressed", batch: 0 }]);
  }
  const enough = batchesUpTo(data.reviewed).filter((batch) => isEnough(context, batch));
  const events: CardBatchEvent[] = [];
  const sealed: SealedWrite[] = [];
  for (const batch of enough) {
    const { cards, consents, sealed: writes } = revealCards(context, released(context, batch));
    events.push({ type: "cardsRevealed", batch, cards, consents });
    sealed.push(...writes);
  }
  return accept(events, sealed);
}

const released = (context: RuleContext, batch: number): SealedCard[] =>
  liveCards(context, batch).filter((card) => !card.held);

/** Takes the waiting late cards into review, once they have k contributors (rule 2). */
export function reviewLate(data: CardBatches, context: RuleContext): Decision<CardBatchEvent> {
  const { batch } = data;
  if (!isEnough(context, batch)) return refuse("too-few");
  return accept<CardBatchEvent>(
    [{ type: "writingClosed", batch, enough: true }],
    gatherForReview(context, batch),
  );
}

/** Whether a late batch was reviewed and still waits for its own reveal. */
export const isReviewingLate = ({ reviewed, revealed }: CardBatches): boolean =>
  reviewed !== null && revealed !== null && reviewed > revealed;

/** Reveals a reviewed late batch; refused while its held cards bring it below k. */
export function revealLate(data: CardBatches, context: RuleContext): Decision<CardBatchEvent> {
  if (data.reviewed === null || !isReviewingLate(data)) return refuse("wrong-phase");
  if (!isEnough(context, data.reviewed)) return refuse("too-few");
  return revealed(context, data.reviewed, released(context, data.reviewed));
}

/** What its author's device is told of a card that is still sealed. */
export function standingOf(data: CardBatches, card: SealedCard): CardStanding | null {
  if (card.content === null) return null;
  return card.held && data.revealed !== null && card.batch <= data.revealed ? "held" : "waiting";
}

/**
 * What every phone is told of cards that go unshown when their activity closes, however it closes
 * (P74): how many came after the reveal, or, where there was none yet, how many there were. Cards
 * of too few people aren't told again, nor held ones: the room, or their author, heard why.
 */
export function destroyedCards(data: CardBatches, context: RuleContext): CardBatchEvent[] {
  const isUnshown = data.revealed === null && data.enough;
  const first = isUnshown ? 0 : (data.revealed ?? 0) + 1;
  const count = batchesUpTo(data.batch)
    .filter((batch) => batch >= first)
    .reduce((sum, batch) => sum + liveCards(context, batch).length, 0);
  if (count === 0) return [];
  return [{ type: isUnshown ? "unshownCardsDestroyed" : "lateCardsDestroyed", count }];
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

/** The card revealed under this mark. */
export function revealedWith(data: CardBatches, markHash: string): RevealedCard | undefined {
  for (const card of data.cards.values()) if (card.markHash === markHash) return card;
  return undefined;
}

/** Whether a revealed card is what its author sends now, consents included. */
function isShownAs(data: CardBatches, card: RevealedCard, content: CardContent): boolean {
  const consents = data.consents.get(card.id);
  return (
    card.text === content.text &&
    card.caseId === content.caseId &&
    card.lens === content.lens &&
    card.notForStage === content.notForStage &&
    consents?.mayBeCase === content.mayBeCase &&
    consents.unfair === content.unfair &&
    consents.mayBeQuoted === content.mayBeQuoted
  );
}

/** The revealed cards as an audience gets them: what is not for the stage stays away from it. */
export function cardsFor(audience: Audience, { cards }: CardBatches): RevealedCard[] {
  const all = [...cards.values()];
  return audience === "stage" ? all.filter((card) => !card.notForStage) : all;
}
