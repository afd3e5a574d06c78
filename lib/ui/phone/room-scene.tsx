"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLiveView } from "@/lib/client/live-provider";
import { CrossFade } from "@/lib/ui/drawn/cross-fade";
import { Ring } from "@/lib/ui/drawn/ring";
import { Stack } from "@/lib/ui/drawn/stack";

/**
 * What the room's last count says, on every phone the same: nothing in here knows what this one did. Before a
 * first count there is nothing to draw.
 */
const useRoomCount = () => useLiveView(({ room }) => room);

/** People in the room without a phone; the same on every phone. */
const useWithoutPhone = () => useLiveView(({ session }) => session.withoutPhone) ?? 0;

/** A chair for each who is there, with a phone or without, and the one that is free. */
export function RoomRing() {
  const room = useRoomCount();
  const withoutPhone = useWithoutPhone();
  if (!room) return null;
  const chairs = room.there + withoutPhone;
  return (
    <Lowered>
      <CrossFade of={String(chairs)}>
        <Ring joined={chairs} />
      </CrossFade>
    </Lowered>
  );
}

/** A sheet for each who is done, sent, skipped or watching alike; it stands for all. */
export function RoomStack() {
  const room = useRoomCount();
  if (!room) return null;
  const { done, there } = room;
  return (
    <Lowered>
      <CrossFade of={`${done}/${there}`}>
        <Stack done={done} of={there} />
      </CrossFade>
    </Lowered>
  );
}

/** Where nothing is to be read, the drawing stands in the upper half of the screen and not at its edge. */
function Lowered({ children }: { children: ReactNode }) {
  return <div className="mt-[9dvh]">{children}</div>;
}

/** "11 are here, and one chair is always free." */
export function RoomJoined() {
  const t = useTranslations("join");
  return t("lobbyJoined", { n: (useRoomCount()?.there ?? 0) + useWithoutPhone() });
}

/** "9 of 14 are ready. 2 take part without a phone." */
export function RoomDone() {
  const t = useTranslations("phone");
  const { done, there } = useRoomCount() ?? { done: 0, there: 0 };
  const n = useWithoutPhone();
  const counted = t("doneCount", { done, there });
  return n === 0 ? counted : `${counted} ${t("withoutPhone", { n })}`;
}
