"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { createPortal } from "react-dom";

interface Slot {
  element: HTMLElement | null;
  setElement: (element: HTMLElement | null) => void;
}

const SlotContext = createContext<Slot>({ element: null, setElement: () => {} });

/** Around a bar and what stands above it, so that the one can have buttons of the other. */
export function BarSlotProvider({ children }: { children: ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  return <SlotContext value={{ element, setElement }}>{children}</SlotContext>;
}

/** Where in the bar such buttons stand. */
export function BarSlot() {
  const { setElement } = useContext(SlotContext);
  return <div className="contents" ref={setElement} />;
}

/** Stands in the bar; where there is none, nowhere. */
export function InBar({ children }: { children: ReactNode }) {
  const { element } = useContext(SlotContext);
  return element && createPortal(children, element);
}
