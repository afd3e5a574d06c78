import type { Narrow } from "@/lib/channel";
import type { ViewFrame, ViewVersion } from "@/lib/protocol";

/** A channel as it travelled: flat records, and the version they belong to. */
export interface LiveRecords {
  version: ViewVersion;
  records: ReadonlyMap<string, unknown>;
}

/**
 * The records after a frame, or null where a patch doesn't follow what we have: then only a full
 * view helps. A patch we have already seen changes nothing.
 */
export function applyFrame(current: LiveRecords | null, frame: ViewFrame): LiveRecords | null {
  if (frame.kind === "full") {
    return { version: frame.version, records: new Map(Object.entries(frame.records)) };
  }
  if (current === null) return null;
  const [incarnation, counter] = current.version;
  const [sameIncarnation, nextCounter] = frame.version;
  if (sameIncarnation !== incarnation || nextCounter > counter + 1) return null;
  if (nextCounter <= counter) return current;
  const records = new Map(current.records);
  for (const path of frame.gone) records.delete(path);
  for (const [path, value] of Object.entries(frame.set)) records.set(path, value);
  return { version: frame.version, records };
}

/** What came over a connection: the view, and what this participant's seat and group see beside it. */
export type LiveChannels = ReadonlyMap<"view" | Narrow, LiveRecords>;

/** All channels after a frame of one of them; null where only full views help (`applyFrame`). */
export function applyToChannel(current: LiveChannels, frame: ViewFrame): LiveChannels | null {
  const of = frame.channel ?? "view";
  const next = applyFrame(current.get(of) ?? null, frame);
  if (!next) return null;
  const channels = new Map(current).set(of, next);
  // A seat's or a group's without any records is over (P158).
  if (frame.channel && next.records.size === 0) channels.delete(of);
  return channels;
}

/** The records of all channels together; null before the view has come. */
export function recordsOf(channels: LiveChannels): ReadonlyMap<string, unknown> | null {
  const view = channels.get("view");
  if (!view || channels.size === 1) return view?.records ?? null;
  return new Map([...channels.values()].flatMap(({ records }) => [...records]));
}
