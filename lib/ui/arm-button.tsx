"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  ARMED_MS,
  atRest,
  type Press,
  type PressAnswer,
  pressed,
  SECOND_PRESS_MS,
} from "@/lib/ui/arming";
import { buttonClass, ignoreHeldKey } from "@/lib/ui/button";
import { useSettled } from "@/lib/ui/settling";

/** Presses that did nothing and that somebody may wonder about. */
export type IgnoredPress = Extract<PressAnswer, "unsettled" | "tooQuick">;

export interface ArmButtonProps {
  /** Names effect and number: "12 Karten zeigen". */
  children: ReactNode;
  /** The text while armed: "Nochmal: 12 Karten zeigen, nicht rückholbar". */
  again: string;
  onConfirm: () => void;
  disabled?: boolean;
  kind?: "primary" | "secondary";
  size?: "phone" | "console";
  className?: string;
  /** Raised by one per press of its key elsewhere, so that N arms and confirms like a click. */
  presses?: number;
  /** The key that is heard elsewhere, as `aria-keyshortcuts` names it. */
  shortcut?: string;
  onIgnored?: (answer: IgnoredPress) => void;
  /** Reached by the console's keys for cards. */
  "data-card-action"?: boolean;
  "aria-describedby"?: string;
}

/**
 * For what can't be taken back: the first press arms and says so, the second does it. What counts
 * as a second press is in `lib/ui/arming.ts`; while none would, the button says that it is disabled.
 */
export function ArmButton({
  children,
  again,
  onConfirm,
  disabled = false,
  kind = "primary",
  size = "console",
  className = "",
  presses = 0,
  shortcut,
  onIgnored,
  ...rest
}: ArmButtonProps) {
  const { isArmed, isHeard, isSettled, said, press } = useArming({ again, onConfirm, onIgnored });
  const [answered, setAnswered] = useState(presses);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new press counts
  useEffect(() => {
    if (presses === answered) return;
    setAnswered(presses);
    if (!disabled) press({ clicks: 1 });
  }, [presses]);

  return (
    <>
      <button
        {...rest}
        aria-disabled={!isHeard || undefined}
        aria-keyshortcuts={shortcut}
        className={`${buttonClass(kind, size)} ${className} ${isSettled ? "" : "opacity-80"} ${isArmed ? "border-brick! bg-brick! text-on-accent!" : ""}`}
        disabled={disabled}
        onClick={(event) => press({ clicks: Math.max(1, event.detail) })}
        onKeyDown={ignoreHeldKey}
        type="button"
      >
        {isArmed ? again : children}
      </button>
      <span aria-live="assertive" className="sr-only">
        {said}
      </span>
    </>
  );
}

/** Where a button stands between its first press and its second, and what is said of it. */
function useArming({
  again,
  onConfirm,
  onIgnored,
}: Pick<ArmButtonProps, "again" | "onConfirm" | "onIgnored">) {
  const t = useTranslations("console");
  const { changedAt, settled } = useSettled();
  const arming = useRef(atRest(changedAt));
  const [state, setState] = useState<"rest" | "fresh" | "armed">("rest");
  /** The last press while armed: the second one counts only some time after it. */
  const [pressedAt, setPressedAt] = useState(0);
  const [said, setSaid] = useState("");

  // What it would do has changed (another number, step or phase): that has to be armed anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentence is what was agreed to
  useEffect(() => {
    arming.current = atRest(changedAt);
    setState("rest");
  }, [again, changedAt]);

  const isArmed = state !== "rest";
  useEffect(() => {
    if (!isArmed) return;
    function disarm() {
      arming.current = atRest(arming.current.changedAt);
      setState("rest");
      setSaid(t("disarmed"));
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape") disarm();
    }
    const timer = setTimeout(disarm, ARMED_MS);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [isArmed, t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each press starts the wait anew
  useEffect(() => {
    const ready = () => setState((before) => (before === "fresh" ? "armed" : before));
    const timer = setTimeout(ready, SECOND_PRESS_MS);
    return () => clearTimeout(timer);
  }, [pressedAt]);

  function press({ clicks }: Pick<Press, "clicks">) {
    const at = performance.now();
    const next = pressed(arming.current, { at, isRepeat: false, clicks });
    arming.current = next.arming;
    setPressedAt(at);
    switch (next.answer) {
      case "armed":
        setState("fresh");
        setSaid(`${again}. ${t("armed", { seconds: ARMED_MS / 1000 })}`);
        return;
      case "confirmed":
        setState("rest");
        setSaid("");
        onConfirm();
        return;
      case "tooQuick":
        setState("fresh");
        onIgnored?.(next.answer);
        return;
      case "unsettled":
        onIgnored?.(next.answer);
    }
  }

  const isHeard = settled && state !== "fresh";
  return { isArmed, isHeard, isSettled: settled, said, press };
}
