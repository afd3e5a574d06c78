// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import type { ScreenOnPhone } from "@/lib/activities/screens-contract";
import { type OnNeed, onNeed } from "@/lib/client/on-need";

/** What participants see of every kind of activity, loaded where a session comes to it. */
export const screensOnPhone: Readonly<Record<string, OnNeed<ScreenOnPhone>>> = {
  board: onNeed(async () => {
    const { boardOnPhone } = await import("@/lib/activities/board/participant");
    return boardOnPhone;
  }),
  collect: onNeed(async () => {
    const { collectOnPhone } = await import("@/lib/activities/collect/participant");
    return collectOnPhone;
  }),
  commit: onNeed(async () => {
    const { commitOnPhone } = await import("@/lib/activities/commit/participant");
    return commitOnPhone;
  }),
  pause: onNeed(async () => {
    const { pauseOnPhone } = await import("@/lib/activities/pause/participant");
    return pauseOnPhone;
  }),
  reframe: onNeed(async () => {
    const { reframeOnPhone } = await import("@/lib/activities/reframe/participant");
    return reframeOnPhone;
  }),
  roleplay: onNeed(async () => {
    const { roleplayOnPhone } = await import("@/lib/activities/roleplay/participant");
    return roleplayOnPhone;
  }),
  scale: onNeed(async () => {
    const { scaleOnPhone } = await import("@/lib/activities/scale/participant");
    return scaleOnPhone;
  }),
  sort: onNeed(async () => {
    const { sortOnPhone } = await import("@/lib/activities/sort/participant");
    return sortOnPhone;
  }),
};
