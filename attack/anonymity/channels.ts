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
import { authorAttacks, bestOf, linkAttacks, type Round, roundsOf } from "@/attack/anonymity/guess";
import { CASES_QUESTION } from "@/attack/anonymity/plan";
import { asksFor, signalsOf } from "@/attack/anonymity/signals";
import type { Outcome } from "@/attack/anonymity/statistics";
import type { CardTruth, Trace } from "@/attack/anonymity/truth";
import { ballots } from "@/attack/anonymity/votes";
import type { Random } from "@/attack/random";

export interface Channel {
  name: string;
  /** Whether the claim is made for it: exports hold too few cards, others are for information. */
  claimed: boolean;
  attack(): Attacked;
}

export interface Attacked {
  outcomes: Outcome[];
  /** The attack that did best in the other half of the sessions. */
  names: string[];
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

/** Rounds over the revealed cards, by question or by the batch of a whole activity. */
function rounds(
  all: readonly Evidence[],
  cluesOf: (each: Evidence) => Clues,
  options: {
    by?: "question" | "batch";
    without?: string;
    timelines?(each: Evidence, question: string): Timelines;
    found?(clues: Clues, text: string, each: Evidence, activity: string): boolean;
  } = {},
): Round[] {
  const { by = "question", without, timelines } = options;
  return all.flatMap((each, number) => {
    const { trace } = each;
    const clues = cluesOf(each);
    const cards = trace.cards.filter(
      ({ fate, author, text, activity }) =>
        fate === "revealed" &&
        author !== without &&
        (options.found?.(clues, text, each, activity) ?? true),
    );
    const roundOf = (card: CardTruth) => (by === "question" ? card.question : batchOf(card));
    const questions = [...new Set(cards.map(roundOf))];
    return questions.map((question) =>
      roundsOf(
        trace.session,
        number % 2 === 0 ? 0 : 1,
        cards.filter((card) => roundOf(card) === question),
        clues,
        withoutPerson(timelines?.(each, question) ?? timelinesOf(trace, question), without),
      ),
    );
  });
}

function withoutPerson(timelines: Timelines, person: string | undefined): Timelines {
  return new Map([...timelines].map(([name, of]) => [name, of.filter((who) => who !== person)]));
}

/** Ten channels of which the claim is made, and those with too few events for it. */
export function channels(all: readonly Evidence[], found: Found, random: Random): Channel[] {
  const authors = (name: string, of: () => Round[], claimed = true): Channel => ({
    name,
    claimed,
    attack: () => bestOf(authorAttacks(of(), random)),
  });
  const facilitators = (each: Evidence) => fromFrames(framesOf(each, "facilitator"));
  return [
    authors("event log, from a dump", () => rounds(all, ({ rows }) => fromRows(rows))),
    authors("table files after the erasure pass", () =>
      rounds(all, () => fromPlaces("offset", found.tables)),
    ),
    authors("write-ahead log after the erasure pass", () =>
      rounds(all, () => fromPlaces("offset", found.log)),
    ),
    authors("facilitator's frames, review", () =>
      rounds(all, (each) => only(facilitators(each), ["review."])),
    ),
    authors("facilitator's frames, reveal", () =>
      rounds(all, (each) => only(facilitators(each), ["cards."])),
    ),
    authors("stage's frames", () => rounds(all, (each) => fromFrames(framesOf(each, "stage")))),
    authors("another participant's frames", () =>
      rounds(all, (each) => fromFrames(framesOf(each, NEIGHBOUR)), { without: NEIGHBOUR }),
    ),
    authors("progress, against what is revealed", () =>
      rounds(all, facilitators, {
        timelines: ({ trace }, question) => progressOf(trace, question, random),
      }),
    ),
    {
      name: "which cards share an author",
      claimed: true,
      attack: () => {
        const clues = (each: Evidence) => merged(fromRows(each.rows), facilitators(each));
        return bestOf(linkAttacks(rounds(all, clues, { by: "batch" }), random));
      },
    },
    authors("who voted for what, from a dump", () => ballots(all)),
    authors(
      "late cards alone, by all of it (few)",
      () =>
        rounds(all, (each) => merged(fromRows(each.rows), facilitators(each)), {
          found: (_, text, { trace }) =>
            trace.cards.some((card) => card.text === text && card.question.endsWith("/late")),
        }),
      false,
    ),
    authors(
      "who asked to talk about which card (few)",
      () =>
        rounds(all, (each) => only(facilitators(each), ["facilitator."]), {
          found: (_, text, { trace }) => talkedAt(trace, text) !== null,
          timelines: ({ trace }, question) =>
            new Map([["asked to talk", talkers(trace, question)]]),
        }),
      false,
    ),
    authors("who is not settled yet, by the number (few)", () => signalsOf(all), false),
    authors("whose card got a reply, by what phones ask (few)", () => asksFor(all), false),
    authors(
      "exports (few cards; their bytes are compared)",
      () =>
        rounds(all, ({ exports }) => fromExport(exports.join("\n"), WORD), {
          found: (clues, text) => clues.has(text),
        }),
      false,
    ),
  ];
}

const talkedAt = ({ cards }: Trace, text: string) =>
  cards.find((card) => card.text === text)?.talkedAt ?? null;

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
  const sights = new Map(sealed.map((each) => [`${each.session}/${each.activity}`, each]));
  const onDisk = ({ trace }: Evidence): Clues =>
    merged(
      ...sealed.filter(({ session }) => session === trace.session).map((sight) => sightOf(sight)),
    );
  const inSight = (_: Clues, text: string, { trace }: Evidence, activity: string): boolean =>
    sights.get(`${trace.session}/${activity}`)?.cards.some((card) => card.text === text) ?? false;
  return [
    {
      name: "disk while sealed: who wrote which card",
      claimed: false,
      attack: () => bestOf(authorAttacks(rounds(all, onDisk, { found: inSight }), random)),
    },
    {
      name: "facilitator who knows everybody's habit of ticking consents",
      claimed: false,
      attack: () =>
        bestOf(
          authorAttacks(
            rounds(all, ({ trace }) => consentsOf(trace), {
              timelines: () => new Map(),
              found: (clues, text) => clues.has(text),
            }),
            random,
          ),
        ),
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
