"use client";

import { useEffect, useState } from "react";
import { CodeInput, type CodeInputProps } from "@/lib/ui/code-input";

/** The code field that leads into the session. */
export function JoinBox({
  autoFocus = false,
  error,
  initial,
}: Pick<CodeInputProps, "autoFocus" | "error" | "initial">) {
  const [going, setGoing] = useState(false);
  // A page that the browser has kept and shows again is as it was left.
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) setGoing(false);
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, []);
  return (
    <CodeInput
      autoFocus={autoFocus}
      busy={going}
      error={error}
      initial={initial}
      onCode={(code) => {
        const way = `/j/${code}`;
        setGoing(true);
        // The same code once more: it may be open by now.
        if (location.pathname === way) location.reload();
        else location.assign(way);
      }}
    />
  );
}
