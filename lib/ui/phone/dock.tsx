"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { createPortal } from "react-dom";
import { StickyBar } from "@/lib/ui/sticky-bar";

const SlotContext = createContext<HTMLElement | null>(null);

/** A phone's main part, with a dock at its lower edge that stays in reach. */
export function DockedMain({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <main className="flex flex-1 flex-col">
      <SlotContext value={slot}>{children}</SlotContext>
      <StickyBar className="docking:sticky bottom-0" edge="bottom" stacked>
        <div ref={setSlot} />
      </StickyBar>
    </main>
  );
}

/**
 * What is always in reach while something is asked: what becomes of the answer, in two lines at most, and
 * the one filled button. Written where it belongs, shown in the frame's dock.
 */
export function Dock({ children }: { children: ReactNode }) {
  const slot = useContext(SlotContext);
  if (slot === null) return null;
  return createPortal(
    <div className="flex flex-col gap-2 border-line border-t bg-paper px-4 pt-2 pb-3 low:gap-1 low:pt-1 low:pb-2">
      {children}
    </div>,
    slot,
  );
}
