import * as z from "zod";
import { WORD } from "@/attack/anonymity/bot";
import type { Found, SealedSight } from "@/attack/anonymity/disk";
import {
  type Clues,
  type Evidence,
  type Facts,
  fromExport,
  fromFrames,
  fromPlaces,
  fromRows,
  only,
  type Timelines,
  timelinesOf,
} from "@/attack/anonymity/evidence";
import {
  type Attack,
  authorAttacks,
  halfOf,
  linkAttacks,
  type Round,
} from "@/attack/anonymity/guess";
import { movesOf } from "@/attack/anonymity/moves";
import { CASES_QUESTION, PLACED, PLAYED, TICKED } from "@/attack/anonymity/plan";
import { seatsOf } from "@/attack/anonymity/seats";
import { rowsOf } from "@/attack/anonymity/sheet-rows";
import { asksFor, signalsOf } from "@/attack/anonymity/signals";
import type { CardTruth, Trace } from "@/attack/anonymity/truth";
import { ballots } from "@/attack/anonymity/votes";
import type { Random } from "@/attack/random";

export interface Channel {
  name: string;
  /** Whether the claim is made for it: exports hold too few cards, others are for information. */
  claimed: boolean;
  /** Every way of guessing that it tries; of these the one counts that does best, see `bestOf`. */
  attacks(): Attack[];
}

/** Whose phone counts as "another participant": its own cards are no guesses. */
const NEIGHBOUR = "ben";

const framesOf = ({ trace }: Evidence, who: string) => trace.frames.get(who) ?? [];

/**
 * The activity and the batch that a card was revealed in, which everybody is told. Who comes late is
 * a habit: among cards of both batches those of one batch are the same person's more often.
 */
const batchOf = ({ activity, question }: CardTruth): string =>
  question.endsWith("/late") ? `${activity}/late` : activity;

/** What the adversary holds against revealed cards, and which cards it is tried on. */
interface Held {
  clues(each: Evidence): Clues;
  /** Whether cards of a question, or of a whole activity's batch, could be each other's. */
  by?: "question" | "batch";
  without?: string;
  /** What was seen of people; where it is left out, all that is seen of everybody. */
  timelines?(each: Evidence, question: string): Timelines;
  tried?(card: CardTruth, clues: Clues, each: Evidence): boolean;
}

function rounds(all: readonly Evidence[], held: Held): Round[] {
  const { by = "question", without, timelines, tried = () => true } = held;
  const roundOf = (card: CardTruth) => (by === "question" ? card.question : batchOf(card));
  return all.flatMap((each, number) => {
    const { session, cards: written } = each.trace;
    const clues = held.clues(each);
    const cards = written.filter(
      (card) => card.fate === "revealed" && card.author !== without && tried(card, clues, each),
    );
    return [...new Set(cards.map(roundOf))].map((question): Round => {
      const lines = timelines?.(each, question) ?? timelinesOf(each.trace, question);
      return {
        session,
        half: halfOf(number),
        cards: cards
          .filter((card) => roundOf(card) === question)
          .map(({ text, author }) => ({ text, author, facts: clues.get(text) ?? new Map() })),
        timelines: new Map(
          [...lines].map(([name, people]) => [name, people.filter((who) => who !== without)]),
        ),
      };
    });
  });
}

const facilitators = (each: Evidence) => fromFrames(framesOf(each, "facilitator"));
const allOfIt = (each: Evidence) => merged(fromRows(each.rows), facilitators(each));

/** Ten channels of which the claim is made, and those with too few events for it. */
export function channels(all: readonly Evidence[], found: Found, random: Random): Channel[] {
  const by = (name: string, of: () => Round[], claimed: boolean): Channel => ({
    ...{ name, claimed },
    attacks: () => authorAttacks(of(), random),
  });
  const authors = (name: string, held: Held) => by(name, () => rounds(all, held), true);
  const few = (name: string, held: Held) => by(name, () => rounds(all, held), false);
  return [
    authors("event log, from a dump", { clues: ({ rows }) => fromRows(rows) }),
    authors("table files after the erasure pass", {
      clues: () => fromPlaces("offset", found.tables),
    }),
    authors("write-ahead log after the erasure pass", {
      clues: () => fromPlaces("offset", found.log),
    }),
    authors("facilitator's frames, review", {
      clues: (each) => only(facilitators(each), ["review."]),
    }),
    authors("facilitator's frames, reveal", {
      clues: (each) => only(facilitators(each), ["cards."]),
    }),
    authors("stage's frames", { clues: (each) => fromFrames(framesOf(each, "stage")) }),
    authors("another participant's frames", {
      clues: (each) => fromFrames(framesOf(each, NEIGHBOUR)),
      without: NEIGHBOUR,
    }),
    authors("progress, against what is revealed", {
      clues: facilitators,
      timelines: ({ trace }, question) => progressOf(trace, question, random),
    }),
    {
      name: "which cards share an author",
      claimed: true,
      attacks: () => linkAttacks(rounds(all, { clues: allOfIt, by: "batch" }), random),
    },
    by("who voted for what, from a dump", () => ballots(all), true),
    few("late cards alone, by all of it (few)", {
      clues: allOfIt,
      tried: ({ question }) => question.endsWith("/late"),
    }),
    few("who asked to talk about which card (few)", {
      clues: (each) => only(facilitators(each), ["facilitator."]),
      tried: ({ talkedAt }) => talkedAt !== null,
      timelines: ({ trace }, question) => new Map([["asked to talk", talkers(trace, question)]]),
    }),
    by("who ticked what, from a dump (few)", () => ballots(all, TICKED), false),
    by("who placed what, from a dump (few)", () => ballots(all, PLACED), false),
    few("who wrote which line in a role, by all of it (few)", {
      clues: allOfIt,
      tried: ({ activity }) => activity === PLAYED,
    }),
    by("who sat on which chair, by lists and numbers of chairs (few)", () => seatsOf(all), false),
    by(
      "who wrote which row of a sheet, from dump and disk (few)",
      () => rowsOf(all, { found }),
      false,
    ),
    by("who moved which card, by ids on the board (few)", () => movesOf(all, "id"), false),
    by("who is not settled yet, by the number (few)", () => signalsOf(all), false),
    by("whose card got a reply, by what phones ask (few)", () => asksFor(all), false),
    few("exports (few cards; their bytes are compared)", {
      clues: ({ exports }) => fromExport(exports.join("\n"), WORD),
      tried: ({ text }, clues) => clues.has(text),
    }),
  ];
}

