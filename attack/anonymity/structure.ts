import { getTableName } from "drizzle-orm";
import * as z from "zod";
import type { Dump } from "@/attack/anonymity/disk";
import type { Evidence } from "@/attack/anonymity/evidence";
import { cardConsents, revealedCard, reviewCard } from "@/lib/activities/card-schema";
import { viewFrame } from "@/lib/protocol";
import { type FacilitatorRecord, sessionView } from "@/lib/session/view-schema";
import { emptiedAtTheEnd } from "@/server/db/schema/sessions";

/** Records that only facilitators, or only facilitators and stage, may get. */
const FACILITATORS: ReadonlySet<string> = new Set(["facilitator", "review", "consents"]);
const NOT_PARTICIPANTS: ReadonlySet<string> = new Set([...FACILITATORS, "people", "stage"]);

const entrySchemas = { cards: revealedCard, review: reviewCard, consents: cardConsents };

const facilitatorRecord = sessionView.shape.facilitator;

/** Of the facilitators' record, without what changes by itself with the soft counts. */
const withoutSoft = (record: unknown): string => {
  const parsed = facilitatorRecord.safeParse(record);
  if (!parsed.success || !parsed.data) return JSON.stringify(record);
  const { late: _, talk: __, notSettled: ___, ...firm } = parsed.data;
  return JSON.stringify(firm);
};

const EMPTIED: ReadonlySet<string> = new Set(emptiedAtTheEnd.map(getTableName));

/** Each record of a frame as path and value; a defect where it isn't a frame. */
function recordsOf(text: string): [string, unknown][] {
  const frame = viewFrame.parse(JSON.parse(text));
  return Object.entries(frame.kind === "full" ? frame.records : frame.set);
}

/** What must hold of every frame, whoever wrote what; the same for each session. */
export function findInFrames({ trace }: Evidence): string[] {
  const found = new Set<string>();
  const bytes = new Map<string, string>();
  const sessions = new Set<string>();
  for (const [who, frames] of trace.frames) {
    for (const text of frames) {
      for (const [path, value] of recordsOf(text)) {
        const [name = "", id] = path.split("/");
        const audience = who === "facilitator" || who === "stage" ? who : "participant";
        const forbidden =
          (audience === "stage" && FACILITATORS.has(name)) ||
          (audience === "participant" && NOT_PARTICIPANTS.has(name));
        if (forbidden) found.add(`${audience} gets ${name}`);
        if (!Object.hasOwn(sessionView.shape, name)) found.add(`unknown record ${name}`);
        if (name === "facilitator" && !facilitatorRecord.safeParse(value).success) {
          found.add("a facilitator record with other fields than it should have");
        }
        if (name === "session") {
          const json = JSON.stringify(value);
          if (who === "facilitator") sessions.add(json);
          else if (!sessions.has(json)) found.add(`a session record for ${audience}s alone`);
        }
        if (id === undefined) continue;
        const schema = name === "cards" || name === "review" || name === "consents" ? name : null;
        if (schema && !entrySchemas[schema].safeParse(value).success) {
          found.add(`a ${name} record with other fields than it should have`);
        }
        if (name !== "cards") continue;
        const json = JSON.stringify(value);
        if ((bytes.get(path) ?? json) !== json) found.add("a card with other bytes for others");
        bytes.set(path, json);
      }
    }
  }
  for (const { phase, from, to } of trace.quiet) {
    for (const [who, frames] of trace.frames) {
      // Whoever reconnects gets the whole view anew.
      if (who !== "facilitator" && who !== "stage") continue;
      let firm = firmBefore(frames, from.get(who) ?? 0);
      for (const text of frames.slice(from.get(who), to.get(who))) {
        for (const [path, value] of recordsOf(text)) {
          if (path === "people") continue;
          if (path === "facilitator") {
            const before = firm;
            firm = withoutSoft(value);
            if (firm === before) continue;
          }
          const moment = phase.split("/")[1];
          found.add(`${who} hears of one participant (${path.split("/")[0]}) during ${moment}`);
        }
        const gone = viewFrame.parse(JSON.parse(text));
        if (gone.kind === "patch" && gone.gone.length > 0) {
          found.add(`${who} sees one record go during ${phase.split("/")[1]}`);
        }
      }
    }
  }
  for (const who of ["facilitator", "stage"]) {
    const times = softTimes(trace.frames.get(who) ?? []);
    if (times.some((at, number) => at - (times[number - 1] ?? 0) < PROGRESS_EVERY_MS)) {
      found.add(`${who} gets progress more often than every five seconds`);
    }
  }
  return [...found];
}

/** Five seconds (rule 2), less what a busy machine takes to send. */
const PROGRESS_EVERY_MS = 4_000;

