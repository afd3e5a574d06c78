import type { CardConsents, RevealedCard } from "@/lib/activities/card-schema";
import {
  accept,
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
    // A newer or equal revision is here already, or the card was withdrawn: a repeat.
    if (stored.content === null || stored.revision >= command.revision) return accept();
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
export function gatherForReview(context: RuleContext, batch: number): SealedWrite[] {
  return context
    .shuffle(liveCards(context, batch))
    .map((card) => ({ op: "putCard", card: { ...card, reviewId: context.randomId() } }));
}

/** Holds a card back from the reveal, or lets it through. */
export function holdCard<Event>(
  context: RuleContext,
  batch: number,
  command: { reviewId: string; held: boolean },
): Decision<Event> {
  const card = liveCards(context, batch).find((each) => each.reviewId === command.reviewId);
  if (!card) return refuse("closed");
  return accept<Event>([], [{ op: "putCard", card: { ...card, held: command.held } }]);
}

/** Whether a batch has enough contributors, its held cards subtracted, to be shown (rule 2). */
export function isEnough(context: RuleContext, batch: number): boolean {
  const held = liveCards(context, batch).filter((card) => card.held).length;
  return context.sealed.contributors(batch) - held >= context.k.cards;
}

/** The batch's released cards under new ids, shuffled; their sealed rows go in the same step. */
export function revealCards(
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
    const { text, caseId, lens, mayBeCase, mayBeQuoted } = card.content;
    const id = context.randomId();
    revealed.push({ id, text, caseId, lens, markHash: card.markHash });
    consents[id] = { mayBeCase, mayBeQuoted };
    sealed.push({ op: "deleteCard", editHash: card.editHash });
  }
  return { cards: revealed, consents, sealed };
}

/** The batch's cards that were not withdrawn. */
export function liveCards(context: RuleContext, batch: number): SealedCard[] {
  return context.sealed.cards(batch).filter((card) => card.content !== null);
}

/** Rows to load before a card command is decided. `batch` is the one being written now. */
export function cardReads(
  command: { type: "submitCard" | "withdrawCard"; edit: string } | { type: string },
  batch: number,
): SealedRead[] {
  if ("edit" in command) {
    const contributed: SealedRead[] = [{ of: "contributed", batch }];
    // A withdrawn card may belong to the batch under review.
    if (batch > 0) contributed.push({ of: "contributed", batch: batch - 1 });
    return [{ of: "card", edit: command.edit }, ...contributed];
  }
  return command.type === "holdCard" ? [{ of: "everything" }] : [];
}

/** What every kind with cards knows of them: the batches, and what was revealed. */
export interface CardBatches {
  /** The batch that cards handed in now belong to. */
  batch: number;
  /** The batch that review shows; null before writing closed. */
  reviewed: number | null;
  /** False: too few contributors, so nothing is shown to anybody and the room talks instead. */
  enough: boolean;
  cards: Map<string, RevealedCard>;
  consents: Map<string, CardConsents>;
  /** Cards that came after the reveal and were destroyed at the close. */
  late: number;
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
  | { type: "lateCardsDestroyed"; count: number };

export const noCardBatches = (): CardBatches => ({
  batch: 0,
  reviewed: null,
  enough: true,
  cards: new Map(),
  consents: new Map(),
  late: 0,
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

/** Reveals the reviewed batch, unless withdrawn and held cards have brought it below k. */
export function revealReviewed(data: CardBatches, context: RuleContext): Decision<CardBatchEvent> {
  if (data.reviewed === null || !data.enough || data.cards.size > 0) return accept();
  const batch = data.reviewed;
  if (!isEnough(context, batch)) {
    return accept<CardBatchEvent>([{ type: "revealSuppressed", batch }]);
  }
  const released = liveCards(context, batch).filter((card) => !card.held);
  const { cards, consents, sealed } = revealCards(context, released);
  return accept<CardBatchEvent>([{ type: "cardsRevealed", batch, cards, consents }], sealed);
}

/** What the close says of cards that came after review began; they go with the sealed rows. */
export function destroyLateCards(data: CardBatches, context: RuleContext): CardBatchEvent[] {
  const late = data.reviewed === null ? 0 : liveCards(context, data.batch).length;
  return late > 0 ? [{ type: "lateCardsDestroyed", count: late }] : [];
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
      for (const card of event.cards) data.cards.set(card.id, card);
      for (const [id, consents] of Object.entries(event.consents)) data.consents.set(id, consents);
      return;
    case "lateCardsDestroyed":
      data.late = event.count;
  }
}

function revealedWith(data: CardBatches, markHash: string): RevealedCard | undefined {
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
    consents?.mayBeCase === content.mayBeCase &&
    consents.mayBeQuoted === content.mayBeQuoted
  );
}