/** Who was seen asking, in that order. */
const talkers = ({ cards }: Trace, question: string): string[] =>
  cards
    .filter((card) => card.question === question && card.talkedAt !== null)
    .sort((a, b) => (a.talkedAt ?? 0) - (b.talkedAt ?? 0))
    .map(({ author }) => author);

/**
 * For information: what is told to somebody on purpose, or was on a disk while cards were sealed.
 * The receipt and docs/assurance.md say it in words.
 */
export function known(
  all: readonly Evidence[],
  sealed: readonly SealedSight[],
  random: Random,
): Channel[] {
  const sightsIn = ({ trace: { session } }: Evidence) =>
    sealed.filter((sight) => sight.session === session);
  const informed = (name: string, held: Held): Channel => ({
    ...{ name, claimed: false },
    attacks: () => authorAttacks(rounds(all, held), random),
  });
  return [
    informed("disk while sealed: who wrote which card", {
      clues: (each) => merged(...sightsIn(each).map(sightOf)),
      tried: ({ text, activity }, _, each) =>
        sightsIn(each).some(
          (sight) => sight.activity === activity && sight.cards.some((card) => card.text === text),
        ),
    }),
    informed("facilitator who knows everybody's habit of ticking consents", {
      clues: ({ trace }) => consentsOf(trace),
      timelines: () => new Map(),
      tried: ({ text }, clues) => clues.has(text),
    }),
    {
      name: "group and facilitators while a sheet is written: which rows are one phone's",
      claimed: false,
      attacks: () => linkAttacks(rowsOf(all, "frames"), random),
    },
    {
      name: "whoever watches hands while cards move on a board: who moved which",
      claimed: false,
      attacks: () => authorAttacks(movesOf(all, "moment"), random),
    },
  ];
}

/** A card's place in the table, and the contributor's row that the same transaction wrote. */
function sightOf({ cards, contributors }: SealedSight): Clues {
  return new Map(
    cards.map(({ text, xmin }, place) => {
      const together = contributors.filter((each) => each.xmin === xmin);
      const facts = new Map<string, number | string>([
        ["place", place],
        ["transaction", Number(xmin)],
      ]);
      if (together.length === 1) facts.set("contributor", together[0]?.tag ?? "");
      return [text, facts];
    }),
  );
}

/** Only facilitators see consents, beside the cards: ticks that their author chose to make. */
function consentsOf({ cards }: Trace): Clues {
  return new Map(
    // Where cards become cases everybody allows it equally often.
    cards.flatMap(({ activity, text, mayBeCase, mayBeQuoted, unfair }) =>
      activity === CASES_QUESTION
        ? []
        : [
            [
              text,
              new Map([["consents", `${mayBeCase && !unfair}/${mayBeQuoted}/${unfair}`]]),
            ] satisfies [string, Facts],
          ],
    ),
  );
}

function merged(...all: Clues[]): Clues {
  const clues: Clues = new Map();
  for (const each of all) {
    for (const [text, facts] of each)
      clues.set(text, new Map([...(clues.get(text) ?? []), ...facts]));
  }
  return clues;
}

const peopleFrame = z.object({
  now: z.number(),
  set: z.object({ people: z.object({ done: z.number() }) }),
});

/** People in the order in which "9 of 12 done" rose, by what was seen of each; ticks hide the rest. */
function progressOf(trace: Trace, question: string, random: Random): Timelines {
  const activity = question.split("/")[0] ?? question;
  const ticks = (trace.frames.get("facilitator") ?? []).flatMap((text) => {
    const frame = peopleFrame.safeParse(JSON.parse(text));
    return frame.success ? [{ at: frame.data.now, done: frame.data.set.people.done }] : [];
  });
  const done = trace.done.get(`${activity}/write`) ?? [];
  const tickOf = (author: string): number => {
    const said = done.find(({ who }) => who === author)?.at ?? 0;
    return ticks.findIndex(({ at }) => at >= said);
  };
  const cards = trace.cards.filter(
    (card) => card.question === question && card.fate === "revealed",
  );
  const order = random.shuffle(cards).sort((a, b) => tickOf(a.author) - tickOf(b.author));
  return new Map([["progress", order.map(({ author }) => author)]]);
}
