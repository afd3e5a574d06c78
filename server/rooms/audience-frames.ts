import type { Audience } from "@/lib/activities/kit";
import { diff, encodeRecords } from "@/lib/session/patches";

interface Shown {
  records: ReadonlyMap<string, string>;
  counter: number;
  /** The full frame's records, encoded once per version. */
  encoded: string;
}

/** What each audience of a room was shown last, as frames in JSON text (P22, P23). */
export interface AudienceFrames {
  /**
   * Takes over what an audience sees now. The patch that brings it there from what it saw before;
   * null where nothing changed, or nothing was shown yet.
   */
  show(audience: Audience, records: ReadonlyMap<string, string>): string | null;
  /** Everything that this audience sees. */
  full(audience: Audience): string;
  /** The counter of the version that this audience has; undefined before the first one. */
  counter(audience: Audience): number | undefined;
}

export function createAudienceFrames(incarnation: string): AudienceFrames {
  const shown = new Map<Audience, Shown>();
  return {
    show(audience, records) {
      const before = shown.get(audience);
      const change = before ? diff(before.records, records) : null;
      if (before && !change) return null;
      const counter = (before?.counter ?? 0) + 1;
      shown.set(audience, { records, counter, encoded: encodeRecords(records) });
      if (!change) return null;
      const frame = JSON.stringify({
        kind: "patch",
        version: [incarnation, counter],
        now: Date.now(),
        gone: change.gone,
      });
      return `${frame.slice(0, -1)},"set":${encodeRecords(change.set)}}`;
    },
    full(audience) {
      const { counter, encoded } = shown.get(audience) ?? { counter: 0, encoded: "{}" };
      const frame = JSON.stringify({
        kind: "full",
        version: [incarnation, counter],
        now: Date.now(),
      });
      return `${frame.slice(0, -1)},"records":${encoded}}`;
    },
    counter: (audience) => shown.get(audience)?.counter,
  };
}
