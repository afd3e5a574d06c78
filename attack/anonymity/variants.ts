import { createHash } from "node:crypto";
import type { Evidence, Json } from "@/attack/anonymity/evidence";
import { PEOPLE } from "@/attack/anonymity/personas";
import { PLANTED } from "@/attack/anonymity/subtraction";
import type { CardTruth, RatedTruth, SettledTruth, VoteTruth } from "@/attack/anonymity/truth";
import { histogramOf } from "@/lib/activities/score-schema";

/**
 * Positive controls: what the product would leave if it leaked in a known way. They change what the
 * adversary holds, never the product, which has no switch for them.
 */
export interface Variant {
  name: string;
  /** The channel by which authors must be told, beyond doubt; null where it tells none by itself. */
  channel: string | null;
  /** What the checks of structure must say besides; null where only statistics can see it. */
  structure: RegExp | null;
  leak(evidence: Evidence): Evidence;
}

type Card = { [key: string]: Json };

/** Changes each card in a piece of JSON, wherever it stands, by the truth about it. */
function changeCards(text: string, truths: Map<string, CardTruth>, change: Change): string {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    const truth = typeof value.text === "string" ? truths.get(value.text) : undefined;
    const card = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
    return truth && "markHash" in card ? change(card, truth) : card;
  };
  const parsed: Json = JSON.parse(text);
  return JSON.stringify(walk(parsed));
}

type Change = (card: Card, truth: CardTruth) => Card;

const truthsOf = ({ trace }: Evidence) => new Map(trace.cards.map((card) => [card.text, card]));

function inRows(evidence: Evidence, change: Change): Evidence {
  const truths = truthsOf(evidence);
  const rows = evidence.rows.map(({ table, text }) => {
    const changed = changeCards(text, truths, change);
    return { table, text: changed, row: JSON.parse(changed) };
  });
  return { ...evidence, rows };
}

function inFrames(evidence: Evidence, change: (text: string, who: string) => string[]): Evidence {
  const frames = new Map(
    [...evidence.trace.frames].map(([who, texts]) => [
      who,
      texts.flatMap((text) => change(text, who)),
    ]),
  );
  return { ...evidence, trace: { ...evidence.trace, frames } };
}

function withFrames(
  evidence: Evidence,
  who: string,
  change: (texts: readonly string[]) => readonly string[],
): Evidence {
  const texts = change(evidence.trace.frames.get(who) ?? []);
  const frames = new Map([...evidence.trace.frames, [who, texts] as const]);
  return { ...evidence, trace: { ...evidence.trace, frames } };
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** 48 bits of time, then chance, as UUIDv7 lays them out; without dashes, as our ids are. */
const uuidv7 = ({ sentAt, text }: CardTruth): string =>
  `${sentAt.toString(16).padStart(12, "0")}7${digest(text).slice(0, 19)}`;

/** Puts what votes were counted for into the order in which it was first voted for. */
function inOrderOfVotes({ trace }: Evidence, text: string): string {
  const firstFor = (choice: string): number =>
    Math.min(
      ...trace.votes.flatMap(({ content, votedAt }) =>
        Array.isArray(content) && content.includes(choice) ? [votedAt] : [],
      ),
    );
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    const entries = Object.entries(value).map(([key, each]): [string, Json] => [key, walk(each)]);
    const isCounted = Object.values(value).every(
      (each) => each !== null && typeof each === "object" && "votes" in each && "shown" in each,
    );
    if (isCounted) entries.sort(([one], [other]) => firstFor(one) - firstFor(other));
    return Object.fromEntries(entries);
  };
  const parsed: Json = JSON.parse(text);
  return JSON.stringify(walk(parsed));
}

