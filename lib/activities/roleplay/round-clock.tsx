"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { RunningClock } from "@/lib/activities/screens-contract";
import { Clock } from "@/lib/ui/clock";
import { nextTickIn } from "@/lib/ui/clock-reading";
import { ClockRing } from "@/lib/ui/drawn/clock-ring";

const MINUTE_MS = 60_000;

/** A step's time in a ring of what is left of it; only what stands inside where no clock runs. */
export function RoundClock({
  clock,
  children,
}: {
  clock: RunningClock | null;
  children: ReactNode;
}) {
  const share = useShareLeft(clock);
  return (
    <div className="relative mx-auto grid aspect-square w-[min(100%,calc(34*var(--u)))] place-items-center">
      {share === null ? null : <ClockRing className="absolute inset-0 size-full" share={share} />}
      <div className="flex max-w-[70%] flex-col items-center text-center text-ink-2 text-stage-label">
        {clock ? (
          <Clock
            className="font-medium font-serif text-[calc(9*var(--u))] text-ink leading-[1.15]"
            clockOffset={clock.clockOffset}
            endsAt={clock.endsAt}
            pausedRemaining={clock.remaining}
          />
        ) : null}
        {children}
      </div>
    </div>
  );
}

/** How much of the step's minutes is left, from 1 to 0; null where it has none. */
function useShareLeft(clock: RunningClock | null): number | null {
  const [now, setNow] = useState<number | null>(null);
  const endsAt = clock?.endsAt ?? null;
  const offset = clock?.clockOffset ?? 0;
  useEffect(() => {
    if (endsAt === null) return;
    let timer: ReturnType<typeof setTimeout>;
    function tick(ends: number) {
      const current = Date.now() + offset;
      setNow(current);
      timer = setTimeout(() => tick(ends), nextTickIn(ends, current));
    }
    tick(endsAt);
    return () => clearTimeout(timer);
  }, [endsAt, offset]);
  if (clock === null || clock.minutes === null) return null;
  const left = clock.remaining ?? (endsAt === null || now === null ? null : endsAt - now);
  return left === null ? null : left / (clock.minutes * MINUTE_MS);
}
