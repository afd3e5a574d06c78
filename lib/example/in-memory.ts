import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { isSame } from "@/lib/activities/ballots";
import { peopleBehind } from "@/lib/activities/cards";
import type { RuleContext, SealedBallot, SealedCard } from "@/lib/activities/contract";
import type { DocumentsRead } from "@/lib/activities/documents";
import {
  applySealedWrite,
  emptySealedMaps,
  type SealedMaps,
  sealedIn,
} from "@/lib/activities/sealed-rows";
import { type Audience, type Narrow, narrowOf, SEAT_SLOT } from "@/lib/channel";
import type { PadContent } from "@/lib/documents/pad";
import type { Place } from "@/lib/documents/place";
import type { SeriesScores } from "@/lib/series/series-schema";
import { type Actor, everyScope } from "@/lib/session/actor";
import { mayAttempt } from "@/lib/session/authorise";
import { type Command, command as commandSchema } from "@/lib/session/commands";
import { decide } from "@/lib/session/decide";
import type { SessionDecision, SessionStep, TalkRequest } from "@/lib/session/decision";
import type { SessionEvent } from "@/lib/session/events";
import { evolve } from "@/lib/session/evolve";
import { createGatheredReview, gatheredOf, marksInSight } from "@/lib/session/gathered-review";
import type { SessionPlan } from "@/lib/session/plan";
import { initialState, openRuns, positionOf, runOf, type SessionState } from "@/lib/session/state";
import { readEvent, storedEvent } from "@/lib/session/stored";
import { narrowViews, type ViewContext, view, waitingLateBatch } from "@/lib/session/view";
import type { People, SessionView } from "@/lib/session/view-schema";

/**
 * A whole session in memory, for examples and for tests of the rules: the same pure functions that the server
 * runs, over Maps instead of a database, with seeded chance and a clock that whoever holds it moves.
 */
export interface InMemory {
  readonly state: SessionState;
  readonly log: SessionEvent[];
  now: number;
  /** How many people the server would have counted. */
  joined: number;
  /** What the server would have counted for views. */
  people: People;
  send(actor: "facilitator" | { device: string }, command: Command): SessionDecision;
  view(audience: Audience): SessionView;
  /** What the device's own seat sees of the current activity, and its group; nothing where it has none. */
  narrow(device: string): Partial<Record<Narrow, unknown>>;
  /** The sealed cards of an activity, as the database would hold them. */
  sealedCards(activity: string): SealedCard[];
  sealedBallots(activity: string): SealedBallot[];
  readonly replies: Map<string, string>;
  readonly talkRequests: ReadonlyMap<string, TalkRequest>;
  readonly notes: ReadonlyMap<string, string>;
  /** What a view shows beside the log, as the server would have loaded it. */
  soft(): ViewContext;
  /** A second state, made from the log alone. */
  replayed(): SessionState;
}

const textHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

const tagOf = (activity: string, device: string, slot: string): string =>
  textHash(`${activity}/${device}/${slot}`);

export const hashOf = (secret: string): string => bytesToHex(sha256(hexToBytes(secret)));

/** A command that was decided and has brought about nothing yet. */
export interface Decided {
  state: SessionState;
  command: Command;
  decision: SessionDecision;
  rowsOf(activity: string): SealedMaps;
  /** The sender's tag for a slot of an activity. */
  tag(activity: string, slot: string): string;
  /** Decides it once more, with the same chance, where the rules find other rows. */
  again(rowsOf: Decided["rowsOf"]): SessionDecision;
}

/**
 * Holds a plan; the same seed draws the same ids and orders. Without `shuffles` orders stay as they came, for tests of those.
 * `onDecided`: told of each command once it is decided.
 */