export const variants: readonly Variant[] = [
  {
    name: "votes counted in the order in which they came",
    channel: "who voted for what, from a dump",
    structure: null,
    leak(evidence) {
      const { trace } = evidence;
      const inBlocks = { ...evidence, trace: { ...trace, votes: inBlocksOfChoices(trace.votes) } };
      const rows = evidence.rows.map(({ table, text }) => {
        const changed = inOrderOfVotes(inBlocks, text);
        return { table, text: changed, row: JSON.parse(changed) };
      });
      return { ...inBlocks, rows };
    },
  },
  {
    name: "stored author",
    channel: "which cards share an author",
    structure: /a logged card with other fields/,
    leak: (evidence) =>
      inRows(evidence, (card, { author }) => ({
        ...card,
        author: digest(`${evidence.trace.session}/${author}`),
      })),
  },
  {
    name: "client-authored notes",
    channel: "another participant's frames",
    structure: /a cards record with other fields/,
    leak: (evidence) =>
      inFrames(evidence, (text) => [
        changeCards(text, truthsOf(evidence), (card, { author }) => ({
          ...card,
          client: digest(author),
        })),
      ]),
  },
  {
    name: "UUIDv7 ids",
    channel: "event log, from a dump",
    structure: null,
    leak: (evidence) => inRows(evidence, (card, truth) => ({ ...card, id: uuidv7(truth) })),
  },
  {
    name: "millisecond times",
    channel: "stage's frames",
    structure: /a cards record with other fields/,
    leak: (evidence) =>
      inFrames(evidence, (text) => [
        changeCards(text, truthsOf(evidence), (card, { sentAt }) => ({ ...card, at: sentAt })),
      ]),
  },
  {
    name: "live arrival",
    channel: "facilitator's frames, review",
    structure: /facilitator hears of one participant \(review\) during write/,
    leak: withLiveArrival,
  },
  {
    name: "progress as it happens",
    channel: null,
    structure: /facilitator gets progress more often than every five seconds/,
    leak: (evidence) => {
      const moments = [...evidence.trace.done.values()].flat();
      const frames = moments.map(({ at }, done) => {
        const set = { people: { joined: PEOPLE, away: 0, done } };
        const version = [digest("progress").slice(0, 32), done];
        return JSON.stringify({ kind: "patch", version, now: at, set, gone: [] });
      });
      return withFrames(evidence, "facilitator", (texts) => [...texts, ...frames]);
    },
  },
  {
    name: "requests to talk as they come",
    channel: "who asked to talk about which card (few)",
    structure: /facilitator gets progress more often than every five seconds/,
    leak: (evidence) => {
      const asked = evidence.trace.cards
        .filter(({ talkedAt }) => talkedAt !== null)
        .sort((a, b) => (a.talkedAt ?? 0) - (b.talkedAt ?? 0));
      const frames = asked.map(({ talkedAt }, at) => {
        const shown = asked.slice(0, at + 1).map(({ text }) => ({ id: digest(text), text }));
        return softFrame(talkedAt ?? 0, at, { talk: { count: 0, cards: shown } });
      });
      return withFrames(evidence, "facilitator", (texts) => [
        ...texts.map(withoutSignals),
        ...frames,
      ]);
    },
  },
  {
    name: "exit check as it is answered",
    channel: "who is not settled yet, by the number (few)",
    structure: /facilitator gets progress more often than every five seconds/,
    leak: (evidence) => {
      const settled = apart(evidence.trace.settled);
      const frames = settled
        .filter((each) => !each.settled)
        .map(({ at }, before) => softFrame(at, before, { notSettled: before + 1 }));
      const leaking = withFrames(evidence, "facilitator", (texts) => [
        ...texts.map(withoutSignals),
        ...frames,
      ]);
      return { ...leaking, trace: { ...leaking.trace, settled } };
    },
  },
  {
    name: "number of late cards as they come",
    channel: null,
    structure: /a facilitator record with other fields/,
    leak: (evidence) => {
      const late = evidence.trace.cards.filter(({ question }) => question.endsWith("/late"));
      const frames = late.map(({ sentAt }, at) => softFrame(sentAt, at, { late: at + 1 }));
      return withFrames(evidence, "facilitator", (texts) => [...texts, ...frames]);
    },
  },
  {
    name: "answers as long as their reply",
    channel: "whose card got a reply, by what phones ask (few)",
    structure: /has a size of its own/,
    leak: (evidence) => {
      const got = new Set(evidence.trace.replied.map(({ author }) => author));
      const asked = evidence.trace.asked.map((each) =>
        got.has(each.who) ? { ...each, received: each.received + 21 } : each,
      );
      return { ...evidence, trace: { ...evidence.trace, asked } };
    },
  },
  {
    name: "only phones with a reply ask",
    channel: null,
    structure: /not every phone asks/,
    leak: (evidence) => {
      const got = new Set(evidence.trace.replied.map(({ author }) => author));
      const asked = evidence.trace.asked.filter(({ who }) => got.has(who));
      return { ...evidence, trace: { ...evidence.trace, asked } };
    },
  },
  {
    name: "holding a card that was withdrawn is refused",
    channel: null,
    structure: /an answer tells one card under review from another/,
    leak: (evidence) => {
      const truths = truthsOf(evidence);
      const pressed = evidence.trace.pressed.map(({ text, answer }) =>
        truths.get(text)?.fate === "withdrawn"
          ? { text, answer: '{"ok":false,"code":"closed"}' }
          : { text, answer },
      );
      return { ...evidence, trace: { ...evidence.trace, pressed } };
    },
  },
  {
    name: "help shown to one phone",
    channel: null,
    structure: /a session record for participants alone/,
    leak: (evidence) => {
      const frame = JSON.stringify({
        kind: "patch",
        version: [digest("help").slice(0, 32), 1],
        now: 0,
        set: { session: { helpShown: 99 } },
        gone: [],
      });
      return withFrames(evidence, "cem", (texts) => [...texts, frame]);
    },
  },
  {
    name: "a first asking that is counted, too",
    channel: null,
    structure: /by subtracting two counts/,
    leak: withCountedFirst,
  },
  {
    name: "reveal in the order of handing in",
    channel: "facilitator's frames, reveal",
    structure: null,
    leak: (evidence) => {
      const truths = truthsOf(evidence);
      return inFrames(evidence, (text) => [inOrder(text, truths)]);
    },
  },
];

