import { putBallots } from "@/lib/activities/ballots";
import {
  cardReads,
  cardSlot,
  closeWriting,
  evolveCardBatches,
  holdCard,
  holdCards,
  noCardBatches,
  revealReviewed,
  reviewLate,
  submitCard,
  withdrawCard,
} from "@/lib/activities/cards";
import {
  type ActivityRules,
  accept,
  type CardBatches,
  type Decision,
  type Earlier,
  type RuleContext,
  refuse,
} from "@/lib/activities/kit";
import type { ReframeSettings } from "@/lib/activities/reframe/schema";
import {
  BALLOT_READINGS_MAX,
  type CaseSource,
  givenCasesOf,
  OWN_CASE,
  READINGS_ONE_EACH_FROM,
  type ReadingBallot,
  type ReadingTotals,
  type ReframeCase,
  type ReframeCommand,
  type ReframeEvent,
  readingBallot,
} from "@/lib/activities/reframe/schema";
import { charactersOver } from "@/lib/session/text";

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

/**
 * Other readings of a setback, and a vote on them: choose → case → write → review → vote → show.
 * A choice is the facilitators' alone until `case` shows it: a participant's card never stands on the
 * projector before somebody meant it to (P125).
 */
export const reframeRules: ActivityRules<
  ReframeSettings,
  ReframeData,
  ReframeCommand,
  ReframeEvent
> = {
  phases: ({ source }) =>
    source.from === "own"
      ? ["case", "write", "review", "vote", "show"]
      : ["choose", "case", "write", "review", "vote", "show"],

  initial: () => ({ ...noCardBatches(), cases: [], readingsEach: null, totals: null }),

  reads(command, data) {
    switch (command.type) {
      case "openBallot":
        return [{ of: "everything" }];
      case "castBallot":
        return [{ of: "ballot", slot: ballotSlot(command.caseId) }];
      default:
        return cardReads(
          command,
          data.batch,
          data.cases.map(({ id }) => id),
        );
    }
  },

  decide({ settings, data, phase, role, command, earlier, context }) {
    if (facilitators.has(command.type) !== (role === "facilitator")) return refuse("not-allowed");
    switch (command.type) {
      case "chooseCases": {
        if (settings.source.from === "own") return refuse("not-allowed");
        if (phase !== "choose") return refuse("wrong-phase");
        const chosen = [...new Set(command.cases)];
        if (chosen.length > settings.source.caseLimit) return refuse("over-budget");
        const known = new Map(
          [...offeredCases(settings.source, earlier), ...givenCases(settings.source)].map(
            (each) => [each.id, each],
          ),
        );
        const cases = chosen.flatMap((id) => known.get(id) ?? []);
        if (cases.length !== chosen.length) return refuse("not-allowed");
        return accept<ReframeEvent>([{ type: "casesChosen", cases }]);
      }
      case "submitReading": {
        if (phase === "choose" || phase === "case") return refuse("wrong-phase");
        // Ballots are drawn from what is there; a repeat of an earlier reading may still come.
        if (phase !== "write" && phase !== "review" && !isKnown(command, context)) {
          return refuse("closed");
        }
        if (!data.cases.some((each) => each.id === command.caseId)) return refuse("not-allowed");
        if (charactersOver(command.text, settings.characterLimit) > 0) return refuse("too-long");
        return submitCard<ReframeEvent>({
          context,
          command,
          content: {
            text: command.text,
            caseId: command.caseId,
            lens: command.lens,
            mayBeCase: false,
            mayBeQuoted: command.mayBeQuoted && !command.notForStage,
            unfair: false,
            notForStage: command.notForStage,
          },
          batch: data.batch,
          budget: data.readingsEach ?? 1,
          earlier,
        });
      }
      case "withdrawReading":
        return withdrawCard(context, command);
      case "holdCard":
        // A reading that was held when the vote began can't join ballots that are drawn already.
        return phase === "review" ? holdCard(data, context, command) : refuse("wrong-phase");
      case "holdCards":
        return phase === "review" ? holdCards(data, context, command) : refuse("wrong-phase");
      case "reviewLate":
        return reframeLateBatch(data, phase) === null
          ? refuse("wrong-phase")
          : reviewLate(data, context);
      case "openBallot":
        if (phase !== "vote" || !data.enough) return refuse("wrong-phase");
        if (!data.cases.some((each) => each.id === command.caseId)) return refuse("not-allowed");
        return openBallot(settings, data, command.caseId, context);
      case "castBallot":
        if (data.totals) return refuse("closed");
        if (phase !== "vote") return refuse("wrong-phase");
        return castBallot(settings, command, context);
    }
  },

  enter({ settings, data, phase, context }) {
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
  },

  close({ data, phase, context }) {
    return phase === "vote" && !data.totals ? countVotes(data, context) : accept();
  },

  evolve(data, event) {
    switch (event.type) {
      case "casesChosen":
        data.cases = event.cases;
        return;
      case "readingsAllowed":
        data.readingsEach = event.each;
        return;
      case "writingClosed":
      case "revealSuppressed":
      case "cardsRevealed":
      case "lateCardsDestroyed":
      case "unshownCardsDestroyed":
        evolveCardBatches(data, event);
        return;
      case "votesCounted":
        data.totals = event.cases;
    }
  },

  // Once writing was open for a case it stays: readings of another one would have used up everybody's
  // share, and come to a vote on a case that nobody sees any more (P127).
  canGoBack: (data, phase) => phase === "write" || (phase === "case" && data.readingsEach === null),
};

