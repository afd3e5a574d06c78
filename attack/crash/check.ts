import { isDeepStrictEqual } from "node:util";
import { and, eq, sql } from "drizzle-orm";
import { canonical } from "@/attack/canonical";
import { checkAuthorContact } from "@/attack/crash/author-contact";
import { checkEffects } from "@/attack/crash/effects";
import type { Pressed } from "@/attack/crash/facilitator";
import { type Logged, readLog } from "@/attack/crash/log";
import type { OwnCard, Phone } from "@/attack/crash/phone";
import { acceptable } from "@/attack/crash/sender";
import { checkTotals } from "@/attack/crash/totals";
import { witnessOf } from "@/attack/witnesses";
import { cardSlot, contributorSlot } from "@/lib/activities/cards";
import type { Audience } from "@/lib/channel";
import { flatten } from "@/lib/session/patches";
import { currentRun, openRuns, type SessionState } from "@/lib/session/state";
import { type ViewContext, view } from "@/lib/session/view";
import type { Db } from "@/server/db/client";
import {
  activityKeys,
  emptiedAtTheEnd,
  handledCommands,
  sealedBallots,
  sealedCards,
  sealedContributors,
  sessionEvents,
  sessions,
} from "@/server/db/schema/sessions";
import { tagOf } from "@/server/rooms/chance";
import { catchUp, emptyReplica, type Replica, startedFrom } from "@/server/rooms/replica";
import { NO_MARK } from "@/server/rooms/sealed-rows";

/** What the session must be, as everybody who took part knows it. */
export interface Truth {
  phones: readonly Phone[];
  consoles: readonly { pressed: readonly Pressed[] }[];
  nodes: number;
  /** When all screens showed all there was, as `performance.now()`. */
  equalAt: readonly number[];
  /** Everything that any screen ever showed: card ids and positions. */
  seen: Iterable<string>;
}

export interface Checked {
  defects: string[];
  state: SessionState;
  /**
   * What an audience's screens must show, people left out: they are soft. `gathered`: cards that were
   * withdrawn under review and still stand on that console.
   */
  expected(audience: Audience, gathered?: ViewContext["review"]): string;
  revealed: number;
  /** The key of the stage's link now. */
  stageKey: string;
}

/** A session that was opened, of which the database knows nothing any more: a defect with which nothing else can be compared. */
export class SessionLost extends Error {}

/** Compares the database of a session at rest with what its participants know of it. Throws `SessionLost`. */
export async function checkSession(db: Db, id: string, truth: Truth): Promise<Checked> {
  const defects: string[] = [];
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  if (!row) throw new SessionLost("The session is gone");

  const events = await db
    .select({ seq: sessionEvents.seq })
    .from(sessionEvents)
    .where(eq(sessionEvents.sessionId, id))
    .orderBy(sessionEvents.seq);
  if (events.some(({ seq }, index) => seq !== index + 1)) defects.push("the log has a gap");
  if (events.length !== row.seq) defects.push(`the log ends at ${events.length}, not ${row.seq}`);

  const replica: Replica = {
    ...emptyReplica(startedFrom(row.plan), { code: row.code, stageKey: row.stageKey }),
    rev: row.rev,
  };
  await catchUp(db, id, replica);
  const log = await readLog(db, id);
  const pressed = truth.consoles.flatMap((each) => each.pressed);

  if (replica.state.status === "finished") {
    for (const table of emptiedAtTheEnd) {
      const [left] = await db
        .select({ n: sql<number>`count(*)::int` })
        .from(table)
        .where(eq(table.sessionId, id));
      if (left && left.n > 0) defects.push("something sealed is left after the end");
    }
  } else {
    const handled = await db
      .select()
      .from(handledCommands)
      .where(eq(handledCommands.sessionId, id));
    const accepted = pressed.filter(({ fate }) => fate === "accepted").length;
    if (handled.length !== accepted) {
      defects.push(
        `${handled.length} facilitators' commands had their effect, ${accepted} accepted`,
      );
    }
    defects.push(...(await checkAuthorContact(db, id, truth, log)));
  }
  // A node that is killed again and again counts its phones anew each time (decision 0006).
  if (truth.nodes === 1 && row.joined > truth.phones.length) {
    defects.push(`${row.joined} people were there at once, of ${truth.phones.length}`);
  }
  defects.push(...checkEffects(pressed, log));
  defects.push(...(await checkCards(db, id, replica.state, truth.phones, log)));
  defects.push(...(await checkBallots(db, id, replica.state, truth.phones, log)));
  defects.push(...checkTotals(truth.phones, log));
  for (const phone of truth.phones) defects.push(...phone.contradictions);
  for (const shown of truth.seen) {
    if (!log.shown.has(shown)) defects.push(`a screen showed ${shown}, which never came to be`);
  }

  return {
    defects,
    state: replica.state,
    expected: (audience, gathered = []) => expectedView(replica, audience, gathered),
    revealed: log.cards.size,
    stageKey: row.stageKey,
  };
}

