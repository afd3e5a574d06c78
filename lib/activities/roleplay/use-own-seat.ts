"use client";

import { useEffect, useState } from "react";
import { OWN_SEAT_SLOT, ownSeat } from "@/lib/activities/roleplay/kept";
import {
  type RoleplayGroup,
  type RoleplaySeat,
  roleplayGroup,
  roleplaySeat,
} from "@/lib/activities/roleplay/record";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { useKept } from "@/lib/ui/phone/use-kept";

/** What this phone's place in the activity is, and what can be done about it. */
export interface OwnSeat {
  /** Null until the server has answered. */
  seat: RoleplaySeat | null;
  group: RoleplayGroup | null;
  isRemote: boolean;
  setRemote(isRemote: boolean): void;
  /** Sits down once more, where the seat was given up. */
  takeAgain(): void;
  /** Changes something about one's role now or not at all; `isRefused` says that it did not arrive. */
  ask(command: { type: "otherRole" | "watchRound"; [key: string]: unknown }): void;
  isAsking: boolean;
  isRefused: boolean;
}

/** The phone sits down by itself where it comes to the activity: nobody has to press anything to be counted. */
export function useOwnSeat(activity: string): OwnSeat {
  const seat = roleplaySeat.safeParse(useLiveView((view) => view.seat));
  const group = roleplayGroup.safeParse(useLiveView((view) => view.group));
  const { content, entry, handIn } = useKept(ownSeat, activity, OWN_SEAT_SLOT);
  const { send } = useLive();
  const [asking, setAsking] = useState<"not" | "now" | "refused">("not");
  const isNew = entry === undefined;

  const sit = (remote: boolean) =>
    handIn(() => ({ content: { remote }, command: { type: "takeSeat", ...{ remote } } }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is no seat of this device yet
  useEffect(() => {
    if (isNew) sit(false);
  }, [isNew]);

  // Back in the session after leaving it: what one sat on was kept.
  const hasLeft = seat.data?.at === "left";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that one comes back
  useEffect(() => {
    if (hasLeft) sit(content.remote);
  }, [hasLeft]);

  return {
    seat: seat.success ? seat.data : null,
    group: group.success ? group.data : null,
    isRemote: content.remote,
    setRemote: sit,
    takeAgain: () => sit(content.remote),
    async ask(command) {
      setAsking("now");
      const { changes = 0 } = seat.data ?? {};
      const answer = await send({
        type: "activity",
        activity,
        command: { ...command, changes },
      });
      setAsking(answer.ok ? "not" : "refused");
    },
    isAsking: asking === "now",
    isRefused: asking === "refused",
  };
}
