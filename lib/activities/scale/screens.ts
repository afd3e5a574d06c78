import { scaleRecord } from "@/lib/activities/scale/record";
import { scaleSettings } from "@/lib/activities/scale/schema";
import { ownMoves } from "@/lib/activities/scale/use-own-moves";
import { ownScoresForSeries } from "@/lib/activities/scale/use-own-scores";
import { defineScreens } from "@/lib/activities/screens-contract";

export const scaleScreens = defineScreens({
  name: "scale",
  called: "kinds.scale.catalogue.called",
  settings: scaleSettings,
  record: scaleRecord,
  ownMoves,
  ownScores: ownScoresForSeries,
  phases: {
    ask: "kinds.scale.phases.ask",
    pairs: "kinds.scale.phases.pairs",
    line: "kinds.scale.phases.line",
  },
  tooFew({ phase, record: { totals, shifts } }) {
    // A line of one's own needs nobody else's answer.
    if (phase === "line") return null;
    const counted = Object.values(totals ?? {}).map(({ counts }) => counts);
    const results = [...counted, ...Object.values(shifts ?? {})];
    return results.length > 0 && results.every((each) => each === null) ? "activity" : null;
  },
});
