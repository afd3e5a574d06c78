import type { KeptEntry, SendingState } from "@/lib/activities/kept";
import type { DeviceRecord, OwnCard } from "@/lib/client/device-record";
import type { WaitingCommand } from "@/lib/client/stored-frame";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command } from "@/lib/session/commands";

/** How far something has got once the server has answered. */
function stateAfter(answer: Acknowledgement): SendingState {
  if (answer.ok) return "saved";
  return answer.code === "conflict" ? "conflict" : "refused";
}

/**
 * What the device knows after the server's final answer to a queued command. Pure; also used for
 * answers to what an earlier page load handed in. An answer to an older revision changes nothing.
 */
export function withAnswer(
  record: DeviceRecord,
  { command, kept }: Pick<WaitingCommand, "command" | "kept">,
  answer: Acknowledgement,
): DeviceRecord {
  if (command.type === "wantToTalk") return withTalkAnswer(record, command, answer);
  if (command.type !== "activity") return record;
  const { command: inner } = command;
  const state = stateAfter(answer);
  if (kept !== null) {
    const own = record.kept[kept];
    if (own === undefined || own.revision !== inner.revision) return record;
    return { ...record, kept: { ...record.kept, [kept]: answered(own, state) } };
  }
  switch (inner.type) {
    case "submitCard":
      return changeCard(record, inner.edit, (card) => {
        const accepted = answer.ok && typeof inner.text === "string" ? inner.text : card.accepted;
        // The newest may have been answered first, where two pages sent the same queue.
        if (card.revision !== inner.revision)
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
      return changeCard(record, inner.edit, (card) =>
        answer.ok
          ? { ...card, state }
          : { ...card, state: "saved", withdrawn: false, tooLate: "withdrawal" },
      );
    default:
      return record;
  }
}

function withTalkAnswer(
  record: DeviceRecord,
  command: Extract<Command, { type: "wantToTalk" }>,
  answer: Acknowledgement,
): DeviceRecord {
  const state = stateAfter(answer);
  const told = (talk: DeviceRecord["talk"]) =>
    talk?.revision === command.revision ? { ...talk, state } : talk;
  if (command.mark === null) return { ...record, talk: told(record.talk) };
  return {
    ...record,
    cards: record.cards.map((card) =>
      card.mark === command.mark ? { ...card, talk: told(card.talk) } : card,
    ),
  };
}

/** What is kept after its answer; what was changed meanwhile and taken as it was before stays a draft. */
function answered(own: KeptEntry, state: SendingState): KeptEntry {
  return own.state === "draft" && state === "saved" ? own : { ...own, state };
}

/** The record with one more card; with it already, as it was. */
export function withCard(record: DeviceRecord, card: OwnCard): DeviceRecord {
  const isKnown = record.cards.some(({ edit }) => edit === card.edit);
  return isKnown ? record : { ...record, cards: [...record.cards, card] };
}

/** The record with one card changed. */
export function changeCard(
  record: DeviceRecord,
  edit: unknown,
  change: (card: OwnCard) => OwnCard,
): DeviceRecord {
  return {
    ...record,
    cards: record.cards.map((card) => (card.edit === edit ? change(card) : card)),
  };
}
