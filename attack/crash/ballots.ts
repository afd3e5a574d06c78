import { acceptable, type Sent } from "@/attack/crash/sent";
import type { Random } from "@/attack/random";
import { collectRecord } from "@/lib/activities/collect/view";
import { checkKeys, SETTLED_SLOT } from "@/lib/activities/pause/schema";
import { readingBallot } from "@/lib/activities/reframe/schema";
import { reframeRecord } from "@/lib/activities/reframe/view";
import { scaleRecord } from "@/lib/activities/scale/view";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import type { PlannedActivity, SessionView } from "@/lib/session/view-schema";

/** What a phone did in one slot of votes, scores or reports; the last accepted one counts. */
export interface OwnBallot {
  activity: string;
  slot: string;
  /** A reading ballot's draw: the same at every repeat. */
  shown: string[] | null;
  sent: Sent<unknown>[];
}

/** Sends one command of an activity and says what came of it. */
export type SendToActivity = (
  activity: string,
  command: { type: string } & Record<string, unknown>,
) => Promise<{ fate: Sent<unknown>["fate"]; replies: unknown[] }>;

type Planned<Kind extends PlannedActivity["kind"]> = PlannedActivity & { kind: Kind };

/** Everything that one phone scores, votes and reports. */
export function createBallots(
  send: SendToActivity,
  random: Random,
  contradict: (what: string) => void,
) {
  const ballots: OwnBallot[] = [];

  const ballotOf = (activity: string, slot: string): OwnBallot => {
    const known = ballots.find((each) => each.activity === activity && each.slot === slot);
    if (known) return known;
    const fresh: OwnBallot = { activity, slot, shown: null, sent: [] };
    ballots.push(fresh);
    return fresh;
  };

  /** One command that casts ballots in several slots at once, under one revision. */
  const castTogether = async (
    activity: string,
    contents: ReadonlyMap<string, unknown>,
    commandOf: (revision: number) => { type: string } & Record<string, unknown>,
  ): Promise<void> => {
    const own = ballots.filter((each) => each.activity === activity);
    const revision =
      Math.max(0, ...own.flatMap(({ sent }) => sent.map((each) => each.revision))) + 1;
    const { fate } = await send(activity, commandOf(revision));
    for (const [slot, content] of contents) {
      ballotOf(activity, slot).sent.push({ revision, content, fate });
    }
  };

  return {
    ballots,

    async score({ key, settings }: Planned<"scale">, view: SessionView): Promise<void> {
      // What it answers a first time it keeps, as every phone does.
      if (scaleRecord.parse(view.activity?.record).asking === "first") return;
      const scores = settings.items.map((item) => ({
        item: item.key,
        score: random.below(SCORE_MAX + 1),
        before: settings.pairWith === null ? null : random.below(SCORE_MAX + 1),
      }));
      const contents = new Map(
        scores.map(({ item, score, before }) => [item, { score, before }] as const),
      );
      await castTogether(key, contents, (revision) => ({ type: "castScores", revision, scores }));
    },

    async vote({ key, settings }: Planned<"reframe">, view: SessionView): Promise<void> {
      const caseId = random.pick(casesOf(view));
      if (caseId === undefined) return;
      const ballot = ballotOf(key, `vote:${caseId}`);
      if (ballot.shown === null || random.chance(0.2)) {
        const { replies } = await send(key, { type: "openBallot", caseId });
        for (const reply of replies) {
          const { shown } = readingBallot.parse(reply);
          ballot.shown ??= shown;
          if (shown.join() !== ballot.shown.join()) {
            contradict(`a ballot of ${caseId} was drawn twice`);
          }
        }
        return;
      }
      const readings = ballot.shown.filter(() => random.chance(0.4)).slice(0, settings.votes);
      const revision = ballot.sent.length + 1;
      const { fate } = await send(key, { type: "castBallot", caseId, revision, readings });
      ballot.sent.push({ revision, content: readings, fate });
    },

    async layDots({ key, settings }: Planned<"collect">, view: SessionView): Promise<void> {
      const record = collectRecord.safeParse(view.activity?.record);
      const themes = record.success ? record.data.themes : [];
      const dots: Record<string, number> = {};
      for (let left = settings.dots; left > 0; left -= 1) {
        const theme = random.chance(0.8) ? random.pick(themes) : undefined;
        if (theme) dots[theme.id] = (dots[theme.id] ?? 0) + 1;
      }
      await castTogether(key, new Map([[DOTS_SLOT, dots]]), (revision) => ({
        type: "castDots",
        revision,
        dots,
      }));
    },

    async answerChecks({ key }: Planned<"pause">): Promise<void> {
      const score = () => (random.chance(0.6) ? random.below(SCORE_MAX + 1) : null);
      const answers = {
        safe: score(),
        useful: score(),
        settled: random.chance(0.6) ? random.chance(0.5) : null,
      };
      const contents = new Map<string, unknown>();
      for (const slot of checkKeys) {
        if (answers[slot] !== null) contents.set(slot, { score: answers[slot] });
      }
      if (answers.settled !== null) contents.set(SETTLED_SLOT, { settled: answers.settled });
      await castTogether(key, contents, (revision) => ({
        type: "answerChecks",
        revision,
        ...answers,
      }));
    },

    async report({ key, settings }: Planned<"commit">): Promise<void> {
      const steps = settings.genericSteps.map((step) => step.key).filter(() => random.chance(0.3));
      await castTogether(key, new Map([["finished", steps]]), (revision) => ({
        type: "reportFinished",
        revision,
        steps,
      }));
    },
  };
}

/** The slot of the vote on the themes. */
export const DOTS_SLOT = "dots";

/** Cases that a view names. */
export function casesOf(view: SessionView): string[] {
  const record = reframeRecord.safeParse(view.activity?.record);
  return record.success ? record.data.cases.map(({ id }) => id) : [];
}

/** How much was given: at least for certain, and at most. */
export interface Range {
  least: number;
  most: number;
}

/** Sums up what each ballot's content is worth; between its acceptable contents it may be either. */
export function sumOver(ballots: readonly OwnBallot[], worth: (content: unknown) => number): Range {
  const range: Range = { least: 0, most: 0 };
  for (const { sent } of ballots) {
    const { certain, all } = acceptable(sent);
    const values = all.map(({ content }) => worth(content));
    range.most += Math.max(0, ...values);
    if (certain) range.least += Math.min(...values);
  }
  return range;
}
