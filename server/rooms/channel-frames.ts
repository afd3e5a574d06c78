import { type Channel, isNarrow, type Narrow, narrowOf } from "@/lib/channel";
import type { ViewVersion } from "@/lib/protocol";
import { diff, encodeRecords } from "@/lib/session/patches";
import { randomId } from "@/server/rooms/chance";
import { type ViewBody, type ViewPacket, viewBody, viewPacket } from "@/server/rooms/view-packet";

interface Shown {
  /**
   * Random for each channel of each room: whoever has seen a version of another channel, or of one that
   * had the same name, has not seen this one.
   */
  incarnation: string;
  records: ReadonlyMap<string, string>;
  counter: number;
  /** The whole view, encoded when the first one needs it. */
  full: ViewBody | null;
}

/** What each channel of a room was shown last, as packets ready to be sent (P22, P23, P26). */
export interface ChannelFrames {
  /**
   * Takes over what a channel sees now. The patch that brings it there from what it saw before; null where
   * nothing changed, nothing was shown yet, or nobody listens (`isHeard`) and it is not encoded.
   */
  show(channel: Channel, records: ReadonlyMap<string, string>, isHeard: boolean): ViewPacket | null;
  /** Everything that this channel sees. */
  full(channel: Channel): ViewPacket;
  /** Tells whoever listened to a seat or a group that there is nothing any more. */
  ended(narrow: Narrow): ViewPacket;
  /** Whether this is the version that the channel has. */
  isCurrent(channel: Channel, version: ViewVersion | undefined): boolean;
  /** A channel that comes again under this name is another one. */
  forget(channel: Channel): void;
}

/** `now`: the clock that deadlines are made by (P88). */
export function createChannelFrames(now: () => number): ChannelFrames {
  const shown = new Map<Channel, Shown>();
  const fresh = (): Shown => ({
    ...{ incarnation: randomId(), records: new Map(), counter: 0, full: null },
  });
  const lastOf = (channel: Channel): Shown => {
    const last = shown.get(channel) ?? fresh();
    shown.set(channel, last);
    return last;
  };
  return {
    show(channel, records, isHeard) {
      const before = shown.get(channel);
      const change = before ? diff(before.records, records) : null;
      if (before && !change) return null;
      const { incarnation, counter } = before ?? fresh();
      const current = { incarnation, records, counter: counter + 1, full: null };
      shown.set(channel, current);
      if (!change || !isHeard) return null;
      const { gone, set } = change;
      const json = `{"kind":"patch",${headOf(channel, current)},"gone":${JSON.stringify(gone)},"set":${encodeRecords(set)}}`;
      return viewPacket(viewBody(json, channel), now());
    },
    full(channel) {
      const current = lastOf(channel);
      current.full ??= viewBody(fullOf(channel, current), channel);
      return viewPacket(current.full, now());
    },
    ended(narrow) {
      const channel = `${narrow}/` as const;
      return viewPacket(viewBody(fullOf(channel, fresh()), channel), now());
    },
    isCurrent(channel, version) {
      const { incarnation, counter } = lastOf(channel);
      return version?.[0] === incarnation && version[1] === counter;
    },
    forget: (channel) => void shown.delete(channel),
  };
}

const fullOf = (channel: Channel, shown: Shown): string =>
  `{"kind":"full",${headOf(channel, shown)},"records":${encodeRecords(shown.records)}}`;

/** A seat's or group's name stays here: a page knows only that it is its own. */
function headOf(channel: Channel, { incarnation, counter }: Shown): string {
  const version = `"version":["${incarnation}",${counter}]`;
  return isNarrow(channel) ? `"channel":"${narrowOf(channel)}",${version}` : version;
}