/** The facilitators' record as it was before a frame, without what changes by itself. */
function firmBefore(frames: readonly string[], end: number): string {
  const last = frames
    .slice(0, end)
    .findLast((text) => recordsOf(text).some(([path]) => path === "facilitator"));
  const record = last && recordsOf(last).find(([path]) => path === "facilitator")?.[1];
  return withoutSoft(record);
}

/** The facilitators' record after this frame. */
function recordAfter(
  frame: string,
  before: Partial<FacilitatorRecord>,
): Partial<FacilitatorRecord> {
  const record = recordsOf(frame).find(([path]) => path === "facilitator")?.[1];
  return typeof record === "object" && record !== null ? { ...before, ...record } : before;
}

const signalsOf = ({ talk, notSettled = 0 }: Partial<FacilitatorRecord>): number =>
  (talk?.count ?? 0) + (talk?.cards.length ?? 0) + notSettled;

const countOf = (people: unknown): number | undefined =>
  sessionView.shape.people.safeParse(people).data?.done;

/**
 * When progress or signals rose, after the lobby, where everybody may see phones arrive. What
 * facilitators take off, and what the end takes away, falls.
 */
function softTimes(frames: readonly string[]): number[] {
  let running = false;
  let record: Partial<FacilitatorRecord> = {};
  return frames.flatMap((text) => {
    const frame = viewFrame.parse(JSON.parse(text));
    const before = record;
    record = recordAfter(text, before);
    if (frame.kind !== "patch") return [];
    const rose =
      signalsOf(record) > signalsOf(before) || (record.late === "ready" && before.late !== "ready");
    // A phase that begins takes nobody's being done along, and tells of nobody.
    const begins = "activity" in frame.set && countOf(frame.set.people) === 0;
    const isSoft = running && (("people" in frame.set && !begins) || rose);
    running ||= "session" in frame.set;
    return isSoft ? [frame.now] : [];
  });
}

/** Phones ask alike: each whenever there are news, with equal bytes to and fro (P49, P50). */
export function findInAsks({ trace }: Evidence): string[] {
  const found = new Set<string>();
  for (const news of new Set(trace.asked.map((each) => each.news))) {
    const asked = trace.asked.filter((each) => each.news === news);
    const times = trace.joined.map((who) => asked.filter((each) => each.who === who).length);
    if (times.some((n) => n !== 1)) found.add("not every phone asks for news of its cards");
    const sizes = new Set(asked.map(({ sent, received }) => `${sent}/${received}`));
    if (sizes.size !== 1) found.add("a question for news, or its answer, has a size of its own");
  }
  return [...found];
}

/** A facilitator who presses on cards under review learns of none what the others don't say (P100). */
export function findInAnswers({ trace }: Evidence): string[] {
  const answers = new Set(trace.pressed.map(({ answer }) => answer));
  return answers.size > 1 ? ["an answer tells one card under review from another"] : [];
}

/** Moments of a session, as against moments of what somebody did in it. */
const SESSION_TIMES: ReadonlySet<string> = new Set([
  "sessions.opened_at",
  "sessions.acted_at",
  // The day that a facilitator chose for the lobby.
  "sessions.lobby_until",
  "sessions.ended_at",
  "sessions.raw_erased_at",
  "node_people.at",
]);

/** Columns which by their mere kind would keep an order or a time, in whatever holds a session. */
export function findInColumns(columns: Dump["columns"]): string[] {
  const ofSessions = new Set(["sessions"]);
  for (const { table, column } of columns) if (column === "session_id") ofSessions.add(table);
  return columns.flatMap(({ table, column, type, filled }) => {
    if (!ofSessions.has(table)) return [];
    const name = `${table}.${column}`;
    const found: string[] = [];
    if (/timestamp|date|time/.test(type) && !SESSION_TIMES.has(name)) {
      found.push(`column ${name} keeps a time`);
    }
    if (filled && /nextval|ALWAYS|BY DEFAULT|uuidv7/i.test(filled)) {
      found.push(`column ${name} keeps an order`);
    }
    return found;
  });
}

const loggedCards = z.object({
  row: z.object({
    event: z.object({ event: z.object({ type: z.literal("cardsRevealed"), cards: z.unknown() }) }),
  }),
});

/** What must hold of every row that an ended session leaves. */
export function findInRows({ rows }: Evidence): string[] {
  const found = new Set<string>();
  for (const { table, row } of rows) {
    if (EMPTIED.has(table)) found.add(`${table} keeps a row after the end`);
    const event = loggedCards.safeParse(row);
    if (!event.success) continue;
    if (!z.array(revealedCard).safeParse(event.data.row.event.event.cards).success) {
      found.add("a logged card with other fields than it should have");
    }
  }
  return [...found];
}
