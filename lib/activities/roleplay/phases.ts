import { type PhaseList, phase } from "@/lib/activities/phase";
import type { RoleplaySettings, RoleplayStep } from "@/lib/activities/roleplay/schema";

/** Steps in which people do what the round is for. */
const workSteps: ReadonlySet<RoleplayStep["key"]> = new Set(["play", "help"]);

/** The phase in which roles are put down. */
export const DE_ROLE = "deRole";

/** A step of a round. */
export interface RoundStep {
  name: string;
  /** From 1. */
  round: number;
  step: RoleplayStep;
}

/** The steps of all rounds in order, as the phases that they are; `swap` is not among the last round's. */
export function roundSteps({ rounds, steps }: Pick<RoleplaySettings, "rounds" | "steps">) {
  return rounds.flatMap((_, at): RoundStep[] => {
    const round = at + 1;
    const isLast = round === rounds.length;
    return steps
      .filter(({ isBetween }) => !(isBetween && isLast))
      .map((step) => ({ name: `${step.key}${round}`, round, step }));
  });
}

/** The step of a round that a phase is; undefined for one outside the rounds. */
export const roundStepAt = (
  settings: Pick<RoleplaySettings, "rounds" | "steps">,
  name: string,
): RoundStep | undefined => roundSteps(settings).find((each) => each.name === name);

/**
 * What is talked about, groups, rounds, putting roles down, and the debrief in its order. Groups are prepared
 * before anybody sees one (`assign`), and people find theirs before the first round's clock runs (`gather`).
 */
export function roleplayPhases(settings: RoleplaySettings): PhaseList {
  const { source, steps, deRole, debrief } = settings;
  // Where lines can be written at all: as long as the room only talks, the core says that nothing is handed in (P230).
  const takes = deRole === null ? null : "cards";
  const all = roundSteps(settings);
  const work = all.find(({ step }) => workSteps.has(step.key)) ?? all[0];
  const first = all.map(({ round }, at) => round !== all[at - 1]?.round);
  const rounds = all.map(({ name, step }, at) => {
    const isWork = name === work?.name;
    return phase(name, {
      isWork,
      // Without a step of its own for it, roles are read while they are played.
      takes: workSteps.has(step.key) || steps.length === 1 ? takes : null,
      // Roles that were dealt are not taken back.
      back: first[at] === false,
    });
  });
  const afterwards = debrief.map(({ key }, at) =>
    phase(key, { debrief: true, back: at > 0, isResult: key === "helped" }),
  );
  // The debrief shows the lines, if there are any: then they belong to nobody any more.
  const putDown = deRole === null ? [] : [phase(DE_ROLE, { next: "reveal", destroys: "seal" })];
  const groups = [
    phase("assign", { next: "sendGroups", back: source.from !== "own" }),
    phase("gather", { back: true }),
    ...rounds,
    ...putDown,
    ...afterwards,
  ];
  if (source.from === "own") {
    const intro = phase("intro", { takes: "answers", destroys: "ballots" });
    return [intro, ...groups];
  }
  return [phase("choose", { next: "showCases" }), phase("case", { back: true }), ...groups];
}
