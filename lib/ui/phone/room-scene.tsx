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

/** A chair for each who has joined, and the one that is free. */
export function RoomRing() {
  const room = useRoomCount();
  if (!room) return null;
  return (
    <Lowered>
      <CrossFade of={String(room.there)}>
        <Ring joined={room.there} />
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
  return t("lobbyJoined", { n: useRoomCount()?.there ?? 0 });
}

/** "9 of 14 are ready." */
export function RoomDone() {
  const t = useTranslations("phone");
  const { done, there } = useRoomCount() ?? { done: 0, there: 0 };
  return t("doneCount", { done, there });
}