const facilitators: ReadonlySet<ReframeCommand["type"]> = new Set([
  "chooseCases",
  "holdCard",
  "holdCards",
  "reviewLate",
]);

/** Late readings can join the review, and nothing after it: the vote needs them all. */
export function reframeLateBatch(data: ReframeData, phase: string): number | null {
  return phase === "review" && data.reviewed !== null && data.enough ? data.batch : null;
}

const isKnown = ({ edit }: { edit: string }, { sealed, tag }: RuleContext): boolean =>
  sealed.card(tag(cardSlot(edit))) !== undefined;

/** Slot of a participant's ballot for one case. */
export const ballotSlot = (caseId: string): string => `vote:${caseId}`;

/** Consented cards of the earlier collect, where the plan takes its cases from one. */
function offeredCases(source: CaseSource, earlier: Earlier): ReframeCase[] {
  return source.from === "collect" ? earlier.consentedCards(source.activity) : [];
}

const givenCases = (source: CaseSource): ReframeCase[] =>
  givenCasesOf(source).map(({ key }) => ({ id: key, text: null, markHash: null }));

/** Where nobody has chosen yet: a given case, never somebody's card. */
function firstCases(source: CaseSource): ReframeCase[] {
  if (source.from === "own") return [{ id: OWN_CASE, text: null, markHash: null }];
  return givenCases(source).slice(0, 1);
}

/**
 * A balanced random draw: the readings that were on the fewest ballots so far come first, ties by
 * chance, the order on the ballot by chance (activities.md, reframe).
 */
function openBallot(
  settings: ReframeSettings,
  data: ReframeData,
  caseId: string,
  context: RuleContext,
): ReframeDecision {
  const slot = ballotSlot(caseId);
  const tag = context.tag(slot);
  const stored = context.sealed.ballot(slot, tag);
  if (stored) return accept([], [], readingBallot.parse(stored.content));
  const readings = [...data.cards.values()].filter((card) => card.caseId === caseId);
  const timesShown = new Map<string, number>();
  for (const ballot of context.sealed.ballots()) {
    if (ballot.slot !== slot) continue;
    for (const id of readingBallot.parse(ballot.content).shown) {
      timesShown.set(id, (timesShown.get(id) ?? 0) + 1);
    }
  }
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

function castBallot(
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
    const ofCase = [...data.cards.values()].filter(({ caseId }) => caseId === id);
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
