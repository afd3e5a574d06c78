import type { ViewFrame, ViewVersion } from "@/lib/protocol";

/** A view as it travelled: flat records, and the version they belong to. */
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
