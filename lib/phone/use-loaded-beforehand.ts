"use client";

import { useEffect } from "react";
import { screensOnPhone } from "@/lib/activities/screens-on-phone";
import { useLive } from "@/lib/client/live-provider";
import { talkInstead } from "@/lib/phone/activity-screen";
import { takeHomeContents } from "@/lib/phone/take-home";

/**
 * Loads, one after the other, what this phone will need when the room goes on, so that nobody waits for it then and a
 * phone that loses the network has it (P331). What doesn't come is loaded where it is needed.
 *
 * @param kind of the current activity, if there is one: nothing of others is in its way
 */
export function useLoadedBeforehand(kind: string | undefined): void {
  const { connection } = useLive();
  const isOnline = connection === "online";
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the room was when this phone came in
  useEffect(() => {
    if (!isOnline) return;
    let isOver = false;
    async function load(): Promise<void> {
      const first = kind === undefined ? undefined : screensOnPhone[kind];
      const all = [first, ...Object.values(screensOnPhone), talkInstead, takeHomeContents];
      for (const part of all) {
        if (isOver) return;
        await part?.load().catch(() => undefined);
      }
    }
    void load();
    return () => {
      isOver = true;
    };
  }, [isOnline]);
}
