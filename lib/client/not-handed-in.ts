import {
  type DeviceRecord,
  isToBeSentAgain,
  type OwnCard,
  type SendingState,
} from "@/lib/client/device-record";

/** Where the room is; null: the session is over. */
export type Here = { activity: string; phase: string } | null;

/** What was written or chosen on this device and not handed in, and can't be any more as it was. */
export interface NotHandedIn {
  /** The texts; of those that were handed in before, the change. */
  cards: OwnCard[];
  /** A choice that doesn't count; "change": an earlier one does. */
  choice: "all" | "change" | null;
}

/** Phases in which things are handed in, by what they are. */
const WRITING = "write";
const VOTING = "vote";
const ASKING = "ask";
/** The closing's only one. */
const CLOSING = "show";

/** Phases in which a late card can be handed in, and the name under which being told of one is kept. */
const LATE_PHASES: ReadonlySet<string> = new Set(["review", "reveal", "cluster"]);
const LATE = "late";

/** What this device still holds of a card that the server has not got. */
export function unsentText({ draft, sent, state }: OwnCard): string | null {
  const text = draft.trim();
  return text === "" || text === sent || state === "saving" ? null : text;
}

/**
 * What is to be told after the room has gone on. Whoever has skipped or watches has put it away; a text
 * is told until then, also in later activities; a choice where its result stands, for there it is missing.
 */
export function notHandedIn(record: DeviceRecord, here: Here): NotHandedIn {
  const isPutAway = (activity: string, phase: string): boolean =>
    record.watching || record.ways[`${activity}/${phase}`] === "skipped";
  const isOver = (activity: string, phase: string): boolean =>
    here?.activity !== activity || here.phase !== phase;
  const isLateOpen = (activity: string): boolean =>
    here?.activity === activity && LATE_PHASES.has(here.phase);
  const isTold = (card: OwnCard): boolean => {
    if (!card.late) {
      return isOver(card.activity, WRITING) && !isPutAway(card.activity, WRITING);
    }
    // Skipping and watching are said of the writing before.
    const isRead = record.ways[`${card.activity}/${LATE}`] !== undefined;
    return isToBeSentAgain(card) || (!isLateOpen(card.activity) && !isRead);
  };
  const cards = record.cards.filter(
    (card) => !card.withdrawn && unsentText(card) !== null && isTold(card),
  );
  return { cards, choice: choiceOf(choicesIn(record, here, isPutAway)) };
}

interface Choice {
  state: SendingState;
  revision: number;
}

function choicesIn(
  record: DeviceRecord,
  here: Here,
  isPutAway: (activity: string, phase: string) => boolean,
): Choice[] {
  if (here === null) {
    const asked = Object.entries(record.checks);
    return asked.flatMap(([key, own]) => (isPutAway(key, CLOSING) ? [] : [own]));
  }
  const { activity, phase } = here;
  if (phase !== "show") return [];
  const votes = Object.entries(record.ballots)
    .filter(([key, { chosen }]) => key.startsWith(`${activity}/`) && chosen.length > 0)
    .map(([, own]) => own);
  const dots = record.dots[activity];
  const scores = record.scores[activity];
  return [
    ...(isPutAway(activity, VOTING) ? [] : [...votes, ...(dots ? [dots] : [])]),
    ...(isPutAway(activity, ASKING) || !scores ? [] : [scores]),
  ];
}

/** Refused ones are told where they were refused. */
function choiceOf(choices: readonly Choice[]): NotHandedIn["choice"] {
  const open = choices.filter(({ state }) => state === "draft");
  if (open.length === 0) return null;
  return open.every(({ revision }) => revision > 0) ? "change" : "all";
}

/** The record once its owner has read it: from now on the texts stand among one's own cards only. */
export function putAway(record: DeviceRecord, here: Here): DeviceRecord {
  const { cards, choice } = notHandedIn(record, here);
  const places = cards.map(({ activity, late }) => `${activity}/${late ? LATE : WRITING}`);
  if (choice !== null && here === null) {
    places.push(...Object.keys(record.checks).map((key) => `${key}/${CLOSING}`));
  }
  if (choice !== null && here !== null) {
    places.push(`${here.activity}/${VOTING}`, `${here.activity}/${ASKING}`);
  }
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
