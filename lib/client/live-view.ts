import type { ViewFrame } from "@/lib/protocol";
import { applyToChannel, type LiveChannels, recordsOf } from "@/lib/session/live-records";
import { unflatten } from "@/lib/session/patches";
import type { SessionView } from "@/lib/session/view-schema";

/** How many frames tell the clock; enough to meet a fast one, few enough to follow a set clock. */
const CLOCK_SAMPLES = 8;

/** No frame travels that long: the device's clock was set, or the page slept before it read the frame. */
const CLOCK_STEP_MS = 10_000;

/** Whether this frame tells another clock than those before it; then a fresh one is worth asking for. */
export const isClockStep = (samples: readonly number[], sample: number): boolean =>
  samples.length > 0 && clockOffsetOf(samples) - sample > CLOCK_STEP_MS;

/**
 * Server time minus device time. A frame's travel only ever makes the difference look smaller, so
 * the largest of the last ones is the nearest to the truth; what was known of another clock is none.
 */
export function addClockSample(samples: readonly number[], sample: number): number[] {
  const ofThisClock = isClockStep(samples, sample) ? [] : samples;
  return [...ofThisClock, sample].slice(-CLOCK_SAMPLES);
}

/** By how much the device's clock is behind the server's, as the last frames tell it (P27). */
export const clockOffsetOf = (samples: readonly number[]): number => Math.max(...samples);

export interface LiveViewOptions {
  /** What this page can show; null where it can't show it, which is of another release then. */
  read(view: unknown): SessionView | null;
  /** A view to show, and the server's time minus this device's, in milliseconds. */
  onView(view: SessionView, clockOffset: number): void;
  /** Asks the server for all that this page gets, whole. */
  resync(): void;
  /** The whole view is of another release: asking again would not help. */
  onOutdated(): void;
}

/** What one page has of a session, frame by frame. */
export interface LiveView {
  /** Takes a frame; asks for the whole view where one before it is missing, and waits for that (P24). */
  take(frame: ViewFrame): void;
  /** There is a new connection, over which nothing was asked for yet. */
  connected(): void;
  /** What it has by now; nothing before the first whole view. */
  current(): LiveChannels;
}

export function createLiveView(options: LiveViewOptions): LiveView {
  let live: LiveChannels = new Map();
  let samples: number[] = [];
  let awaitingFull = false;
  return {
    take(frame) {
      if (awaitingFull && frame.kind === "patch") return;
      const next = applyToChannel(live, frame);
      const records = next && recordsOf(next);
      if (next && !records) {
        // What a seat or a group sees comes first, and shows with the view.
        live = next;
        return;
      }
      const view = records && options.read(unflatten(records));
      if (!next || !view) {
        awaitingFull = frame.kind === "patch";
        if (awaitingFull) options.resync();
        else options.onOutdated();
        return;
      }
      if (!frame.channel) awaitingFull = false;
      live = next;
      const sample = frame.now - Date.now();
      if (isClockStep(samples, sample)) options.resync();
      samples = addClockSample(samples, sample);
      options.onView(view, clockOffsetOf(samples));
    },
    connected() {
      awaitingFull = false;
    },
    current: () => live,
  };
}
