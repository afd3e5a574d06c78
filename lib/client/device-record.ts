import * as z from "zod/mini";
import { type KeptEntry, keptEntry, type SendingState, sendingState } from "@/lib/activities/kept";
import { ownCard, talkSignal } from "@/lib/client/own-card";
import { randomId } from "@/lib/ids";
import { pass } from "@/lib/protocol";
import { seriesWords } from "@/lib/series/series-words";

/** Whether its owner takes part, or has left the session. */
export const attendance = z.enum(["here", "leaving", "left"]);

/** A revealed card that helps with something of one's own. It is told to nobody. */
const keptCard = z.object({ id: randomId, text: z.string() });

/** Drawn once; nobody else has these words. */
const ownSeries = z.object({ words: seriesWords, state: sendingState });

/** Everything one device knows of one session. It never leaves the device as a whole. */
export const deviceRecord = z.object({
  session: randomId,
  /** 128 bits, sent only in the handshake (anonymity.md, rule 4). */
  device: randomId,
  /** What proves that this device has been in (P111); null until the server has given it one. */
  pass: z._default(z.nullable(pass), null),
  cards: z.array(ownCard),
  /** By activity, or `activity/slot`. */
  kept: z.record(z.string(), keptEntry),
  /** In the order in which they were kept. */
  keptCards: z.array(keptCard),
  /** How one went on, by `activity/phase`. */
  ways: z.record(z.string(), z.enum(["sent", "skipped"])),
  watching: z.boolean(),
  /** "leaving": its owner has left, and the server has not heard of it yet. */
  attendance: z._default(attendance, "here"),
  /** How often whom to call was shown to everybody, as far as it was put away here. */
  helpSeen: z._default(z.int(), 0),
  /** From Help, about no card. */
  talk: z._default(z.nullable(talkSignal), null),
  /** The four words that it drew for a series, and how far keeping something under them has got. */
  series: z._default(z.nullable(ownSeries), null),
  /** The highest revision that this device has used and no longer knows what for (P73). */
  revisionsFrom: z._default(z.int(), 0),
});

export type Attendance = z.infer<typeof attendance>;
export type DeviceRecord = z.infer<typeof deviceRecord>;

const isToldNo = (state: SendingState | undefined): boolean =>
  state === "refused" || state === "conflict";

/** The state of what is being changed: what was refused stays so until it is handed in again. */
export function whileChanged(own: { state: SendingState } | undefined): SendingState {
  return own && isToldNo(own.state) ? own.state : "draft";
}

/** Where something of an activity is kept; an activity may have several slots. */
export const keptKey = (activity: string, slot?: string): string =>
  slot === undefined ? activity : `${activity}/${slot}`;

/** The activity that something is kept of; its key holds no slash. */
export const activityOf = (key: string): string => key.split("/", 1)[0] ?? key;

/** What is kept of an activity, whatever it is. */
const keptOf = ({ kept }: Pick<DeviceRecord, "kept">, activity: string): [string, KeptEntry][] =>
  Object.entries(kept).filter(([key]) => activityOf(key) === activity);

/** How the server said no to what was handed in of an activity and is no card; null: it did not. */
export function refusalOf(record: DeviceRecord, activity: string): "refused" | "conflict" | null {
  const states = keptOf(record, activity).map(([, { state }]) => state);
  if (states.includes("conflict")) return "conflict";
  return states.includes("refused") ? "refused" : null;
}

/** The record once its owner has gone on without handing in again: what was refused is a draft. */
export function withoutRefused(record: DeviceRecord, activity: string): DeviceRecord {
  const drafts = keptOf(record, activity).flatMap(([key, own]) =>
    isToldNo(own.state) ? [[key, { ...own, state: "draft" as const }] as const] : [],
  );
  return { ...record, kept: { ...record.kept, ...Object.fromEntries(drafts) } };
}

/** A device that has just joined. */
export function newDeviceRecord(session: string, device: string): DeviceRecord {
  return {
    session,
    device,
    pass: null,
    cards: [],
    kept: {},
    keptCards: [],
    ways: {},
    watching: false,
    attendance: "here",
    helpSeen: 0,
    talk: null,
    series: null,
    revisionsFrom: 0,
  };
}

/**
 * The revision of what is handed in next. The server knows this device's ballots by their tags also
 * after the device has forgotten them, and takes nothing for newer that isn't (P17, P73).
 */
export function nextRevision(
  { revisionsFrom }: Pick<DeviceRecord, "revisionsFrom">,
  own: { revision: number } | null | undefined,
): number {
  return Math.max(own?.revision ?? 0, revisionsFrom) + 1;
}

/** The highest revision anywhere in what a device keeps. */
export function highestRevision(kept: unknown): number {
  if (typeof kept !== "object" || kept === null) return 0;
  return Object.entries(kept).reduce((highest, [key, value]) => {
    const isRevision = key === "revision" || key === "revisionsFrom";
    return Math.max(
      highest,
      isRevision && Number.isInteger(value) ? value : highestRevision(value),
    );
  }, 0);
}

/** What the open page still knows of itself after the rest was deleted (P73). */
export function forgotten(known: DeviceRecord): DeviceRecord {
  return {
    ...newDeviceRecord(known.session, known.device),
    // Nor may a locked room put it out.
    pass: known.pass,
    attendance: known.attendance,
    revisionsFrom: highestRevision(known),
  };
}
