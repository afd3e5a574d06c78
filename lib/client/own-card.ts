import * as z from "zod/mini";
import { cardAttributes, cardStanding } from "@/lib/activities/card-schema";
import { sendingState, stateAfter } from "@/lib/activities/kept";
import { hashSecret } from "@/lib/client/random";
import { activityKey, randomId } from "@/lib/ids";
import type { Acknowledgement } from "@/lib/protocol";
import type { ActivityCommand } from "@/lib/session/commands";

/**
 * A card of one's own on its device, from its first letter to the server's answer. All of it is pure: what is
 * changed here is applied again to what other pages of the device have stored.
 */

/** "I'd like to talk", as far as it has got. */
export const talkSignal = z.object({ revision: z.int(), state: sendingState });

/** A card of one's own. Its two secrets are what make it one's own; nobody else has them. */
export const ownCard = z.object({
  edit: randomId,
  mark: randomId,
  activity: activityKey,
  attributes: cardAttributes,
  /** What the editor holds. */
  draft: z.string(),
  /** What was handed in last; null: never, or withdrawn. */
  sent: z.nullable(z.string()),
  mayBeCase: z.boolean(),
  mayBeQuoted: z.boolean(),
  /** Tagged as unfair or hurtful: then it can't become a case. */
  unfair: z.boolean(),
  notForStage: z._default(z.boolean(), false),
  revision: z.int(),
  state: sendingState,
  withdrawn: z.boolean(),
  /** What the server has last said yes to; null: to nothing yet. */
  accepted: z._default(z.nullable(z.string()), null),
  /** What the server said no to, because review or reveal came first. */
  tooLate: z._default(z.nullable(z.enum(["change", "withdrawal"])), null),
  /** Refused because this device's share was handed in before; it may have forgotten that (P73). */
  overBudget: z._default(z.boolean(), false),
  /** Written after writing had closed, as far as this device saw. */
  late: z._default(z.boolean(), false),
  /** What the server told this device alone (P49). */
  standing: z._default(z.nullable(cardStanding), null),
  reply: z._default(z.nullable(z.string()), null),
  talk: z._default(z.nullable(talkSignal), null),
});

export type OwnCard = z.infer<typeof ownCard>;

/** What a device keeps, as far as cards go. */
interface WithCards {
  cards: OwnCard[];
}

/** A card that nothing has been written on yet. */
export function newOwnCard(
  start: Pick<OwnCard, "edit" | "mark" | "activity"> & Partial<OwnCard>,
): OwnCard {
  return {
    attributes: {},
    draft: "",
    sent: null,
    mayBeCase: false,
    mayBeQuoted: false,
    unfair: false,
    notForStage: false,
    revision: 0,
    state: "draft",
    withdrawn: false,
    accepted: null,
    tooLate: null,
    overBudget: false,
    late: false,
    standing: null,
    reply: null,
    talk: null,
    ...start,
  };
}

/** Whether a card is to be handed in again: it never arrived, or another page's words did. */
export function isToBeSentAgain({ state, sent }: Pick<OwnCard, "state" | "sent">): boolean {
  return state === "conflict" || (state === "refused" && sent === null);
}

/** What this device still holds of a card that the server has not got. */
export function unsentText({ draft, sent, state }: OwnCard): string | null {
  const text = draft.trim();
  return text === "" || text === sent || state === "saving" ? null : text;
}

/** The record with one more card; with it already, as it was. */
export function withCard<Kept extends WithCards>(record: Kept, card: OwnCard): Kept {
  const isKnown = record.cards.some(({ edit }) => edit === card.edit);
  return isKnown ? record : { ...record, cards: [...record.cards, card] };
}

/** The record with one card changed. */
export function changeCard<Kept extends WithCards>(
  record: Kept,
  edit: unknown,
  change: (card: OwnCard) => OwnCard,
): Kept {
  return {
    ...record,
    cards: record.cards.map((card) => (card.edit === edit ? change(card) : card)),
  };
}

/** The record with what an editor holds handed in, and the command that says so. */
interface CardHandedIn<Kept> {
  record: Kept;
  command: ActivityCommand;
}

/**
 * Hands in what the editor holds; `content` is what the kind's command carries beside it. `late`: after
 * writing had closed.
 */
export function cardHandedIn<Kept extends WithCards>(
  before: Kept,
  card: OwnCard,
  { content, late }: { content: object; late: boolean },
): CardHandedIn<Kept> {
  const { edit, mark, activity, notForStage } = card;
  const text = card.draft.trim();
  const cards = withCard(before, card);
  const known = cards.cards.find((each) => each.edit === edit) ?? card;
  const revision = known.revision + 1;
  const secrets = { edit, markHash: hashSecret(mark), revision };
  const command = { type: "submitCard", ...secrets, text, notForStage, ...content };
  return {
    record: changeCard(cards, edit, (each) => ({
      ...each,
      ...{ draft: text, sent: text, revision, state: "saving" },
      tooLate: null,
      // A card stays in the batch it was first handed in for.
      late: each.accepted === null ? late : each.late,
    })),
    command: { type: "activity", activity, command },
  };
}

/** Takes a card back. */
export function cardWithdrawn<Kept extends WithCards>(
  before: Kept,
  { edit, activity }: OwnCard,
): CardHandedIn<Kept> {
  return {
    record: changeCard(before, edit, (each) => ({ ...each, withdrawn: true, state: "saving" })),
    command: { type: "activity", activity, command: { type: "withdrawCard", edit } },
  };
}

/** What becomes of a card with the server's final answer. One to an older revision changes nothing. */
export function withCardAnswer<Kept extends WithCards>(
  record: Kept,
  command: ActivityCommand["command"],
  answer: Acknowledgement,
): Kept {
  const state = stateAfter(answer);
  switch (command.type) {
    case "submitCard":
      return changeCard(record, command.edit, (card) => {
        const accepted =
          answer.ok && typeof command.text === "string" ? command.text : card.accepted;
        // The newest may have been answered first, where two pages sent the same queue.
        if (card.revision !== command.revision)
          return card.state === "saved" ? card : { ...card, accepted };
        if (answer.ok) return { ...card, accepted, state, tooLate: null };
        // Something of this card is there, and it isn't this.
        if (state === "conflict") return { ...card, state, sent: accepted };
        // Never arrived at all: a draft again, with its text. Else what had arrived stands.
        return accepted === null
          ? { ...card, state, sent: null, overBudget: answer.code === "over-budget" }
          : { ...card, state: "saved", sent: accepted, tooLate: "change" };
      });
    case "withdrawCard":
      // Refused: the reveal came first, so the card is among the others.
      return changeCard(record, command.edit, (card) =>
        answer.ok
          ? { ...card, state }
          : { ...card, state: "saved", withdrawn: false, tooLate: "withdrawal" },
      );
    default:
      return record;
  }
}
