"use client";

import { useEffect } from "react";
import { ownLinesOf } from "@/lib/activities/private-lines";
import { isPlannedIn } from "@/lib/activities/screens";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { readRecentSessions, rememberSession } from "@/lib/client/recent-sessions";
import type { DeviceStorage } from "@/lib/client/storage";
import { keyOf } from "@/lib/client/stored-session";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { textKey } from "@/lib/words";

/** Keeps on this device that it was in this session, so that the first page can lead back here. */
export function useRecentSession(storage: DeviceStorage, code: string): void {
  const { connection } = useLive();
  const shown = useLiveView(({ session }) => session);
  const { record } = useDevice();
  const { session } = record;
  const hasPlan =
    Object.values(record.kept).some(({ kind }) => isPlannedIn(kind)) ||
    ownLinesOf(record.kept).length > 0;
  const isGone = connection === "gone";
  const hasEnded = isGone || shown?.status === "finished";
  const title = shown?.title;
  const address = shown?.address;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a title never changes while it is shown
  useEffect(() => {
    async function remember() {
      if (title !== undefined && address !== undefined) {
        const seen = { session, code, title, address, hasEnded, hasPlan };
        await rememberSession(storage, keyOf(session), seen);
      } else if (isGone) {
        // Refused before anything was seen: only what was known of it ends.
        const known = (await readRecentSessions(storage)).find((each) => each.session === session);
        if (known) await rememberSession(storage, keyOf(session), { ...known, hasEnded, hasPlan });
      }
    }
    void remember();
  }, [storage, code, session, title && textKey(title), address, hasEnded, hasPlan, isGone]);
}
