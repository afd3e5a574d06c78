import type { ComponentType } from "react";
import { glyphOfReady } from "@/app/sessions/activities/activity-glyph";
import { keyItCameWith } from "@/lib/session/plan-edits";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { DoorGlyph, PauseGlyph, PlanGlyph, ScaleGlyph, TickGlyph } from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";
import { readyOf } from "@/lib/workshops/ready-of";

/** What stands around ready activities, by the keys it has in our workshops. */
const AROUND: Readonly<Record<string, ComponentType<GlyphProps>>> = {
  welcome: TickGlyph,
  before: ScaleGlyph,
  after: ScaleGlyph,
  break: PauseGlyph,
  "second-break": PauseGlyph,
  close: DoorGlyph,
};

export interface PartGlyphProps extends GlyphProps {
  activity: Pick<ActivityTemplate, "key" | "kind">;
}

/** The small drawing beside the title of an activity in a plan; whatever is none of ours is a plan like any other. */
export function PartGlyph({ activity, className = "" }: PartGlyphProps) {
  const ready = readyOf(activity);
  const Glyph = ready
    ? glyphOfReady(ready.activity.key, ready.strategy)
    : (AROUND[keyItCameWith(activity.key)] ?? PlanGlyph);
  return <Glyph className={`text-accent ${className}`} />;
}