/**
 * The same answers in the same order, each in a millisecond of its own: in a workshop people tap
 * seconds apart, and the clock of frames shows no less than a millisecond.
 */
function apart(settled: readonly SettledTruth[]): SettledTruth[] {
  let last = 0;
  return [...settled]
    .sort((a, b) => a.at - b.at)
    .map((each) => {
      last = Math.max(last + 1, Math.ceil(each.at));
      return { ...each, at: last };
    });
}

/** A facilitator's frame as it would be had nobody given a signal. */
function withoutSignals(text: string): string {
  const frame: { [key: string]: Json } = JSON.parse(text);
  for (const name of ["set", "records"]) {
    const records = frame[name];
    if (records === null || typeof records !== "object" || Array.isArray(records)) continue;
    const own = records?.facilitator;
    if (own === null || typeof own !== "object" || Array.isArray(own)) continue;
    const quiet = { ...own, talk: { count: 0, cards: [] }, notSettled: 0 };
    frame[name] = { ...records, facilitator: quiet };
  }
  return JSON.stringify(frame);
}

/** A patch of the facilitators' record at the moment when a participant did something. */
const softFrame = (now: number, counter: number, facilitator: object): string =>
  JSON.stringify({
    kind: "patch",
    version: [digest("soft").slice(0, 32), counter],
    now: Math.ceil(now),
    set: { facilitator },
    gone: [],
  });

