import { collectRecord } from "@/lib/activities/collect/view";
import { reframeRecord } from "@/lib/activities/reframe/view";
import { scaleRecord } from "@/lib/activities/scale/view";
import type { SessionView } from "@/lib/session/view-schema";

/**
 * What of the current activity too few people gave to show: all of it, so that the room talks
 * instead, or only the votes or dots on what was shown; null where nothing is missing. Phone, stage
 * and console all ask here, so that they never say different things (P80).
 */
export function tooFewOf({
  planned,
  activity,
}: Pick<SessionView, "planned" | "activity">): "activity" | "votes" | "dots" | null {
  if (!planned || !activity) return null;
  const { phase, record } = activity;
  switch (planned.kind) {
    case "collect": {
      const { data } = collectRecord.safeParse(record);
      if (data?.enough === false) return "activity";
      return phase === "show" && data?.vote?.enough === false ? "dots" : null;
    }
    case "reframe": {
      const { data } = reframeRecord.safeParse(record);
      if (data?.enough === false) return "activity";
      const results = Object.values(data?.results ?? {});
      return results.length > 0 && results.every((top) => top === null) ? "votes" : null;
    }
    case "scale": {
      const { data } = scaleRecord.safeParse(record);
      const totals = Object.values(data?.totals ?? {}).map(({ counts }) => counts);
      const results = [...totals, ...Object.values(data?.shifts ?? {})];
      return results.length > 0 && results.every((each) => each === null) ? "activity" : null;
    }
    // A pause has nothing to show, and a plan is never shown.
    case "pause":
    case "commit":
      return null;
  }
}
