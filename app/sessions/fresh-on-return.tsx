"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useInBrowser } from "@/lib/ui/use-in-browser";

/**
 * Asks the server again whenever somebody comes back: what the browser has kept of a list knows nothing
 * of the sessions that were opened, run and ended since.
 */
export function FreshOnReturn() {
  const router = useRouter();
  const isInBrowser = useInBrowser();
  // What has just come with its document is fresh already.
  const [isRemembered] = useState(isInBrowser);
  useEffect(() => {
    if (isRemembered) router.refresh();
    function onShow(event: PageTransitionEvent) {
      if (event.persisted) router.refresh();
    }
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [router, isRemembered]);
  return null;
}
