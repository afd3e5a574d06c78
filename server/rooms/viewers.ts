import type { Audience } from "@/lib/activities/contract";
import type { ViewVersion } from "@/lib/protocol";
import { elapsed } from "@/server/elapsed";
import { createAudienceFrames } from "@/server/rooms/audience-frames";
import { randomId } from "@/server/rooms/chance";
import { createFanOut } from "@/server/rooms/fan-out";
import type { ViewPacket } from "@/server/rooms/view-packet";

/** Somebody who sees a room. `send` gets packets in order. */
export interface Viewer {
  audience: Audience;
  /** The link that a stage came by; null for others. */
  stageKey: string | null;
  send(packet: ViewPacket): void;
  /** Puts it out: it has no business here any more, and coming back is decided anew. */
  dismiss(): void;
}

/** Who sees a room on this node, and what each of them was shown last. */
export interface Viewers {
  /** Sends a full view, or nothing if the viewer has seen this version, then patches. */
  attach(viewer: Viewer, seen: ViewVersion | null): void;
  detach(viewer: Viewer): void;
  /** Sends the full view again to a viewer that missed a patch. */
  resync(viewer: Viewer): void;
  /** Sends an audience what changed in its records since the last time. */
  show(audience: Audience, records: ReadonlyMap<string, string>): void;
  dismiss(which: (viewer: Viewer) => boolean): void;
  readonly count: number;
  /** When the last one went, as `elapsed` counts; null while there is one. */
  readonly emptySince: number | null;
}

/** `now`: the clock that deadlines are made by (P88). */
export function createViewers(now: () => number): Viewers {
  const incarnation = randomId();
  const viewers = new Set<Viewer>();
  const frames = createAudienceFrames(incarnation, now);
  const fanOut = createFanOut();
  let emptySince: number | null = elapsed();
  const resync = (viewer: Viewer): void => viewer.send(frames.full(viewer.audience));
  return {
    attach(viewer, seen) {
      viewers.add(viewer);
      emptySince = null;
      const version = frames.counter(viewer.audience);
      if (seen?.[0] !== incarnation || seen[1] !== version) resync(viewer);
    },
    detach(viewer) {
      viewers.delete(viewer);
      if (viewers.size === 0) emptySince = elapsed();
    },
    resync,
    show(audience, records) {
      const patch = frames.show(audience, records);
      if (patch === null) return;
      fanOut.send(
        patch,
        [...viewers].filter((viewer) => viewer.audience === audience),
      );
    },
    dismiss(which) {
      for (const viewer of [...viewers].filter(which)) viewer.dismiss();
    },
    get count() {
      return viewers.size;
    },
    get emptySince() {
      return emptySince;
    },
  };
}
