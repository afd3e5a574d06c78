import type { ComponentType } from "react";
import {
  ChairsGlyph,
  DoorGlyph,
  ForkGlyph,
  GapGlyph,
  GoalGlyph,
  HeadsGlyph,
  HillGlyph,
  LookbackGlyph,
  MixGlyph,
  RequestsGlyph,
  SeenGlyph,
  ShareGlyph,
  SmallnoGlyph,
  ToneGlyph,
  ViewsGlyph,
  WeeksGlyph,
} from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";

/** What each strategy is drawn as, in their order. */
const OF_STRATEGIES: readonly ComponentType<GlyphProps>[] = [
  RequestsGlyph,
  ShareGlyph,
  LookbackGlyph,
  ToneGlyph,
  ForkGlyph,
  HeadsGlyph,
  ChairsGlyph,
  DoorGlyph,
  GoalGlyph,
  HillGlyph,
  SeenGlyph,
  MixGlyph,
  GapGlyph,
  WeeksGlyph,
];

/** Activities that serve several strategies, by their keys; others are views of something. */
const OF_SEVERAL: Readonly<Record<string, ComponentType<GlyphProps>>> = {
  "small-no": SmallnoGlyph,
};

/** What a ready activity is drawn as. */
export function glyphOfReady(activity: string, strategy: number | null): ComponentType<GlyphProps> {
  const own = strategy === null ? OF_SEVERAL[activity] : OF_STRATEGIES[strategy - 1];
  return own ?? ViewsGlyph;
}

/** The small drawing beside the title of a ready activity. */
export function ActivityGlyph({
  activity,
  strategy,
  className = "",
}: {
  activity: string;
  strategy: number | null;
  className?: string;
}) {
  const Glyph = glyphOfReady(activity, strategy);
  return <Glyph className={`size-9! shrink-0 text-accent ${className}`} />;
}
