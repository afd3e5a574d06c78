"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Asks the server again whenever somebody comes back: what the browser has kept of a list knows nothing
 * of the sessions that were opened, run and ended since.
 */
export function FreshOnReturn() {
  const router = useRouter();
  useEffect(() => {
    router.refresh();
    function onShow(event: PageTransitionEvent) {
      if (event.persisted) router.refresh();
    }
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [router]);
  return null;
}
