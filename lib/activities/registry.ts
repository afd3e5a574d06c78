// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { collect } from "@/lib/activities/collect/kind";
import { commit } from "@/lib/activities/commit/kind";
import type { AnyKind } from "@/lib/activities/contract";
import { pause } from "@/lib/activities/pause/kind";
import { reframe } from "@/lib/activities/reframe/kind";
import { roleplay } from "@/lib/activities/roleplay/kind";
import { scale } from "@/lib/activities/scale/kind";
import { sort } from "@/lib/activities/sort/kind";

/** Every kind of activity, for rules and server. */
export const registry: readonly AnyKind[] = [
  collect,
  commit,
  pause,
  reframe,
  roleplay,
  scale,
  sort,
];
