import { applyFrame, type LiveRecords } from "@/lib/client/live-view";
import { viewFrame } from "@/lib/protocol";
import { unflatten } from "@/lib/session/patches";
import { type SessionView, sessionView } from "@/lib/session/view-schema";

/** What a watcher saw, frame by frame: each view as its page put it together. */
export function viewsIn(frames: readonly string[]): SessionView[] {
  let live: LiveRecords | null = null;
  return frames.flatMap((text) => {
    live = applyFrame(live, viewFrame.parse(JSON.parse(text)));
    return live ? [sessionView.parse(unflatten(live.records))] : [];
  });
}
