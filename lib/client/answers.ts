import type { DeviceRecord, OwnCard, SendingState } from "@/lib/client/device-record";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command } from "@/lib/session/commands";

/**
 * What the device knows after the server's final answer to a queued command. Pure; also used for
 * answers to what an earlier page load handed in. An answer to an older revision changes nothing.
 */
export function withAnswer(
  record: DeviceRecord,
  command: Command,
  answer: Acknowledgement,
): DeviceRecord {
  if (command.type !== "activity") return record;
  const { activity, command: inner } = command;
  const state: SendingState = answer.ok ? "saved" : "refused";
  const isNewest = (own: { revision: number }) => own.revision === inner.revision;
  switch (inner.type) {
    case "submitCard":
    case "submitReading":
      return changeCard(record, inner.edit, (card) => {
        if (!isNewest(card)) return card;
        // Never arrived at all: a draft again, with its text.
        const isNew = card.revision === 1;
        return { ...card, state, sent: answer.ok || !isNew ? card.sent : null };
      });
    case "withdrawCard":
    case "withdrawReading":
      // Refused: the reveal came first, so the card is among the others.
      return changeCard(record, inner.edit, (card) =>
        answer.ok ? { ...card, state } : { ...card, state: "saved", withdrawn: false },
      );
    case "castScores": {
      const own = record.scores[activity];
      if (!own || !isNewest(own)) return record;
      return { ...record, scores: { ...record.scores, [activity]: { ...own, state } } };
    }
    case "answerChecks": {
      const own = record.checks[activity];
      if (!own || !isNewest(own)) return record;
      return { ...record, checks: { ...record.checks, [activity]: { ...own, state } } };
    }
    case "castBallot": {
      const key = `${activity}/${String(inner.caseId)}`;
      const own = record.ballots[key];
      if (!own || !isNewest(own)) return record;
      return { ...record, ballots: { ...record.ballots, [key]: { ...own, state } } };
    }
    case "castDots": {
      const own = record.dots[activity];
      if (!own || !isNewest(own)) return record;
      return { ...record, dots: { ...record.dots, [activity]: { ...own, state } } };
    }
    default:
      return record;
  }
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
