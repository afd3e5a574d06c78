import { countTalk } from "@/lib/session/author-contact";
import { presentOf } from "@/lib/session/present";
import { openRuns } from "@/lib/session/state";
import { waitingLateBatch } from "@/lib/session/view";
import type { People } from "@/lib/session/view-schema";
import type { Db } from "@/server/db/client";
import { elapsed } from "@/server/elapsed";
import type { Log } from "@/server/log";
import { createNodePeople } from "@/server/rooms/node-people";
import { AWAY_AFTER_MS, AWAY_IN_LOBBY_AFTER_MS, type Presence } from "@/server/rooms/people";
import { type HeldReplica, phaseOf } from "@/server/rooms/replica";
import { countLatePeople, countSignal } from "@/server/rooms/sealed-rows";
import { loadSessionRows } from "@/server/rooms/session-rows";

/** Progress is shown this often, so that a single phone's "done" cannot be watched (rule 2). */
export const PEOPLE_EVERY_MS = 5_000;
/** Among fewer than so many it is easily seen who has just put their phone down as a number rose. */
const FEW_PEOPLE_BELOW = 8;
/** They are counted as often as others, and shown at every third count: several get done in between (P143). */
const FEW_PEOPLE_WAIT_TIMES = 3;
/** In the lobby people come through a door that all see; seeing one's own phone appear matters more. */
const PEOPLE_EVERY_IN_LOBBY_MS = 500;

/**
 * How long what is shown of a room stands at least, ms (P31, P143), where it is to be followed by `people`.
 * `inLobby`: what a lobby shows; null for a room that has begun. Whoever leaves a lobby does so unseen. `everyMs`:
 * how often a room that has begun is counted.
 */
export function shownFor(people: People, inLobby: People | null, everyMs: number): number {
  if (inLobby && people.joined >= inLobby.joined) return PEOPLE_EVERY_IN_LOBBY_MS;
  return presentOf(people) < FEW_PEOPLE_BELOW ? FEW_PEOPLE_WAIT_TIMES * everyMs : everyMs;
}

/** What a room counts every few seconds, and shows as it was when it was counted. */
export interface SoftCounts {
  /** As they were counted. With a phase that has begun since then nobody is done, also with one anew. */
  people(): People;
  /** How many said in the closing that they are not settled enough to leave yet. */
  readonly notSettled: number;
  /** Devices that were in this room when it began, or are known from before it was loaded here. */
  readonly known: number;
  /** Stops counting; this node counts nobody here any more. */
  close(): Promise<void>;
}

export function createSoftCounts(options: {
  db: Db;
  node: string;
  sessionId: string;
  log: Log;
  held: HeldReplica;
  presence: Presence;
  peopleEveryMs: number;
  /** Whether anybody sees what is counted. */
  isWatched(): boolean;
  /** Called when one of the counts is another one now. */
  onChange(): void;
}): SoftCounts {
  const { db, node, sessionId, log, held, presence, peopleEveryMs } = options;
  const nodePeople = createNodePeople({ db, node, sessionId });
  let counted = { phase: "", people: { joined: 0, away: 0, done: 0 } };
  let notSettled = 0;
  let known = held.replica.mostJoined;
  let counting = false;
  let lastCountAt = Number.NEGATIVE_INFINITY;
  let lastShownAt = Number.NEGATIVE_INFINITY;
  let lastTalkAt = Number.NEGATIVE_INFINITY;

  const isLobby = (): boolean => held.replica.state.status === "lobby";

  const people = (): People => {
    const phase = phaseOf(held.replica);
    if (counted.phase !== phase) counted = { phase, people: { ...counted.people, done: 0 } };
    return counted.people;
  };

  const countPeople = async (phase: string): Promise<People> => {
    const awayAfter = isLobby() ? AWAY_IN_LOBBY_AFTER_MS : AWAY_AFTER_MS;
    const own = presence.count(phase, elapsed(), awayAfter);
    const wasLobby = isLobby();
    const total = await nodePeople.addUp(phase, own);
    // Who is on another node may come here when that one goes.
    known = Math.max(known, wasLobby ? total.joined : total.joined - own.joined);
    presence.takeInMore(known);
    return total;
  };

  const countLate = async () => {
    const { state } = held.replica;
    const late = waitingLateBatch(state);
    const behindIt = late ? await countLatePeople(db, sessionId, late) : 0;
    return behindIt >= state.k.cards ? late : null;
  };

  const countNotSettled = async (): Promise<number> => {
    let count = 0;
    for (const { template, instance } of openRuns(held.replica.state)) {
      if (!instance.signal) continue;
      count += await countSignal(db, sessionId, template.key, instance.signal);
    }
    return count;
  };

  /** Null before it is time, in the lobby as later: people may be seen to arrive there, not to ask. */
  const countRequests = async (total: People) => {
    if (elapsed() - lastTalkAt < shownFor(total, null, peopleEveryMs)) return null;
    // From the database: this copy may know nothing yet after a reload that failed.
    const talk = countTalk(await loadSessionRows(db, sessionId));
    lastTalkAt = elapsed();
    return talk;
  };

  const count = async (): Promise<void> => {
    const phase = phaseOf(held.replica);
    const total = await countPeople(phase);
    // Of few it is counted for the other nodes, to which this one would be dead, and not shown yet.
    const inLobby = isLobby() ? people() : null;
    if (elapsed() - lastShownAt < shownFor(total, inLobby, peopleEveryMs)) return;
    const ready = await countLate();
    const unsettled = await countNotSettled();
    const asked = await countRequests(total);
    const { replica } = held;
    const talk = asked ?? replica.talkCounted;
    const softly = [total, ready, unsettled, [...talk].sort()];
    const before = [people(), replica.lateReady, notSettled, [...replica.talkCounted].sort()];
    const isSame = JSON.stringify(softly) === JSON.stringify(before);
    replica.lateReady = ready;
    notSettled = unsettled;
    replica.talkCounted = talk;
    // Where a phase has begun meanwhile, they are done with the one before.
    if (phase === phaseOf(replica)) counted = { phase, people: total };
    if (!isSame) options.onChange();
    // From what was shown to what is shown next, however long the counting took.
    lastShownAt = elapsed();
  };

  const timer = setInterval(() => {
    const every = isLobby() ? PEOPLE_EVERY_IN_LOBBY_MS : peopleEveryMs;
    if (counting || !options.isWatched() || elapsed() - lastCountAt < every) return;
    counting = true;
    count()
      .catch((error: unknown) => log.warn({ err: error }, "people could not be counted"))
      .finally(() => {
        counting = false;
        lastCountAt = elapsed();
      });
  }, PEOPLE_EVERY_IN_LOBBY_MS);

  return {
    people,
    get notSettled() {
      return notSettled;
    },
    get known() {
      return known;
    },
    async close() {
      clearInterval(timer);
      await nodePeople.forget().catch(() => undefined);
    },
  };
}