async function checkCards(
  db: Db,
  id: string,
  state: SessionState,
  phones: readonly Phone[],
  log: Logged,
): Promise<string[]> {
  const defects: string[] = [];
  const rows = await db.select().from(sealedCards).where(eq(sealedCards.sessionId, id));
  const counts = await db
    .select()
    .from(sealedContributors)
    .where(eq(sealedContributors.sessionId, id));
  const keys = await db.select().from(activityKeys).where(eq(activityKeys.sessionId, id));
  // What was shown leaves a row without a mark, which knows no card.
  const unshown = rows.filter(({ markHash }) => markHash !== NO_MARK);
  const sealed = new Map(unshown.map((each) => [each.markHash, each]));
  if (sealed.size !== unshown.length) defects.push("a card is sealed twice");
  const known = new Set(phones.flatMap(({ cards }) => cards.map(({ markHash }) => markHash)));
  for (const mark of [...sealed.keys(), ...log.cards.keys()]) {
    if (!known.has(mark)) defects.push("there is a card that nobody wrote");
  }
  for (const mark of sealed.keys()) {
    if (log.cards.has(mark)) defects.push("a revealed card is still sealed");
  }
  if (log.revealedTwice > 0) defects.push(`${log.revealedTwice} cards were revealed twice`);

  const current = currentRun(state)?.template.key;
  const keyOf = new Map(keys.map(({ activity, key }) => [activity, key]));
  for (const phone of phones) {
    const hashOf = ({ activity, edit }: OwnCard) =>
      tagOf(keyOf.get(activity) ?? "", phone.device, cardSlot(edit));
    for (const card of phone.cards) {
      const row = sealed.get(card.markHash);
      const problem =
        row && row.editHash !== hashOf(card)
          ? "its edit hash is another's"
          : checkCard(card, row, log, card.activity === current);
      if (problem) defects.push(`card ${card.texts.at(-1)?.content}: ${problem}`);
    }
    for (const { activity, key } of keys) {
      const own = new Set(phone.cards.filter((card) => card.activity === activity).map(hashOf));
      for (const batch of new Set(rows.map((each) => each.batch))) {
        if (log.batchesWithReveal.has(`${activity}/${batch}`)) continue;
        const live = rows.filter(
          (each) =>
            own.has(each.editHash) &&
            each.activity === activity &&
            each.batch === batch &&
            each.content !== null,
        ).length;
        const tag = tagOf(key, phone.device, contributorSlot(batch));
        const counted = counts.find((each) => each.tag === tag)?.count ?? 0;
        if (live !== counted) defects.push(`${live} cards of a phone were counted as ${counted}`);
      }
    }
  }
  return defects;
}

/** What is wrong with one card; undefined where nothing is. */
function checkCard(
  card: OwnCard,
  row: typeof sealedCards.$inferSelect | undefined,
  log: Logged,
  isOpen: boolean,
): string | undefined {
  const shown = log.cards.get(card.markHash);
  const { certain, all } = acceptable(card.texts);
  const texts = all.map(({ content }) => content);
  if (card.withdrawn === "accepted") {
    if (shown) return "withdrawn, and shown all the same";
    if (row?.content) return "withdrawn, and here all the same";
    return isOpen && !row ? "its withdrawal is lost" : undefined;
  }
  if (shown) {
    if (!texts.includes(shown.text)) return `lost: shown as ${shown.text}, accepted ${texts}`;
    return undefined;
  }
  if (row) {
    if (row.content === null) {
      return card.withdrawn === "no" ? "lost: it was never withdrawn" : undefined;
    }
    const stored = String(Reflect.get(Object(row.content), "text"));
    const same = all.find(({ content }) => content === stored);
    if (!same) return `lost: stored as ${stored}, accepted ${texts}`;
    return same.revision === row.revision ? undefined : "its revision is another's";
  }
  // What was still sealed at the close was destroyed there.
  if (isOpen && certain && card.withdrawn === "no") return "lost: accepted, and nowhere";
  return undefined;
}

