import * as z from "zod/mini";
import { answerToRepeat, putBallots } from "@/lib/activities/ballots";
import { type CommandRule, commandsOf, type RuleContext, refuse } from "@/lib/activities/contract";
import { DOTS_MAX, type DotsCounted } from "@/lib/activities/dot-schema";
import { randomId, revision } from "@/lib/ids";

/** Slot of a participant's ballot of dots. */
const DOTS_SLOT = "dots";

/** How many of somebody's dots lie on what, by its id; what has none is left out. */
const dotsById = z.record(randomId, z.int().check(z.minimum(1), z.maximum(DOTS_MAX)));

export const castDots = z.strictObject({ type: z.literal("castDots"), revision, dots: dotsById });

/** A participant's ballot of dots. */
export const dotBallot = z.strictObject({ dots: dotsById });

/** A vote by dots as its kind's data keep it. */
export interface DotVote {
  /** Null until it was closed; `dots` is null where fewer than k people voted. */
  vote: { dots: Record<string, number> | null } | null;
}

/** What a vote by dots needs to know of its kind. */
export interface DotRules<Settings, Data> {
  /** The phase in which dots are laid. */
  phase: string;
  /** Dots of one person. */
  each(settings: Settings): number;
  /** What they can lie on, by id. */
  targets(data: Data): { has(id: string): boolean };
}

/** The command by which participants lay dots: one sealed ballot of each device, replaced by newer ones (P56). */
export function dotCommands<Settings, Data extends DotVote & { enough: boolean }>(
  rules: DotRules<Settings, Data>,
): { castDots: CommandRule<Settings, Data, never> } {
  const command = commandsOf<Settings, Data, never>();
  return {
    castDots: command({
      from: "participant",
      schema: castDots,
      reads: () => [{ of: "ballot", slot: DOTS_SLOT }],
      decide({ revision: cast, dots }, { settings, data, phase, context }) {
        if (data.vote) return refuse("closed");
        if (phase !== rules.phase || !data.enough) return refuse("wrong-phase");
        const content = { dots };
        // Before what they lie on is looked for: it may have gone since this ballot was taken.
        const repeat = answerToRepeat(context, DOTS_SLOT, { revision: cast, content });
        if (repeat) return repeat;
        const given = Object.values(dots).reduce((sum, each) => sum + each, 0);
        if (given > rules.each(settings)) return refuse("over-budget");
        const targets = rules.targets(data);
        if (Object.keys(dots).some((id) => !targets.has(id))) return refuse("not-allowed");
        return putBallots(context, cast, [[DOTS_SLOT, content]]);
      },
    }),
  };
}

/** Dots by what they lie on, over cast ballots; below k ballots nothing, and never a zero. */
export function countDots(
  targets: { has(id: string): boolean },
  { sealed, k }: Pick<RuleContext, "sealed" | "k">,
): DotsCounted {
  const ballots = sealed.ballots().map(({ content }) => dotBallot.parse(content));
  if (ballots.length < k.scores) return { type: "dotsCounted", dots: null };
  const dots: Record<string, number> = {};
  for (const ballot of ballots) {
    for (const [id, given] of Object.entries(ballot.dots)) {
      if (targets.has(id)) dots[id] = (dots[id] ?? 0) + given;
    }
  }
  return { type: "dotsCounted", dots };
}
