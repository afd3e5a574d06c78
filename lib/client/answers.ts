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
  if (command.type === "wantToTalk") return withTalkAnswer(record, command, answer);
  if (command.type !== "activity") return record;
  const { activity, command: inner } = command;
  const state: SendingState = answer.ok ? "saved" : "refused";
  const isNewest = (own: { revision: number }) => own.revision === inner.revision;
  switch (inner.type) {
    case "submitCard":
    case "submitReading":
      return changeCard(record, inner.edit, (card) => {
        const accepted = answer.ok && typeof inner.text === "string" ? inner.text : card.accepted;
        if (!isNewest(card)) return { ...card, accepted };
        if (answer.ok) return { ...card, accepted, state, tooLate: null };
        // Never arrived at all: a draft again, with its text. Else what had arrived stands.
        return accepted === null
          ? { ...card, state, sent: null, overBudget: answer.code === "over-budget" }
          : { ...card, state: "saved", sent: accepted, tooLate: "change" };
      });
    case "withdrawCard":
    case "withdrawReading":
      // Refused: the reveal came first, so the card is among the others.
      return changeCard(record, inner.edit, (card) =>
        answer.ok
          ? { ...card, state }
          : { ...card, state: "saved", withdrawn: false, tooLate: "withdrawal" },
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
    case "reportFinished": {
      const own = record.plans[activity];
      if (!own || !isNewest(own)) return record;
      return { ...record, plans: { ...record.plans, [activity]: { ...own, state } } };
    }
    default:
      return record;
  }
}

function withTalkAnswer(
  record: DeviceRecord,
  command: Extract<Command, { type: "wantToTalk" }>,
  answer: Acknowledgement,
): DeviceRecord {
  const state: SendingState = answer.ok ? "saved" : "refused";
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
