import { readOnce } from "@/bench/load/read-once";
import type { ViewFrame, ViewVersion } from "@/lib/protocol";
import { applyFrame, type LiveRecords } from "@/lib/session/live-records";
import { unflatten } from "@/lib/session/patches";
import { type SessionView, sessionView } from "@/lib/session/view-schema";
import { frameOf } from "@/server/simulated/received-view";

/** What all phones of a room show. They get the same bytes, so each body is read once for all of them. */
export interface Shown {
  /** Reads a body that one of them got. */
  take(body: string): Read;
  /** Throws before the first one. */
  view(): SessionView;
  /** Notes from now on what this matches, by its first group. */
  watch(pattern: string): void;
}

/** What a body says. */
export interface Read {
  version: ViewVersion | null;
  /** What was watched for in it. */
  marks: readonly string[];
}

export function createShown(): Shown {
  let records: LiveRecords | null = null;
  let pattern: RegExp | null = null;

  const apply = (frame: ViewFrame): void => {
    // What a seat or a group sees beside it is not everybody's.
    if (frame.channel) return;
    const isOld =
      records?.version[0] === frame.version[0] && records.version[1] >= frame.version[1];
    if (!isOld) records = applyFrame(records, frame) ?? records;
  };

  const take = readOnce((body: string): Read => {
    const frame = frameOf(0, JSON.parse(body));
    apply(frame);
    const marks = pattern ? marksIn(JSON.stringify(frame), pattern) : [];
    return { version: frame.channel ? null : frame.version, marks };
  });

  return {
    take,
    view() {
      if (!records) throw new Error("Nobody of this room was shown anything yet");
      return sessionView.parse(unflatten(records.records));
    },
    watch(next) {
      pattern = new RegExp(next, "g");
      take.forget();
    },
  };
}

const marksIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([whole, group]) => group ?? whole)),
];
