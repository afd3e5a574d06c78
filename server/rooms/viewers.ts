import type { Audience } from "@/lib/channel";
import type { SeenVersions } from "@/lib/protocol";
import { elapsed } from "@/server/elapsed";
import { createChannelFrames } from "@/server/rooms/channel-frames";
import { createFanOut } from "@/server/rooms/fan-out";
import {
  createNarrowChannels,
  type Listener,
  type SeatedViews,
} from "@/server/rooms/narrow-channels";

/** Somebody who sees a room. */
export interface Viewer extends Listener {
  audience: Audience;
  /** The link that a stage came by; null for others. */
  stageKey: string | null;
  /** Puts it out: it has no business here any more, and coming back is decided anew. */
  dismiss(): void;
}

/** Who sees a room on this node, and what each of them was shown last. */
export interface Viewers {
  /** Sends a full view, or nothing if the viewer has seen this version, then patches; of each channel. */
  attach(viewer: Viewer, seen: SeenVersions): void;
  detach(viewer: Viewer): void;
  /** Sends the full view again to a viewer that missed a patch. */
  resync(viewer: Viewer): void;
  /** Sends an audience what changed in its records since the last time. */
  show(audience: Audience, records: ReadonlyMap<string, string>): void;
  /** The same to seats and groups; null where there are none. */
  showNarrow(seated: SeatedViews | null): void;
  dismiss(which: (viewer: Viewer) => boolean): void;
  readonly count: number;
  /** Whether anybody of this audience sees it. */
  has(audience: Audience): boolean;
  /** When the last one of this audience went, as `elapsed` counts; null while there is one, and before there was. */
  goneSince(audience: Audience): number | null;
  /** When the last one went, as `elapsed` counts; null while there is one. */
  readonly emptySince: number | null;
}

/** `now`: the clock that deadlines are made by (P88). */
export function createViewers(now: () => number): Viewers {
  const viewers = new Set<Viewer>();
  const frames = createChannelFrames(now);
  const fanOut = createFanOut();
  const narrow = createNarrowChannels(frames, fanOut);
  let emptySince: number | null = elapsed();
  const goneSince = new Map<Audience, number>();
  const has = (audience: Audience): boolean =>
    [...viewers].some((viewer) => viewer.audience === audience);
  return {
    attach(viewer, seen) {
      viewers.add(viewer);
      emptySince = null;
      goneSince.delete(viewer.audience);
      narrow.attach(viewer, seen.seenChannels);
      const { audience } = viewer;
      if (!frames.isCurrent(audience, seen.seen)) viewer.send(frames.full(audience));
    },
    detach(viewer) {
      viewers.delete(viewer);
      narrow.detach(viewer);
      if (viewers.size === 0) emptySince = elapsed();
      if (!has(viewer.audience)) goneSince.set(viewer.audience, elapsed());
    },
    resync(viewer) {
      narrow.resync(viewer);
      viewer.send(frames.full(viewer.audience));
    },
    show(audience, records) {
      const listening = [...viewers].filter((viewer) => viewer.audience === audience);
      const patch = frames.show(audience, records, listening.length > 0);
      if (patch) fanOut.send(patch, listening);
    },
    showNarrow: (seated) => narrow.show(seated, viewers),
    dismiss(which) {
      for (const viewer of [...viewers].filter(which)) viewer.dismiss();
    },
    get count() {
      return viewers.size;
    },
    has,
    goneSince: (audience) => goneSince.get(audience) ?? null,
    get emptySince() {
      return emptySince;
    },
  };
}
