"use client";

import { useCallback, useEffect, useState } from "react";
import { type Addresses, addresses } from "@/lib/addresses";

/** A changed Wi-Fi or another choice is on the stage after this long. */
const ASK_EVERY_MS = 5_000;

/** The ways in as they are now, and how to ask for them at once, after a choice. */
export interface CurrentAddresses {
  addresses: Addresses;
  askAgain(): Promise<void>;
}

/** The ways in as they are now; `first` is what the page was made with. Only a LAN changes them. */
export function useAddresses(first: Addresses): CurrentAddresses {
  const [current, setCurrent] = useState(first);
  const askAgain = useCallback(async () => {
    try {
      const response = await fetch("/api/addresses");
      setCurrent(addresses.parse(await response.json()));
    } catch {
      // What was told last stands until the server can be asked again.
    }
  }, []);
  useEffect(() => {
    if (!first.isLan) return;
    const timer = setInterval(askAgain, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [first.isLan, askAgain]);
  return { addresses: current, askAgain };
}