export function holdInMemory(
  plan: SessionPlan,
  seed: number,
  {
    shuffles = true,
    onDecided,
  }: { shuffles?: boolean; onDecided?: (decided: Decided) => void } = {},
): InMemory {
  const state = initialState(plan);
  const log: SessionEvent[] = [];
  const rows = new Map<string, SealedMaps>();
  const replies = new Map<string, string>();
  const talkRequests = new Map<string, TalkRequest>();
  const notes = new Map<string, string>();
  const series = new Map<string, SeriesScores>();
  /** The boards that have begun, by activity and name. */
  const boards = new Map<string, Map<string, Place>>();
  /** The pads likewise, as rules have written them last: nobody else writes one here. */
  const pads = new Map<string, PadContent>();
  const documentsOf = (activity: string): DocumentsRead => ({
    board(name) {
      const cards = boards.get(`${activity}/${name}`);
      return cards ? { cards, groups: new Map() } : null;
    },
    pad: (name) => pads.get(`${activity}/${name}`) ?? null,
  });
  /** The board, begun as its kind begins it. */
  const boardToWrite = (activity: string, name: string): Map<string, Place> => {
    const begun = boards.get(`${activity}/${name}`);
    if (begun) return begun;
    const { phase = null, instance } = runOf(state, activity) ?? {};
    const use = phase ? instance?.documents?.({ phase, seats: new Map() }).get(name) : undefined;
    const board = new Map(use?.model === "board" ? use.begin().cards : []);
    boards.set(`${activity}/${name}`, board);
    return board;
  };
  let drawn = 0;
  const next = () => {
    drawn += 1;
    return textHash(`${seed}/${drawn}`);
  };
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, key: next() }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ item }) => item);
  const rowsOf = (activity: string): SealedMaps => {
    const known = rows.get(activity) ?? emptySealedMaps();
    rows.set(activity, known);
    return known;
  };
  const gathered = createGatheredReview();
  /** What facilitators see, as of now; called after each command, as the server shows it. */
  const shownReview = () => {
    const { activity, phase } = positionOf(state);
    const sealed = activity === null ? [] : rowsOf(activity).cards.values();
    return gathered.show(`${activity}/${phase}`, gatheredOf(sealed));
  };
  const lateReady = () => {
    const late = waitingLateBatch(state);
    if (!late) return null;
    const people = peopleBehind(sealedIn(rowsOf(late.activity)), late.batch);
    return people >= state.k.cards ? late : null;
  };
  const lateReadyIn = (activity: string) => {
    const late = lateReady();
    return late?.activity === activity ? late.batch : null;
  };
  const applyStep = (step: SessionStep): void => {
    for (const event of step.events) {
      // Through JSON and the schema, as the database would give it back.
      const stored = readEvent(JSON.parse(JSON.stringify(storedEvent(event, state))), state);
      log.push(stored);
      evolve(state, stored);
    }
    for (const { activity, writes } of step.sealed) {
      for (const write of writes) applySealedWrite(rowsOf(activity), write);
    }
    for (const write of step.documents?.writes ?? []) {
      const activity = step.documents?.activity ?? "";
      if ("cards" in write) {
        const board = boardToWrite(activity, write.document);
        for (const [card, place] of write.cards) board.set(card, place);
      } else pads.set(`${activity}/${write.document}`, write.rows);
    }
    for (const write of step.session ?? []) {
      if (write.op === "putReply") replies.set(write.markHash, write.text);
      else if (write.op === "putNote") notes.set(write.activity, write.text);
      else if (write.op === "keepInSeries") series.set(JSON.stringify(write.words), write.scores);
      else talkRequests.set(write.request.about, write.request);
    }
  };
  const session: InMemory = {
    state,
    log,
    now: 1_000_000,
    joined: 0,
    people: { joined: 0, away: 0, done: 0 },
    send(actor, raw) {
      const command = commandSchema.parse(raw);
      const role = actor === "facilitator" ? "facilitator" : "participant";
      const sender = role === "facilitator" ? leader : ({ kind: "participant" } as const);
      if (!mayAttempt(sender, command)) return { ok: false, code: "not-allowed" };
      const tag = (activity: string, slot: string): string =>
        actor === "facilitator" ? "" : tagOf(activity, actor.device, slot);
      const contextOf = (activity: string, rows: SealedMaps): RuleContext => ({
        now: session.now,
        randomId: () => next().slice(0, 32),
        shuffle: (items) => (shuffles ? shuffled(items) : [...items]),
        hash: hashOf,
        k: state.k,
        joined: session.joined,
        withoutPhone: state.withoutPhone,
        lateReady: lateReadyIn(activity),
        sealed: sealedIn(rows),
        documents: documentsOf(activity),
        seriesScores: (words) => series.get(JSON.stringify(words)) ?? null,
        tag: (slot) => tag(activity, slot),
      });
      const inSight = marksInSight(shownReview());
      const decidedFrom = (rowsSeen: Decided["rowsOf"]): SessionDecision =>
        decide(state, command, role, (of) => contextOf(of, rowsSeen(of)), {
          sealed: { replies, talkRequests, notes },
          inSight,
          hasHelp: true,
          mayKeepInSeries: () => true,
          tag: () => (actor === "facilitator" ? "" : textHash(`session/${actor.device}`)),
        });
      const before = drawn;
      const decision = decidedFrom(rowsOf);
      const after = drawn;
      onDecided?.({
        ...{ state, command, decision, rowsOf, tag },
        again(rowsSeen) {
          drawn = before;
          const otherwise = decidedFrom(rowsSeen);
          drawn = after;
          return otherwise;
        },
      });
      if (!decision.ok) return decision;
      const { next: _, ...taken } = decision;
      for (let step: SessionStep | undefined = decision; step; step = step.next?.()) {
        if (step !== decision) {
          taken.events = [...taken.events, ...step.events];
          taken.sealed = [...taken.sealed, ...step.sealed];
        }
        applyStep(step);
      }
      shownReview();
      return taken;
    },
    view: (audience) => view(state, audience, session.soft()),
    narrow(device) {
      const { activity } = positionOf(state);
      if (activity === null) return {};
      const own = tagOf(activity, device, SEAT_SLOT);
      const seats = [...rowsOf(activity).ballots.values()].filter(({ slot }) => slot === SEAT_SLOT);
      const contents = new Map(seats.map(({ tag, content }) => [tag, content]));
      const views = [...narrowViews(state, contents)].filter(([, each]) =>
        each.seats.includes(own),
      );
      return Object.fromEntries(views.map(([channel, { record }]) => [narrowOf(channel), record]));
    },
    soft() {
      const notSettled = openRuns(state).flatMap(({ template, instance: { signal } }) =>
        [...rowsOf(template.key).ballots.values()].filter(
          ({ slot, content }) => slot === signal?.slot && isSame(content, signal.content),
        ),
      ).length;
      return {
        people: session.people,
        review: shownReview(),
        lateReady: lateReady(),
        notSettled,
        sealed: { replies, talkRequests, notes },
        entryKeys: noEntry,
        documentsOf,
      };
    },
    replies,
    talkRequests,
    notes,
    sealedCards: (activity) => [...rowsOf(activity).cards.values()],
    sealedBallots: (activity) => [...rowsOf(activity).ballots.values()],
    replayed() {
      const again = initialState(plan);
      for (const event of log) {
        evolve(again, readEvent(asStored(storedEvent(event, state)), again));
      }
      return again;
    },
  };
  return session;
}

/** As Postgres gives an object back: shorter keys first, then by their letters. */
function asStored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStored);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
      .map(([key, entry]) => [key, asStored(entry)]),
  );
}

const leader: Actor = { kind: "facilitator", account: "in memory", scopes: everyScope };

/** Sessions in memory are entered by nobody. */
const noEntry = { code: null, stageKey: "0".repeat(32) };
