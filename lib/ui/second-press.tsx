"use client";

import { type ReactNode, useEffect, useState } from "react";
import { SECOND_PRESS_MS } from "@/lib/ui/arming";
import { Button, type ButtonProps } from "@/lib/ui/button";

export interface SecondPressProps extends Pick<ButtonProps, "kind" | "size"> {
  /** Whether the first press has been made, and the question is there to be read. */
  asked: boolean;
  onConfirm: () => void;
  children: ReactNode;
}

/**
 * The second of two presses, in the dialog that the first one has opened: takes none that belongs to
 * the first, such as the other half of a double tap or a key that is still held.
 */
export function SecondPress({ asked, onConfirm, children, ...look }: SecondPressProps) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady(false);
    if (!asked) return;
    const timer = setTimeout(() => setReady(true), SECOND_PRESS_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <Button
      {...look}
      busy={!ready}
      onClick={(event) => {
        if (event.detail <= 1) onConfirm();
      }}
    >
      {children}
    </Button>
  );
}
