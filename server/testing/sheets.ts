import { setTimeout as sleep } from "node:timers/promises";
import type * as Y from "yjs";
import { mergeUpdates } from "yjs";
import { roleplayGroup } from "@/lib/activities/roleplay/record";
import { padName } from "@/lib/activities/roleplay/schema";
import type { PadColumn } from "@/lib/documents/pad";
import { addEntry } from "@/lib/documents/pad-changes";
import { padContentOf } from "@/lib/documents/pad-document";
import type { SessionPlan } from "@/lib/session/plan";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { inMinutes } from "@/lib/workshops/ready-activity";
import type { LiveClient } from "@/server/simulated/live-client";
import type { DocumentClient } from "@/server/testing/document-client";
import type { OwnNode } from "@/server/testing/own-node";
import { advanceTo, begin, openWorkshop } from "@/server/testing/workshop";

const activity = inMinutes(withGivenCases(otherChairs), 32);

/** The activity in which groups write sheets. */
export const SHEETS = activity.key;

export interface Seated {
  client: LiveClient;
  device: string;
  /** The letter of its group. */
  letter: string;
}

/** What a group sees together. */
export const groupOf = ({ view }: LiveClient) => roleplayGroup.parse(view?.group);

/** What a group's sheet is called on the wire. */
export const sheetOf = (letter: string): string => `${SHEETS}/${padName(letter)}`;

/** How many people write sheets: in two groups, four in the first and three in the other. */
export const SHEET_WRITERS = 7;

/** A plan in which sheets are written, between its opening and its closing. */
export const withSheets = (all: SessionPlan["activities"]): SessionPlan["activities"] => [
  ...all.filter((each) => each.kind === "pause").slice(0, 1),
  activity,
  ...all.filter((each) => each.kind === "pause").slice(-1),
];

/** Brings a session with such a plan to where its groups write, from its lobby on. */
export async function sitDown({
  facilitator,
  participants,
  devices,
}: {
  facilitator: LiveClient;
  participants: readonly LiveClient[];
  devices: readonly string[];
}): Promise<Seated[]> {
  await begin(facilitator);
  await advanceTo(facilitator, SHEETS, "choose");
  for (const each of participants) {
    await each.until(({ planned }) => planned?.key === SHEETS);
    const seat = await each.act({ type: "takeSeat", revision: 1, remote: false });
    if (!seat.ok) throw new Error(`Sitting down: ${seat.code}`);
  }
  await advanceTo(facilitator, SHEETS, "guessKnowAsk");
  return Promise.all(
    participants.map(async (client, n): Promise<Seated> => {
      await client.until((view) => roleplayGroup.safeParse(view.group).data?.pad?.isOpen);
      return { client, device: devices[n] ?? "", letter: groupOf(client).letter };
    }),
  );
}

/** A session in which seven people in two groups write sheets, four in the first and three in the other. */
export async function openSheets(at: OwnNode) {
  const workshop = await openWorkshop(at.node, SHEET_WRITERS, { change: withSheets });
  at.open.push(workshop.facilitator, ...workshop.participants);
  const seated = await sitDown(workshop);
  const inGroup = (letter: string) => seated.filter((each) => each.letter === letter);
  return { ...workshop, seated, inGroup };
}

/** As often as a busy server is sent a change again, and how long after its answer. */
const TRIES_MAX = 60;
const AGAIN_AFTER_MS = 500;

/** Changes a sheet, and waits for the answer. */
export async function writeSheet(
  sheet: DocumentClient,
  change: (doc: Y.Doc) => void,
): ReturnType<DocumentClient["send"]> {
  const made: Uint8Array[] = [];
  const note = (update: Uint8Array) => void made.push(update);
  sheet.doc.on("update", note);
  change(sheet.doc);
  sheet.doc.off("update", note);
  const update = mergeUpdates(made);
  let answer = await sheet.send(update);
  // As a page does. Phones write four times a second at most (P263).
  const isForNow = () => !answer.ok && (answer.code === "busy" || answer.code === "rate-limited");
  for (let tries = 1; isForNow() && tries < TRIES_MAX; tries += 1) {
    await sleep(AGAIN_AFTER_MS);
    answer = await sheet.send(update);
  }
  return answer;
}

/** Puts an entry on a sheet. */
export const put = (sheet: DocumentClient, column: PadColumn, text: string) =>
  writeSheet(sheet, (doc) => void addEntry(doc, column, text));

/** What somebody reads in a column. */
export const reads = (sheet: DocumentClient, column: PadColumn) => padContentOf(sheet.doc)[column];
