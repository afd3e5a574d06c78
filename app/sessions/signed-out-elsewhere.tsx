"use client";

import { useEffect } from "react";
import { isSignedIn } from "@/app/sessions/actions";

/** Stands on what holds something that is not saved yet. */
const UNSAVED = "[data-unsaved]";

/**
 * Whoever comes back to a page of facilitators after this browser was signed out in another tab, or from
 * another device, finds the sign-in and not what the page still shows. Only what is not saved stays.
 */
export function SignedOutElsewhere() {
  useEffect(() => {
    async function check() {
      if (document.visibilityState === "hidden") return;
      // Without a network nobody knows, and the page stays.
      const isStill = await isSignedIn().catch(() => true);
      if (!isStill && document.querySelector(UNSAVED) === null) window.location.reload();
    }
    const onReturn = () => void check();
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) void check();
    };
    window.addEventListener("focus", onReturn);
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("pageshow", onShow);
    return () => {
      window.removeEventListener("focus", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("pageshow", onShow);
    };
  }, []);
  return null;
}
