import { viewFrame } from "@/lib/protocol";
import { applyToChannel, type LiveChannels, recordsOf } from "@/lib/session/live-records";
import { unflatten } from "@/lib/session/patches";
import { type SessionView, sessionView } from "@/lib/session/view-schema";

/** What a watcher saw, frame by frame: each view as its page put it together. */
export function viewsIn(frames: readonly string[]): SessionView[] {
  let live: LiveChannels = new Map();
  return frames.flatMap((text) => {
    live = applyToChannel(live, viewFrame.parse(JSON.parse(text))) ?? new Map();
    const records = recordsOf(live);
    return records ? [sessionView.parse(unflatten(records))] : [];
  });
}