/** The facilitator gets each card the moment it is handed in, as most boards do. */
function withLiveArrival(evidence: Evidence): Evidence {
  const { trace } = evidence;
  const frames = [...(trace.frames.get("facilitator") ?? [])];
  const quiet = trace.quiet.map((stretch) => ({ ...stretch, to: new Map(stretch.to) }));
  let added = 0;
  for (const stretch of quiet) {
    const at = (stretch.to.get("facilitator") ?? 0) + added;
    stretch.from = new Map([
      ...stretch.from,
      ["facilitator", (stretch.from.get("facilitator") ?? 0) + added],
    ]);
    const [activity = "", phase] = stretch.phase.split("/");
    const cards = phase === "write" ? trace.cards.filter((each) => each.activity === activity) : [];
    const arrivals = [...cards]
      .sort((a, b) => a.sentAt - b.sentAt)
      .map(({ text, sentAt }) => {
        const id = digest(text).slice(0, 32);
        const card = { id, text, attributes: {}, held: false };
        const set = { [`review/${id}`]: card };
        return JSON.stringify({ kind: "patch", version: [id, 1], now: sentAt, set, gone: [] });
      });
    frames.splice(at, 0, ...arrivals);
    added += arrivals.length;
    stretch.to.set("facilitator", at + arrivals.length);
  }
  return {
    ...evidence,
    trace: { ...trace, quiet, frames: new Map([...trace.frames, ["facilitator", frames]]) },
  };
}

/**
 * The log as it was until 2026-11-26: everybody's first answers, and beside them those of the pairs, among
 * which a planted phone hands in a first answer that nobody counted.
 */
function withCountedFirst(evidence: Evidence): Evidence {
  const { rated } = evidence.trace;
  const items = [...new Set(rated.map(({ item }) => item))];
  const logged = (activity: string, of: (truths: readonly RatedTruth[]) => Json) => {
    const counted = items.map((item) => [item, of(rated.filter((each) => each.item === item))]);
    const event = { type: "scoresCounted", items: Object.fromEntries(counted) };
    const row = { event: { type: "activity", activity, event } };
    return { table: "session_events", row, text: JSON.stringify(row) };
  };
  const spread = (truths: readonly RatedTruth[]) => histogramOf(truths.map(({ before }) => before));
  const rows = [
    logged("before", (all) => ({ counts: spread(all.filter(({ who }) => who !== PLANTED)) })),
    logged("after", (all) => ({
      paired: { before: spread(all.filter(({ after }) => after !== null)) },
    })),
  ];
  return { ...evidence, rows: [...evidence.rows, ...rows] };
}

/**
 * The same votes, as they come in a room whose people settle one choice after the other, in whatever order:
 * else the order of three sessions' votes tells too little to be told from chance every time.
 */
function inBlocksOfChoices(votes: readonly VoteTruth[]): VoteTruth[] {
  // By digest: neither ids nor totals may know that order.
  const firstOf = ({ content }: VoteTruth) =>
    Array.isArray(content) ? content.map((choice) => digest(String(choice))).sort()[0] : undefined;
  const inOrder = [...votes].sort((a, b) => ((firstOf(a) ?? "") < (firstOf(b) ?? "") ? -1 : 1));
  return inOrder.map((vote, at) => ({ ...vote, votedAt: at }));
}

/** A frame whose records of cards stand in the order in which they were handed in. */
function inOrder(text: string, truths: Map<string, CardTruth>): string {
  const frame: { [key: string]: Json } = JSON.parse(text);
  for (const name of ["set", "records"]) {
    const records = frame[name];
    if (records === null || typeof records !== "object" || Array.isArray(records)) continue;
    const sentAt = (record: Json | undefined): number => {
      const isCard = record !== null && typeof record === "object" && !Array.isArray(record);
      return isCard ? (truths.get(String(record?.text))?.sentAt ?? 0) : 0;
    };
    frame[name] = Object.fromEntries(
      Object.entries(records ?? {}).sort(([, a], [, b]) => sentAt(a) - sentAt(b)),
    );
  }
  return JSON.stringify(frame);
}
