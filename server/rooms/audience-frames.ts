import type { Audience } from "@/lib/activities/contract";
import { diff, encodeRecords } from "@/lib/session/patches";
import { type ViewBody, type ViewPacket, viewBody, viewPacket } from "@/server/rooms/view-packet";

interface Shown {
  records: ReadonlyMap<string, string>;
  counter: number;
  /** The whole view, encoded when the first one needs it. */
  full: ViewBody | null;
}

/** What each audience of a room was shown last, as packets ready to be sent (P22, P23, P26). */
export interface AudienceFrames {
  /**
   * Takes over what an audience sees now. The patch that brings it there from what it saw before;
   * null where nothing changed, or nothing was shown yet.
   */
  show(audience: Audience, records: ReadonlyMap<string, string>): ViewPacket | null;
  /** Everything that this audience sees. */
  full(audience: Audience): ViewPacket;
  /** The counter of the version that this audience has; undefined before the first one. */
  counter(audience: Audience): number | undefined;
}

export function createAudienceFrames(
  incarnation: string,
  /** The clock that deadlines are made by (P88). */
  now: () => number,
): AudienceFrames {
  const shown = new Map<Audience, Shown>();
  const nothing: Shown = { records: new Map(), counter: 0, full: null };
  const versionOf = ({ counter }: Shown) => `"version":["${incarnation}",${counter}]`;
  return {
    show(audience, records) {
      const before = shown.get(audience);
      const change = before ? diff(before.records, records) : null;
      if (before && !change) return null;
      const current: Shown = { records, counter: (before?.counter ?? 0) + 1, full: null };
      shown.set(audience, current);
      if (!change) return null;
      const { gone, set } = change;
      const json = `{"kind":"patch",${versionOf(current)},"gone":${JSON.stringify(gone)},"set":${encodeRecords(set)}}`;
      return viewPacket(viewBody(json, audience), now());
    },
    full(audience) {
      const current = shown.get(audience) ?? nothing;
      current.full ??= viewBody(
        `{"kind":"full",${versionOf(current)},"records":${encodeRecords(current.records)}}`,
        audience,
      );
      return viewPacket(current.full, now());
    },
    counter: (audience) => shown.get(audience)?.counter,
  };
}
