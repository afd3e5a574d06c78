import type { NarrowView } from "@/lib/activities/contract";
import { type Narrow, type NarrowChannel, narrow, narrowOf } from "@/lib/channel";
import type { SeenVersions } from "@/lib/protocol";
import { flattenNarrow } from "@/lib/session/patches";
import type { ChannelFrames } from "@/server/rooms/channel-frames";
import type { FanOut, Target } from "@/server/rooms/fan-out";

/** A connection that may have a seat. */
export interface Listener extends Target {
  /** The tag of its seat under an activity's key; null for all but participants. */
  seat: ((key: string) => string) | null;
}

/** What seats and groups see in the current activity. */
export interface SeatedViews {
  /** What the tags of its seats are made with: another activity has another. */
  key: string;
  views: ReadonlyMap<NarrowChannel, NarrowView>;
}

/** The channels that one connection listens to beside its audience's. */
type Listening = Partial<Record<Narrow, NarrowChannel>>;

/**
 * Sends each seat's and each group's records to the connections that are on it, and to no others. A
 * connection is on a seat because the device secret that it came with makes the seat's tag; that is worked out
 * here from what connections remember, and written nowhere (docs/decisions/0048).
 */
export interface NarrowChannels {
  /** Takes over what seats and groups see now, and sends `listeners` what changed; null: there are none. */
  show(next: SeatedViews | null, listeners: Iterable<Listener>): void;
  /** Brings one that has just come to what its channels show, from the versions that it has seen, at once (P159). */
  attach(listener: Listener, seen: SeenVersions["seenChannels"]): void;
  /** Sends it everything that its channels show, at once. */
  resync(listener: Listener): void;
  detach(listener: Listener): void;
}

export function createNarrowChannels(frames: ChannelFrames, fanOut: FanOut): NarrowChannels {
  let now: SeatedViews | null = null;
  let bySeat: ReadonlyMap<string, Listening> = new Map();
  const listening = new Map<Listener, Listening>();
  /** The seats of connections in the current activity: worked out once for each. */
  const seats = new Map<Listener, string>();

  const channelsOf = (listener: Listener): Listening => {
    if (!now || !listener.seat) return {};
    const seat = seats.get(listener) ?? listener.seat(now.key);
    seats.set(listener, seat);
    return bySeat.get(seat) ?? {};
  };

  /** Notes what a connection listens to from now on; what it listened to before. */
  const listen = (listener: Listener, after: Listening): Listening => {
    const before = listening.get(listener) ?? {};
    if (after.seat || after.group) listening.set(listener, after);
    else listening.delete(listener);
    return before;
  };

  const records = (channel: NarrowChannel, { record }: NarrowView) =>
    flattenNarrow(narrowOf(channel), record);

  return {
    show(next, listeners) {
      // Sessions without seats end here.
      if (!next && !now) return;
      const isSameActivity = next?.key === now?.key;
      if (!isSameActivity) seats.clear();
      for (const channel of now?.views.keys() ?? []) {
        if (!isSameActivity || !next?.views.has(channel)) frames.forget(channel);
      }
      now = next;
      bySeat = listeningBySeat(next);

      const staying = new Map<NarrowChannel, Listener[]>();
      const coming = new Map<NarrowChannel, Listener[]>();
      const leaving = new Map<Narrow, Listener[]>();
      for (const listener of listeners) {
        const after = channelsOf(listener);
        const before = listen(listener, after);
        for (const each of narrow.options) {
          const channel = after[each];
          if (channel) {
            const isNew = !isSameActivity || before[each] !== channel;
            add(isNew ? coming : staying, channel, listener);
          } else if (before[each]) add(leaving, each, listener);
        }
      }
      for (const [each, there] of leaving) fanOut.send(frames.ended(each), there);
      for (const [channel, view] of next?.views ?? []) {
        const [stayed, came] = [staying.get(channel) ?? [], coming.get(channel) ?? []];
        if (stayed.length + came.length === 0) continue;
        const patch = frames.show(channel, records(channel, view), stayed.length > 0);
        if (patch) fanOut.send(patch, stayed);
        if (came.length > 0) fanOut.send(frames.full(channel), came);
      }
    },
    attach(listener, seen = {}) {
      const after = channelsOf(listener);
      listen(listener, after);
      for (const each of narrow.options) {
        const channel = after[each];
        const view = channel && now?.views.get(channel);
        if (!channel || !view) {
          if (seen[each]) listener.send(frames.ended(each));
          continue;
        }
        // While nobody was on it, it was not shown.
        frames.show(channel, records(channel, view), false);
        if (!frames.isCurrent(channel, seen[each])) listener.send(frames.full(channel));
      }
    },
    resync(listener) {
      for (const channel of Object.values(listening.get(listener) ?? {})) {
        listener.send(frames.full(channel));
      }
    },
    detach(listener) {
      listening.delete(listener);
      seats.delete(listener);
    },
  };
}

function listeningBySeat(seated: SeatedViews | null): ReadonlyMap<string, Listening> {
  const bySeat = new Map<string, Listening>();
  for (const [channel, view] of seated?.views ?? []) {
    for (const seat of view.seats) {
      bySeat.set(seat, { ...bySeat.get(seat), [narrowOf(channel)]: channel });
    }
  }
  return bySeat;
}

function add<Key>(lists: Map<Key, Listener[]>, key: Key, listener: Listener): void {
  const list = lists.get(key);
  if (list) list.push(listener);
  else lists.set(key, [listener]);
}
