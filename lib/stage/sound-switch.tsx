"use client";

import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Sound } from "@/lib/stage/use-bowl";

/** For as long it stays in sight after the pointer came to rest. */
const IN_SIGHT_MS = 4_000;

/**
 * Switches the sound of this stage. What is projected is for the room, so that it shows itself only to whoever moves
 * the pointer or comes by keyboard, and while the browser waits to be pressed before it plays anything.
 */
export function SoundSwitch({ isOn, isWaiting, toggle }: Sound) {
  const t = useTranslations("stage");
  const isNear = usePointerMoves();
  const isShown = isNear || isWaiting;
  const Icon = isOn ? Volume2 : VolumeX;
  return (
    <button
      className={`absolute start-1/2 top-0 flex min-h-12 -translate-x-1/2 items-center gap-[calc(0.8*var(--u))] rounded-b-control border-2 border-edge border-t-0 bg-surface px-[calc(1.6*var(--u))] text-ink text-stage-label focus-visible:opacity-100 ${isShown ? "" : "pointer-events-none opacity-0"}`}
      data-theme="light"
      onClick={toggle}
      type="button"
    >
      <Icon aria-hidden className="size-[1em] shrink-0" strokeWidth={1.75} />
      {isWaiting ? t("soundWaits") : t(isOn ? "soundOff" : "soundOn")}
    </button>
  );
}

function usePointerMoves(): boolean {
  const [moves, setMoves] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    function onMove() {
      setMoves(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoves(false), IN_SIGHT_MS);
    }
    document.addEventListener("pointermove", onMove);
    document.addEventListener("pointerdown", onMove);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointermove", onMove);
      document.removeEventListener("pointerdown", onMove);
    };
  }, []);
  return moves;
}
