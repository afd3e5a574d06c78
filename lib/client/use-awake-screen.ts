"use client";

import { useEffect } from "react";

/**
 * Keeps this device's screen from going dark while nobody touches it, as in a quarter of an hour of
 * talking. Only browsers in secure contexts can; everywhere else the screen dims as it always did, and
 * nothing depends on it.
 */
export function useAwakeScreen(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let left = false;

    function release(): void {
      // Gone already where the browser took it back.
      lock?.release().catch(() => undefined);
      lock = undefined;
    }

    async function ask(): Promise<void> {
      // The browser takes it back whenever the page is hidden.
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      try {
        const held = await navigator.wakeLock.request("screen");
        release();
        lock = held;
        if (left) release();
      } catch {
        // Low battery, or not allowed here.
      }
    }

    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", ask);
      release();
    };
  }, []);
}
