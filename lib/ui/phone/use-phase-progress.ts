"use client";

import { useState } from "react";
import { refusalOf, withoutRefused } from "@/lib/client/device-record";
import { useDevice } from "@/lib/ui/phone/device-provider";

export interface PhaseProgress {
  /** Sent, skipped or watching: all three look the same. */
  waiting: boolean;
  /** How the server said no to what was handed in: then this phone is not done after all. */
  refused: "refused" | "conflict" | null;
  /** Whether this phone counts as done, also while something sent is being changed. */
  done: boolean;
  sent(): void;
  skip(): void;
  watch(): void;
  /** From waiting back to the editor. */
  reopen(): void;
}

/** How this phone goes through one phase of an activity; kept on the device. */
export function usePhaseProgress(activity: string, phase: string): PhaseProgress {
  const { record, change } = useDevice();
  const [reopened, setReopened] = useState(false);
  const key = `${activity}/${phase}`;
  const refused = refusalOf(record, activity);
  const done = refused === null && (record.watching || record.ways[key] !== undefined);

  return {
    waiting: done && !reopened,
    done,
    refused,
    sent() {
      setReopened(false);
      change((before) => ({
        ...before,
        watching: false,
        ways: { ...before.ways, [key]: "sent" },
      }));
    },
    skip() {
      setReopened(false);
      change((before) => ({
        ...withoutRefused(before, activity),
        ways: { ...before.ways, [key]: before.ways[key] ?? "skipped" },
      }));
    },
    watch() {
      setReopened(false);
      change((before) => ({ ...withoutRefused(before, activity), watching: true }));
    },
    reopen: () => setReopened(true),
  };
}

/** The same way, doing something more when the editor is left without sending. */
export function alsoLeaving(progress: PhaseProgress, also: () => void): PhaseProgress {
  return {
    ...progress,
    skip() {
      also();
      progress.skip();
    },
    watch() {
      also();
      progress.watch();
    },
  };
}