async function checkBallots(
  db: Db,
  id: string,
  state: SessionState,
  phones: readonly Phone[],
  log: Logged,
): Promise<string[]> {
  const defects: string[] = [];
  // A closing that was left again is open beside the current activity.
  for (const { template } of openRuns(state)) {
    defects.push(...(await checkBallotsOf(template, db, id, phones, log)));
  }
  return defects;
}

async function checkBallotsOf(
  { key: activity, kind }: { key: string; kind: string },
  db: Db,
  id: string,
  phones: readonly Phone[],
  log: Logged,
): Promise<string[]> {
  const defects: string[] = [];
  const { counted, chosen = (stored: unknown) => stored } = witnessOf(kind).ballots ?? {};
  const rows = await db
    .select()
    .from(sealedBallots)
    .where(and(eq(sealedBallots.sessionId, id), eq(sealedBallots.activity, activity)));
  // Counted scores are gone with their activity's seal; other ballots stay until the close.
  const isCounted = (counted?.(log.activities.get(activity)?.events ?? []) ?? []).length > 0;
  if (isCounted && rows.length === 0) return defects;
  const [key] = await db
    .select()
    .from(activityKeys)
    .where(and(eq(activityKeys.sessionId, id), eq(activityKeys.activity, activity)));
  const unexplained = new Map(rows.map((each) => [each.tag, each]));
  for (const phone of phones) {
    for (const ballot of phone.ballots) {
      if (ballot.activity !== activity) continue;
      const { certain, all } = acceptable(ballot.sent);
      const tag = key ? tagOf(key.key, phone.device, ballot.slot) : "";
      const row = unexplained.get(tag);
      unexplained.delete(tag);
      if (!row) {
        if (certain || ballot.drawn !== null) defects.push(`lost: a ballot of ${ballot.slot}`);
        continue;
      }
      const stored = chosen(row.content);
      const expected = all.map(({ content }) => content);
      // Drawn and not cast; the answer to the draw may never have been heard.
      if (!certain) expected.push(null);
      // Postgres keeps the keys of an object in an order of its own.
      if (!expected.some((content) => isDeepStrictEqual(content, stored))) {
        const [is, accepted] = [stored, expected].map((each) => JSON.stringify(each));
        defects.push(`lost: a ballot of ${ballot.slot} is ${is}, accepted ${accepted}`);
      }
    }
  }
  for (const { slot, content } of unexplained.values()) {
    // Null: a draw whose answer was never heard.
    if (chosen(content) !== null) defects.push(`there is a ballot of ${slot} that nobody cast`);
  }
  return defects;
}

function expectedView(
  { state, review, sealed, entryKeys }: Replica,
  audience: Audience,
  gathered: ViewContext["review"],
): string {
  const stored = new Set(review.cards.map(({ card }) => card.id));
  const context = {
    people: { joined: 0, away: 0, done: 0 },
    review: [...review.cards, ...gathered.filter(({ card }) => !stored.has(card.id))],
    lateReady: null,
    notSettled: 0,
    sealed,
    entryKeys,
  };
  return comparable(flatten(view(state, audience, context)));
}

const NOT_SETTLED = /"notSettled":\d+/;
const NOBODY = '"notSettled":0';

/** Records as one text, in a fixed order and without the soft counts. */
export function comparable(records: ReadonlyMap<string, string>): string {
  return (
    [...records]
      .filter(([path]) => path !== "people" && path !== "room")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      // Whether late cards are enough people's, and how many are not settled, changes with the soft
      // counts.
      .map(([path, json]) =>
        [
          path,
          canonical(JSON.parse(json))
            .replace('"late":"ready"', '"late":"waiting"')
            .replace(NOT_SETTLED, NOBODY),
        ].join(" "),
      )
      .join("\n")
  );
}
