import { putBallots } from "@/lib/activities/ballots";
import { cardCommands } from "@/lib/activities/card-commands";
import {
  cardSlot,
  closeWriting,
  evolveCardBatches,
  noCardBatches,
  revealReviewed,
} from "@/lib/activities/cards";
import {
  accept,
  type CardBatches,
  commandsOf,
  type Decision,
  type RuleContext,
  type RuleInput,
  refuse,
} from "@/lib/activities/contract";
import { caseOf, firstCases, givenCases, offeredCases } from "@/lib/activities/reframe/cases";
import {
  BALLOT_READINGS_MAX,
  castBallot,
  chooseCases,
  openBallot,
  READINGS_ONE_EACH_FROM,
  type ReadingBallot,
  type ReadingTotals,
  type ReframeAttributes,
  type ReframeCase,
  type ReframeEvent,
  type ReframeSettings,
  readingBallot,
  reframeAttributes,
} from "@/lib/activities/reframe/schema";

export interface ReframeData extends CardBatches {
  /**
   * The chosen cases: consented cards, given ones, or the one without text that is everybody's own.
   * While they are being chosen only facilitators see them.
   */
  cases: ReframeCase[];
  /** Readings of one person per case; null before writing began. */
  readingsEach: number | null;
  totals: Record<
    string,
    { ballots: number; readings: Record<string, ReadingTotals> | null }
  > | null;
}

type ReframeDecision = Decision<ReframeEvent>;

export const newReframeData = (): ReframeData => ({
  ...noCardBatches(),
  cases: [],
  readingsEach: null,
  totals: null,
});

const command = commandsOf<ReframeSettings, ReframeData, ReframeEvent>();

const { submitCard, typeInCard, withdrawCard, holdCard, holdCards, reviewLate } = cardCommands<
  ReframeSettings,
  ReframeData,
  ReframeAttributes
>({
  attributes: reframeAttributes,
  refusal({ edit, attributes: { caseId } }, { data, phase, context }) {
    if (phase === "choose" || phase === "case") return "wrong-phase";
    // Ballots are drawn from what is there; a repeat of an earlier reading may still come.
    if (phase !== "write" && phase !== "review" && !isKnown(edit, context)) return "closed";
    return data.cases.some((each) => each.id === caseId) ? null : "not-allowed";
  },
  characterLimit: ({ characterLimit }) => characterLimit,
  consents: () => ({ asksForCases: false, asksForQuotes: true }),
  // Each case has a share of its own: what was handed in on one takes nothing from the others.
  groups: {
    of: (attributes) => caseOf({ attributes }),
    all: ({ cases }) => cases.map(({ id }) => id),
  },
  budget: ({ data }) => data.readingsEach ?? 1,
  // A reading that was held when the vote began can't join ballots that are drawn already.
  canHold: (phase) => phase === "review",
  lateBatch: reframeLateBatch,
});

export const reframeCommands = {
  ...{ submitCard, typeInCard, withdrawCard, holdCard, holdCards, reviewLate },
  chooseCases: command({
    from: "facilitator",
    schema: chooseCases,
    decide({ cases: ids }, { settings: { source }, phase, earlier }) {
      // Of one's own lines there is no phase to choose in.
      if (phase !== "choose" || source.from === "own") return refuse("wrong-phase");
      const chosen = [...new Set(ids)];
      if (chosen.length > source.caseLimit) return refuse("over-budget");
      const known = new Map(
        [...offeredCases(source, earlier), ...givenCases(source)].map((each) => [each.id, each]),
      );
      const cases = chosen.flatMap((id) => known.get(id) ?? []);
      if (cases.length !== chosen.length) return refuse("not-allowed");
      return accept<ReframeEvent>([{ type: "casesChosen", cases }]);
    },
  }),
  openBallot: command({
    from: "participant",
    schema: openBallot,
    reads: ({ caseId }) => [{ of: "slot", slot: ballotSlot(caseId) }],
    decide({ caseId }, { settings, data, phase, context }) {
      if (phase !== "vote" || !data.enough) return refuse("wrong-phase");
      if (!data.cases.some((each) => each.id === caseId)) return refuse("not-allowed");
      return drawBallot(settings, data, caseId, context);
    },
  }),
  castBallot: command({
    from: "participant",
    schema: castBallot,
    reads: ({ caseId }) => [{ of: "ballot", slot: ballotSlot(caseId) }],
    decide(ballot, { settings, data, phase, context }) {
      if (data.totals) return refuse("closed");
      if (phase !== "vote") return refuse("wrong-phase");
      return takeBallot(settings, ballot, context);
    },
  }),
};

export function enterReframe({
  settings,
  data,
  phase,
  context,
}: RuleInput<ReframeSettings, ReframeData>): ReframeDecision {
  if ((phase === "choose" || phase === "case") && data.cases.length === 0) {
    return accept<ReframeEvent>([{ type: "casesChosen", cases: firstCases(settings.source) }]);
  }
  if (phase === "write" && data.readingsEach === null) {
    const each = context.joined < READINGS_ONE_EACH_FROM ? settings.readingLimit : 1;
    return accept<ReframeEvent>([{ type: "readingsAllowed", each }]);
  }
  if (phase === "review") return closeWriting(data, context);
  if (phase === "vote") return revealReviewed(data, context);
  if (phase === "show" && !data.totals) return countVotes(data, context);
  return accept();
}

export function closeReframe({
  data,
  phase,
  context,
}: RuleInput<ReframeSettings, ReframeData>): ReframeDecision {
  return phase === "vote" && !data.totals ? countVotes(data, context) : accept();
}

