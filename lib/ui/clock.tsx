"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { clockReading, nextTickIn } from "@/lib/ui/clock-reading";

export interface ClockProps {
  /** The server's time at which the phase is meant to end; null: no clock runs. */
  endsAt: number | null;
  /** Milliseconds left when the clock was stopped; while set, `endsAt` doesn't count. */
  pausedRemaining?: number | null;
  /** Server time minus this device's time, in milliseconds. */
  clockOffset?: number;
  className?: string;
}

/**
 * Counts down against the server's clock and, once over, up in ochre. It is never announced while
 * it runs (nobody wants to hear every second); its accessible name says left, over or paused.
 */
export function Clock({
  endsAt,
  pausedRemaining = null,
  clockOffset = 0,
  className = "",
}: ClockProps) {
  const t = useTranslations("common");
  // Null until mounted: the server's rendering time would only flash a wrong second.
  const [now, setNow] = useState<number | null>(null);
  const running = endsAt !== null && pausedRemaining === null;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    function tick() {
      const current = Date.now() + clockOffset;
      setNow(current);
      if (running) timer = setTimeout(tick, nextTickIn(endsAt, current));
    }
    tick();
    // Timers sleep while the phone does.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [running, endsAt, clockOffset]);

  if (pausedRemaining === null && (endsAt === null || now === null)) return null;
  const { text, over } = clockReading(pausedRemaining ?? Number(endsAt) - Number(now));
  const spoken = running ? (over ? "timeOver" : "timeLeft") : "timePaused";
  return (
    <span
      aria-label={t(spoken, { time: text.replace("+", "") })}
      aria-live="off"
      className={`tabular whitespace-nowrap ${over ? "font-semibold text-ochre" : ""} ${running ? "" : "text-ink-2"} ${className}`}
      role="timer"
    >
      {text}
    </span>
  );
}
