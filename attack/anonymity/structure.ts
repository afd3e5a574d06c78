import { getTableName } from "drizzle-orm";
import * as z from "zod";
import type { Dump } from "@/attack/anonymity/disk";
import type { Evidence } from "@/attack/anonymity/evidence";
import { comeTooOften } from "@/attack/anonymity/often";
import type { QuietStretch } from "@/attack/anonymity/truth";
import { cardConsents, revealedCard, reviewCard } from "@/lib/activities/card-schema";
import { roleplayConsole } from "@/lib/activities/roleplay/record";
import { viewFrame } from "@/lib/protocol";
import { type FacilitatorRecord, sessionView } from "@/lib/session/view-schema";
import { emptiedAtTheEnd } from "@/server/db/schema/sessions";

/** Records that only facilitators, or only facilitators and stage, may get. */
const FACILITATORS: ReadonlySet<string> = new Set(["facilitator", "review", "consents"]);
const NOT_PARTICIPANTS: ReadonlySet<string> = new Set([...FACILITATORS, "people", "stage"]);

const entrySchemas = { cards: revealedCard, review: reviewCard, consents: cardConsents };

const facilitatorRecord = sessionView.shape.facilitator;

/**
 * Of the facilitators' record, without what changes by itself with the soft counts; while people get up and change their
 * roles without chairs either. Facilitators are told of these as it happens, in words that name nobody (decision 0075).
 */
const firmOf = (record: unknown, { isOfChairs }: Pick<QuietStretch, "isOfChairs">): string => {
  const parsed = facilitatorRecord.safeParse(record);
  if (!parsed.success || !parsed.data) return JSON.stringify(record);
  const { late: _, talk: __, notSettled: ___, ...firm } = parsed.data;
  const console = isOfChairs ? roleplayConsole.safeParse(firm.ofKind).data : undefined;
  if (!console) return JSON.stringify(firm);
  const { suggestedMerges: _merges, ...rest } = console;
  const groups = rest.groups.map((group) => ({ ...group, chairs: [] }));
  return JSON.stringify({ ...firm, ofKind: { ...rest, groups, balcony: [] } });
};

const EMPTIED: ReadonlySet<string> = new Set(emptiedAtTheEnd.map(getTableName));

/** A frame, and its records as path and value. */
interface Seen {
  frame: z.infer<typeof viewFrame>;
  records: [string, unknown][];
}

/** What somebody saw, frame by frame; throws where something is no frame. */
const seenIn = (frames: readonly string[]): Seen[] =>
  frames.map((text) => {
    const frame = viewFrame.parse(JSON.parse(text));
    return { frame, records: Object.entries(frame.kind === "full" ? frame.records : frame.set) };
  });

const recordIn = ({ records }: Seen): unknown =>
  records.find(([path]) => path === "facilitator")?.[1];

/** What must hold of every frame, whoever wrote what; the same for each session. */
export function findInFrames({ trace }: Evidence): string[] {
  const found = new Set<string>();
  const bytes = new Map<string, string>();
  const ofAll = new Set<string>();
  const watchers = [...trace.frames].map(([who, frames]) => ({ who, seen: seenIn(frames) }));
  for (const { who, seen } of watchers) {
    for (const [path, value] of seen.flatMap(({ records }) => records)) {
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
      if (name === "room" && !sessionView.shape.room.safeParse(value).success) {
        found.add("a room record with other fields than it should have");
      }
      const json = JSON.stringify(value);
      if (name === "session" || name === "news") {
        const record = `${name} ${json}`;
        if (who === "facilitator") ofAll.add(record);
        else if (!ofAll.has(record)) found.add(`a ${name} record for ${audience}s alone`);
      }
      if (id === undefined) continue;
      const schema = name === "cards" || name === "review" || name === "consents" ? name : null;
      if (schema && !entrySchemas[schema].safeParse(value).success) {
        found.add(`a ${name} record with other fields than it should have`);
      }
      if (name !== "cards") continue;
      if ((bytes.get(path) ?? json) !== json) found.add("a card with other bytes for others");
      bytes.set(path, json);
    }
  }
  for (const { who, seen } of watchers) {
    const isWatcher = who === "facilitator" || who === "stage";
    if (comeTooOften(softTimes(seen))) {
      const name = isWatcher ? who : "participant";
      found.add(`${name} gets progress more often than every five seconds`);
    }
    // Whoever reconnects gets the whole view anew, so only these are looked at in what follows.
    if (!isWatcher) continue;
    for (const stretch of trace.quiet) {
      const [from, to] = [stretch.from.get(who) ?? 0, stretch.to.get(who)];
      for (const heard of findInQuiet(seen.slice(0, from), seen.slice(from, to), stretch)) {
        found.add(`${who} ${heard} during ${stretch.phase.split("/")[1]}`);
      }
    }
  }
  return [...found];
}

/** What somebody heard while only participants acted, but for what changes by itself. */
function findInQuiet(
  before: readonly Seen[],
  during: readonly Seen[],
  stretch: QuietStretch,
): string[] {
  const last = before.findLast((seen) => recordIn(seen) !== undefined);
  let firm = firmOf(last && recordIn(last), stretch);
  return during.flatMap(({ frame, records }) => {
    const heard = records.flatMap(([path, value]) => {
      const known = firm;
      if (path === "facilitator") firm = firmOf(value, stretch);
      const isSoft = path === "people" || (path === "facilitator" && firm === known);
      return isSoft ? [] : [`hears of one participant (${path.split("/")[0]})`];
    });
    const isGone = frame.kind === "patch" && frame.gone.length > 0;
    return isGone ? [...heard, "sees one record go"] : heard;
  });
}

const signalsOf = ({ talk, notSettled = 0 }: Partial<FacilitatorRecord>): number =>
  (talk?.count ?? 0) + (talk?.cards.length ?? 0) + notSettled;

const { people, room } = sessionView.shape;

/** How many a frame says are done; undefined where it doesn't say. */
const doneIn = ({ people: all, room: ofPhones }: Record<string, unknown>): number | undefined =>
  people.safeParse(all).data?.done ?? room.safeParse(ofPhones).data?.done;

/**
 * When progress or signals rose, after the lobby, where everybody may see phones arrive. What
 * facilitators take off, and what the end takes away, falls.
 */
function softTimes(all: readonly Seen[]): number[] {
  let running = false;
  let record: Partial<FacilitatorRecord> = {};
  return all.flatMap((seen) => {
    const { frame } = seen;
    const before = record;
    record = { ...before, ...Object(recordIn(seen)) };
    if (frame.kind !== "patch") return [];
    const rose =
      signalsOf(record) > signalsOf(before) || (record.late === "ready" && before.late !== "ready");
    // A phase that begins takes nobody's being done along, and tells of nobody.
    const begins = "activity" in frame.set && doneIn(frame.set) === 0;
    const counts = "people" in frame.set || "room" in frame.set;
    const isSoft = running && ((counts && !begins) || rose);
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
  // So many days after its newest meeting was opened.
  "series.ends_at",
  "node_people.at",
  // Of links and follow-ups that a facilitator has made of an ended session.
  "summary_links.created_at",
  "summary_links.expires_at",
  "follow_ups.closes_at",
]);

/** Columns which by their mere kind would keep an order or a time, in whatever holds a session. */
export function findInColumns(columns: Dump["columns"]): string[] {
  const ofSessions = new Set(["sessions", "series"]);
  for (const { table, column } of columns) {
    if (column === "session_id" || column === "series_id") ofSessions.add(table);
  }
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
