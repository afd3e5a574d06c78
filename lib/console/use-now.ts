"use client";

import { useEffect, useState } from "react";

/** Agenda and drift are in whole minutes; looking every five seconds is close enough. */
const LOOK_MS = 5_000;

/** The server's time, refreshed every few seconds. */
export function useNow(clockOffset: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now + clockOffset;
}
