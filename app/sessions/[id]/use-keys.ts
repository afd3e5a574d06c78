"use client";

import { useEffect, useRef, useState } from "react";
import type { Orders } from "@/app/sessions/[id]/use-orders";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import { type KeyAction, keyAction } from "@/lib/console/keys";

const OFF = "aufwind-keys-off";

export interface KeysInput {
  view: FacilitatorView;
  orders: Orders;
  /** Pages the stage can turn to. */
  pages: number;
  showList: () => void;
}

export interface Keys {
  /** One more for each press of N; the primary button listens to it. */
  presses: number;
  enabled: boolean;
  enable: (on: boolean) => void;
}

/** The console's keys, and a clicker's. They can be switched off on this device. */
export function useKeys(input: KeysInput): Keys {
  const [presses, setPresses] = useState(0);
  const [enabled, setEnabled] = useState(true);
  const latest = useRef(input);
  latest.current = input;

  useEffect(() => setEnabled(localStorage.getItem(OFF) === null), []);

  useEffect(() => {
    if (!enabled) return;
    function onKeyDown(event: KeyboardEvent) {
      const action = keyAction({ ...pressOf(event), inField: isInField(event.target) });
      if (action === null) return;
      event.preventDefault();
      // A key held down must not race through the agenda.
      if (event.repeat && !REPEATING.has(action)) return;
      if (action === "next") setPresses((count) => count + 1);
      else perform(action, latest.current);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [enabled]);

  return {
    presses,
    enabled,
    enable: (on) => {
      setEnabled(on);
      if (on) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    },
  };
}

const REPEATING: ReadonlySet<KeyAction> = new Set(["cardOn", "cardBack"]);

function pressOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) {
  return { key, ctrlKey, altKey, metaKey };
}

function isInField(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open], [role=dialog], [role=menu]")) return true;
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

function perform(action: KeyAction, { view, orders, pages, showList }: KeysInput): void {
  const { stage } = view;
  switch (action) {
    case "back":
      if (view.facilitator.canGoBack) orders.move({ type: "goBack" });
      return;
    case "pause":
      if (view.activity?.clock) {
        const paused = view.activity.clock.remaining !== null;
        orders.move({ type: paused ? "resumeClock" : "pauseClock" });
      }
      return;
    case "plus":
    case "minus":
      if (view.activity?.clock) {
        orders.move({ type: "addMinutes", minutes: action === "plus" ? 1 : -1 });
      }
      return;
    case "blank":
      void orders.tell({ type: "setStage", blank: !stage.blank });
      return;
    case "bigCode":
      void orders.tell({ type: "setStage", bigCode: !stage.bigCode });
      return;
    case "pageOn":
      if (stage.page < pages - 1) orders.move({ type: "turnPage", page: stage.page + 1 });
      return;
    case "pageBack":
      if (stage.page > 0) {
        orders.move({ type: "turnPage", page: Math.min(stage.page, pages) - 1 });
      }
      return;
    case "cardOn":
      focusCard(1);
      return;
    case "cardBack":
      focusCard(-1);
      return;
    case "hold": {
      const focused = document.activeElement;
      if (focused instanceof HTMLElement && "cardAction" in focused.dataset) focused.click();
      return;
    }
    case "note":
      document.querySelector<HTMLElement>("[data-console-note]")?.focus();
      return;
    case "list":
      showList();
      return;
    case "next":
      // The primary button hears it itself, because it may have to be armed first.
      return;
  }
}

/** Cards are reached through their own button, so that Tab, arrows and H agree on where we are. */
function focusCard(step: 1 | -1): void {
  const buttons = [...document.querySelectorAll<HTMLElement>("[data-card-action]")];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1;
  const next = at < 0 ? (step > 0 ? 0 : buttons.length - 1) : at + step;
  buttons[next]?.focus();
}