export function evolveReframe(data: ReframeData, event: ReframeEvent): void {
  switch (event.type) {
    case "casesChosen":
      data.cases = event.cases;
      return;
    case "readingsAllowed":
      data.readingsEach = event.each;
      return;
    case "votesCounted":
      data.totals = event.cases;
      return;
    default:
      evolveCardBatches(data, event);
  }
}

/**
 * Once writing was open for a case it stays: readings of another one would have used up everybody's
 * share, and come to a vote on a case that nobody sees any more (P127).
 */
export const isCaseFixed = ({ readingsEach }: ReframeData, phase: string): boolean =>
  phase === "case" && readingsEach !== null;

/** Late readings can join the review, and nothing after it: the vote needs them all. */
export function reframeLateBatch(data: ReframeData, phase: string): number | null {
  return phase === "review" && data.reviewed !== null && data.enough ? data.batch : null;
}

const isKnown = (edit: string, { sealed, tag }: RuleContext): boolean =>
  sealed.card(tag(cardSlot(edit))) !== undefined;

/** Slot of a participant's ballot for one case. */
const ballotSlot = (caseId: string): string => `vote:${caseId}`;

const readingsShown = (content: unknown): string[] => readingBallot.parse(content).shown;

/**
 * A balanced random draw: the readings that were on the fewest ballots so far come first, ties by
 * chance, the order on the ballot by chance (activities.md, reframe).
 */
function drawBallot(
  settings: ReframeSettings,
  data: ReframeData,
  caseId: string,
  context: RuleContext,
): ReframeDecision {
  const slot = ballotSlot(caseId);
  const tag = context.tag(slot);
  const stored = context.sealed.ballot(slot, tag);
  if (stored) return accept([], [], readingBallot.parse(stored.content));
  const readings = [...data.cards.values()].filter((card) => caseOf(card) === caseId);
  const timesShown = context.sealed.tally(slot, readingsShown);
  const rarestFirst = context
    .shuffle(readings)
    .sort((a, b) => (timesShown.get(a.id) ?? 0) - (timesShown.get(b.id) ?? 0));
  const size = ballotSize(settings, readings.length, context);
  const shown = context.shuffle(rarestFirst.slice(0, size)).map(({ id }) => id);
  const content: ReadingBallot = { shown, chosen: null };
  return accept([], [{ op: "putBallot", ballot: { slot, tag, revision: 0, content } }], content);
}

/**
 * The plan's number of readings, and in a small room as many as it takes for each to be seen by k people
 * although one doesn't vote: what fewer saw is not told (decision 0029).
 */
function ballotSize(
  { ballotLimit }: ReframeSettings,
  readings: number,
  { joined, k }: RuleContext,
): number {
  // Where nobody was counted there is nothing to go by.
  if (joined < k.scores) return ballotLimit;
  const voters = Math.max(k.scores, joined - 1);
  const needed = Math.ceil((k.scores * readings) / voters);
  return Math.min(BALLOT_READINGS_MAX, Math.max(ballotLimit, needed));
}

function takeBallot(
  settings: ReframeSettings,
  command: { caseId: string; revision: number; readings: string[] },
  context: RuleContext,
): ReframeDecision {
  const slot = ballotSlot(command.caseId);
  const tag = context.tag(slot);
  const stored = context.sealed.ballot(slot, tag);
  if (!stored) return refuse("wrong-phase");
  const { shown } = readingBallot.parse(stored.content);
  // In one order, so that a repeat is known as one.
  const chosen = [...new Set(command.readings)].sort();
  const content: ReadingBallot = { shown, chosen };
  if (chosen.length > settings.votes) return refuse("over-budget");
  if (chosen.some((id) => !shown.includes(id))) return refuse("not-allowed");
  return putBallots(context, command.revision, [[slot, content]]);
}

/**
 * Votes and times shown per reading, over cast ballots only; below k ballots nothing, and nothing of a
 * reading that fewer than k people saw: its numbers are those people's (anonymity.md, rule 6).
 */
function countVotes(data: ReframeData, context: RuleContext): ReframeDecision {
  const ballots = context.sealed.ballots();
  const cases: Extract<ReframeEvent, { type: "votesCounted" }>["cases"] = {};
  for (const { id } of data.cases) {
    const cast = ballots.flatMap((ballot) => {
      if (ballot.slot !== ballotSlot(id)) return [];
      const { shown, chosen } = readingBallot.parse(ballot.content);
      return chosen === null ? [] : [{ shown, chosen }];
    });
    if (cast.length < context.k.scores) {
      cases[id] = { ballots: 0, readings: null };
      continue;
    }
    const readings: Record<string, ReadingTotals> = {};
    const ofCase = [...data.cards.values()].filter((card) => caseOf(card) === id);
    for (const card of ofCase) {
      const shown = cast.filter((ballot) => ballot.shown.includes(card.id)).length;
      if (shown < context.k.scores) continue;
      const votes = cast.filter(({ chosen }) => chosen.includes(card.id)).length;
      readings[card.id] = { votes, shown };
    }
    const told = Object.values(readings);
    // Of those that enough people saw none may have a vote, while others have: that is no result.
    const isTold = told.length === ofCase.length || told.some(({ votes }) => votes > 0);
    cases[id] = isTold ? { ballots: cast.length, readings } : { ballots: 0, readings: null };
  }
  return accept<ReframeEvent>([{ type: "votesCounted", cases }]);
}
