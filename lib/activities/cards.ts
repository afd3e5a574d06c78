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
  isRevealed(markHash: string): boolean;
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
  if (input.isRevealed(command.markHash)) return accept();
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
