"use client";

import { useEffect } from "react";
import { useLive } from "@/lib/client/live-provider";
import { activityScreen } from "@/lib/phone/activity-part";
import { takeHomeContents } from "@/lib/phone/take-home";

/** Begins to load what shows activities of this kind; what doesn't come is loaded where it is needed. */
export async function loadScreenOf(kind: string): Promise<void> {
  try {
    const { screenFor } = await activityScreen.load();
    await screenFor(kind).load();
  } catch {
    // Asked again, and patiently, by what shows it.
  }
}

/** Whoever goes on at once gets what they need then before all that they may need later. */
const OUT_OF_THE_WAY_MS = 1_500;

/**
 * Begins to load, one after the other, what this phone will need when the room goes on, so that nobody waits for it then
 * and a phone that loses the network has it (P331). What doesn't come is loaded where it is needed.
 *
 * @param kind of the current activity, where it is known: nothing of others is in its way
 * @returns what ends it
 */
export function loadBeforehand(kind?: string): () => void {
  let isOver = false;
  async function load(): Promise<void> {
    const { screenFor, everyScreen } = await activityScreen.load();
    if (kind !== undefined) await screenFor(kind).load();
    await new Promise((resolve) => setTimeout(resolve, OUT_OF_THE_WAY_MS));
    for (const part of [...everyScreen, takeHomeContents]) {
      if (isOver) return;
      await part.load().catch(() => undefined);
    }
  }
  load().catch(() => undefined);
  return () => {
    isOver = true;
  };
}

/** The same for a phone that is in, each time that it is connected: what it has already costs nothing. */
export function useLoadedBeforehand(kind: string | undefined): void {
  const { connection } = useLive();
  const isOnline = connection === "online";
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the room was when this phone came in
  useEffect(() => (isOnline ? loadBeforehand(kind) : undefined), [isOnline]);
}
