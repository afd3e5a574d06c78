import { cardPhases } from "@/lib/activities/card-phases";
import type { KeptEntry } from "@/lib/activities/kept";
import { activityOf, type DeviceRecord } from "@/lib/client/device-record";
import { isToBeSentAgain, type OwnCard, unsentText } from "@/lib/client/own-card";
import type { PhaseRecord } from "@/lib/session/view-schema";

/** Where the room is; null: the session is over. */
export type Here =
  | (Pick<PhaseRecord, "takesLate" | "isResult"> & {
      activity: string;
      phase: string;
    })
  | null;

/** Where the room is, as its view says. */
export const hereOf = (
  activity: string,
  { phase, about: { isResult, takesLate } }: { phase: string; about: PhaseRecord },
): Here => ({ activity, phase, isResult, takesLate });

/** What was written or chosen on this device and not handed in, and can't be any more as it was. */
export interface NotHandedIn {
  /** The texts; of those that were handed in before, the change. */
  cards: OwnCard[];
  /** A choice that doesn't count; "change": an earlier one does. */
  choice: "all" | "change" | null;
}

const WRITING = cardPhases.write.name;
/** The name under which being told of a late card is kept. */
const LATE = "late";

/**
 * What is to be told after the room has gone on. Whoever has skipped or watches has put it away; a text
 * is told until then, also in later activities; a choice where its result stands, for there it is missing.
 */
export function notHandedIn(record: DeviceRecord, here: Here): NotHandedIn {
  const isPutAway = (place: string): boolean => record.watching || record.ways[place] === "skipped";
  const isOver = (activity: string, phase: string): boolean =>
    here?.activity !== activity || here.phase !== phase;
  const isLateOpen = (activity: string): boolean => here?.activity === activity && here.takesLate;
  const isTold = (card: OwnCard): boolean => {
    if (!card.late) {
      return isOver(card.activity, WRITING) && !isPutAway(`${card.activity}/${WRITING}`);
    }
    // Skipping and watching are said of the writing before.
    const isRead = record.ways[`${card.activity}/${LATE}`] !== undefined;
    return isToBeSentAgain(card) || (!isLateOpen(card.activity) && !isRead);
  };
  const cards = record.cards.filter(
    (card) => !card.withdrawn && unsentText(card) !== null && isTold(card),
  );
  const choices = choicesIn(record, here).flatMap(([place, own]) =>
    isPutAway(place) ? [] : [own],
  );
  return { cards, choice: choiceOf(choices) };
}

/** What would be missing here if it was not handed in, by the place of which its owner says how they went on. */
function choicesIn(record: DeviceRecord, here: Here): [place: string, own: KeptEntry][] {
  const all = Object.entries(record.kept).map(([key, own]) => ({ own, activity: activityOf(key) }));
  const missing = all.filter(({ own: { missedAt }, activity }) =>
    here === null
      ? missedAt === "end"
      : missedAt === "result" && here.isResult && activity === here.activity,
  );
  return missing.map(({ own, activity }) => [`${activity}/${own.phase}`, own]);
}

/** Refused ones are told where they were refused. */
function choiceOf(choices: readonly KeptEntry[]): NotHandedIn["choice"] {
  const open = choices.filter(({ state }) => state === "draft");
  if (open.length === 0) return null;
  return open.every(({ revision }) => revision > 0) ? "change" : "all";
}

/** The record once its owner has read it: from now on the texts stand among one's own cards only. */
export function putAway(record: DeviceRecord, here: Here): DeviceRecord {
  const { cards, choice } = notHandedIn(record, here);
  const places = cards.map(({ activity, late }) => `${activity}/${late ? LATE : WRITING}`);
  if (choice !== null) places.push(...choicesIn(record, here).map(([place]) => place));
  const read = Object.fromEntries(places.map((place) => [place, "skipped"] as const));
  // Of a late one it is told again only if it is refused again.
  const told = new Set(cards.filter(({ late }) => late).map(({ edit }) => edit));
  return {
    ...record,
    cards: record.cards.map((card) =>
      told.has(card.edit) && isToBeSentAgain(card) ? { ...card, state: "draft" } : card,
    ),
    ways: { ...record.ways, ...read },
  };
}
