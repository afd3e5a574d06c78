"use client";

import { useEffect, useRef, useState } from "react";
import { carryOut } from "@/lib/console/carry-out";
import { type KeySituation, keyCommand } from "@/lib/console/key-command";
import { type KeyAction, type KeyPress, keyAction } from "@/lib/console/keys";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { Notice, Say } from "@/lib/console/use-notice";
import { areKeysOn, switchKeys } from "@/lib/ui/console/keys-switch";
import { isPageCovered } from "@/lib/ui/is-page-covered";

export interface KeysInput extends KeySituation {
  commands: ConsoleCommands;
  /** Whether cards and notes are covered here. */
  covered: boolean;
  showList: () => void;
  say: Say;
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

  useEffect(() => setEnabled(areKeysOn()), []);

  useEffect(() => {
    if (!enabled) return;
    function onKeyDown(event: KeyboardEvent) {
      const action = keyAction({ ...pressOf(event), field: fieldOf(event.target) });
      if (action === null) return;
      event.preventDefault();
      // A key held down must not race through the agenda.
      if (event.repeat && !REPEATING.has(action)) return;
      latest.current.say(null);
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
      switchKeys(on);
    },
  };
}

const REPEATING: ReadonlySet<KeyAction> = new Set(["cardOn", "cardBack"]);

function pressOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) {
  return { key, ctrlKey, altKey, metaKey };
}

/** Chosen with the arrows or the space bar, or walked through with the arrows; every other key is free. */
const CHOSEN = "input:is([type=radio], [type=checkbox]), [data-arrows]";

function fieldOf(target: EventTarget | null): KeyPress["field"] {
  if (isPageCovered()) return "typing";
  if (!(target instanceof Element)) return null;
  if (target.closest(CHOSEN)) return "arrows";
  return target.closest("input, textarea, select, [contenteditable]") ? "typing" : null;
}

/** Does what a key means, or says in one line why it can't be done. */
function perform(action: Exclude<KeyAction, "next">, input: KeysInput): void {
  const { say } = input;
  const covered = input.covered && Object.keys(input.view.review).length > 0;
  switch (action) {
    case "cardOn":
    case "cardBack":
      say(focusCard(action === "cardOn" ? 1 : -1, covered));
      return;
    case "hold":
      say(pressFocusedCard(covered));
      return;
    case "note": {
      const note = document.querySelector<HTMLElement>("[data-console-note]");
      note?.focus();
      say(note ? null : "noteCovered");
      return;
    }
    case "list":
      input.showList();
      return;
    default:
      carryOut(keyCommand(action, input), input);
  }
}

/** Cards that are not hidden, by the buttons that hold or release them. */
const cardButtons = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>("[data-card-action]")].filter(
    (button) => button.getClientRects().length > 0,
  );

/** Cards are reached through their own button, so that Tab, arrows and H agree on where we are. */
function focusCard(step: 1 | -1, covered: boolean): Notice | null {
  const buttons = cardButtons();
  if (buttons.length === 0) return covered ? "cardsCovered" : "noCards";
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1;
  const next = at < 0 ? (step > 0 ? 0 : buttons.length - 1) : at + step;
  if (next < 0) return "firstCard";
  if (next >= buttons.length) return "lastCard";
  buttons[next]?.focus();
  return null;
}

function pressFocusedCard(covered: boolean): Notice | null {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && "cardAction" in focused.dataset) {
    focused.click();
    return null;
  }
  if (cardButtons().length > 0) return "noCardChosen";
  return covered ? "cardsCovered" : "noCards";
}
