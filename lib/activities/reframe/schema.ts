import * as z from "zod/mini";
import { cardEvent } from "@/lib/activities/card-events";
import { CARD_CHARACTERS_MAX, CARDS_EACH_MAX } from "@/lib/activities/card-schema";
import { type GivenCase, givenCase } from "@/lib/activities/given-case";
import { hash, randomId, revision } from "@/lib/ids";
import { type Words, words } from "@/lib/words";

export const lensKeys = ["circumstance", "time", "friend", "learning"] as const;

export const lensKey = z.enum(lensKeys);

/** Cases that one activity works on (activities.md: 1–5). */
export const CASES_MAX = 5;
/** The longest line of one's own: it is read by nobody but its writer. */
export const OWN_LINE_CHARACTERS_MAX = 200;

/** One way of looking at a case again. */
export const lens = z.object({ key: lensKey, label: words, help: words });

const sharedCases = {
  /** To fall back on when no card may become a group case. */
  givenCases: z.array(givenCase).check(z.minLength(1)),
  /** How many cases the room works on. */
  caseLimit: z.int().check(z.minimum(1), z.maximum(CASES_MAX)),
};

/** What the readings are of. */
export const caseSource = z.discriminatedUnion("from", [
  /** A case that the plan brings along. */
  z.object({ from: z.literal("given"), ...sharedCases }),
  /** Consented cards of an earlier activity, with none of them a given case. */
  z.object({ from: z.literal("earlier"), activity: z.string(), ...sharedCases }),
  /** Everybody's own line. It is written on the device and stays there: nobody else has a case. */
  z.object({
    from: z.literal("own"),
    /** What to write on one's own device, before the readings. */
    task: words,
    /** What an answer to it is called, above its editor; null: a view, as of a shared case. */
    answer: z.nullable(words),
    /** What keeping one for oneself is called; null: likewise. */
    keep: z.nullable(words),
  }),
]);

export const VOTES_MAX = 10;
/** A small room's ballot holds more than the plan's number, so that each reading is seen by enough. */
export const BALLOT_READINGS_MAX = 20;

/** Other readings of a setback, and a vote on them. */
export const reframeSettings = z.object({
  source: caseSource,
  lenses: z.array(lens),
  /** Beginnings of a reading, beside the lenses' questions. */
  starters: z.array(words),
  /** Readings of one person per case, in rooms of fewer than `READINGS_ONE_EACH_FROM`. */
  readingLimit: z.int().check(z.positive(), z.maximum(CARDS_EACH_MAX)),
  /** Characters of one reading. */
  characterLimit: z.int().check(z.positive(), z.maximum(CARD_CHARACTERS_MAX)),
  /** Votes on one ballot. */
  votes: z.int().check(z.positive(), z.maximum(VOTES_MAX)),
  /** Readings on one ballot; beyond it the server draws. */
  ballotLimit: z.int().check(z.positive(), z.maximum(BALLOT_READINGS_MAX)),
  /** What the vote is about. */
  criterion: words,
  bridge: words,
});

/** From so many people on, one reading each is more than anybody reads (activities.md, reframe). */
export const READINGS_ONE_EACH_FROM = 10;
/** The one case of a reframe whose cases are everybody's own: it has no text. */
export const OWN_CASE = "own";

/** Id of a case: a revealed card's id, or the key of a given case. */
export const caseId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

export const reframeCase = z.strictObject({
  id: caseId,
  /**
   * Text of a consented card; null for a given case, whose words are in the plan, and for one's own,
   * whose words are on each device.
   */
  text: z.nullable(z.string()),
  /** Of a consented card: with it a phone knows the case as its own, as it knows its own cards. */
  markHash: z.nullable(hash),
});

/** The case that a reading answers, and the lens that it was written through. */
export const reframeAttributes = z.strictObject({ caseId, lens: z.nullable(lensKey) });

export const chooseCases = z.strictObject({
  type: z.literal("chooseCases"),
  cases: z.array(caseId).check(z.minLength(1), z.maxLength(CASES_MAX)),
});

/** Asks for this participant's ballot of one case; the draw is made once and kept. */
export const openBallot = z.strictObject({ type: z.literal("openBallot"), caseId });

export const castBallot = z.strictObject({
  type: z.literal("castBallot"),
  caseId,
  revision,
  readings: z.array(randomId).check(z.maxLength(VOTES_MAX)),
});

/** A participant's ballot for one case: what it was shown, and what it chose. */
export const readingBallot = z.strictObject({
  shown: z.array(randomId).check(z.maxLength(BALLOT_READINGS_MAX)),
  /** Null until cast: an open ballot counts for nothing. */
  chosen: z.nullable(z.array(randomId)),
});

export const readingTotals = z.strictObject({ votes: z.int(), shown: z.int() });

export const reframeEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("casesChosen"), cases: z.array(reframeCase) }),
  /** Readings of one person per case, by how many people there were when writing began. */
  z.strictObject({ type: z.literal("readingsAllowed"), each: z.int() }),
  cardEvent,
  /** Totals per case; a case with fewer than k ballots has none. */
  z.strictObject({
    type: z.literal("votesCounted"),
    cases: z.record(
      caseId,
      z.strictObject({
        ballots: z.int(),
        readings: z.nullable(z.record(randomId, readingTotals)),
      }),
    ),
  }),
]);

export type ReframeCase = z.infer<typeof reframeCase>;
export type ReframeAttributes = z.infer<typeof reframeAttributes>;
export type ReadingBallot = z.infer<typeof readingBallot>;
export type ReadingTotals = z.infer<typeof readingTotals>;
export type ReframeEvent = z.infer<typeof reframeEvent>;
export type LensKey = z.infer<typeof lensKey>;
export type CaseSource = z.infer<typeof caseSource>;
export type ReframeSettings = z.infer<typeof reframeSettings>;

/** The plan's own cases; none where everybody has their own. */
export function givenCasesOf(source: CaseSource): readonly GivenCase[] {
  return source.from === "own" ? [] : source.givenCases;
}

/** What is written on a case, by the name that screens choose their words with. */
export const calledOn = ({ from }: CaseSource): "answer" | "view" =>
  from === "own" ? "answer" : "view";

/** A case's words: a card's own text, or what the plan says in each language; null for one's own. */
export function wordsOfCase(source: CaseSource, each: ReframeCase): string | Words | null {
  return each.text ?? givenCasesOf(source).find(({ key }) => key === each.id)?.text ?? null;
}
