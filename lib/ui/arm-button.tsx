"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { buttonClass } from "@/lib/ui/button";

/** Long enough to read the sentence, short enough to be safe when the laptop is handed over. */
export const ARMED_SECONDS = 5;

export interface ArmButtonProps {
  /** Names effect and number: "12 Karten zeigen". */
  children: ReactNode;
  /** The text while armed: "Nochmal: 12 Karten zeigen, endgültig". */
  again: string;
  onConfirm: () => void;
  disabled?: boolean;
  kind?: "primary" | "secondary";
  size?: "phone" | "console";
  className?: string;
  /** Raised by one per press of its key elsewhere, so that N arms and confirms like a click. */
  presses?: number;
}

/** For what can't be taken back: the first press arms and says so, the second does it. */
export function ArmButton({
  children,
  again,
  onConfirm,
  disabled = false,
  kind = "primary",
  size = "console",
  className = "",
  presses = 0,
}: ArmButtonProps) {
  const t = useTranslations("console");
  const [armed, setArmed] = useState(false);
  const [said, setSaid] = useState("");
  const [answered, setAnswered] = useState(presses);

  useEffect(() => {
    if (!armed) return;
    function disarm() {
      setArmed(false);
      setSaid(t("disarmed"));
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape") disarm();
    }
    const timer = setTimeout(disarm, ARMED_SECONDS * 1000);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [armed, t]);

  function press() {
    if (disabled) return;
    if (armed) {
      setArmed(false);
      setSaid("");
      onConfirm();
    } else {
      setArmed(true);
      setSaid(`${again}. ${t("armed", { seconds: ARMED_SECONDS })}`);
    }
  }

  // What it would do has changed (another number, another step): that has to be armed anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentence is what was agreed to
  useEffect(() => setArmed(false), [again]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new press counts
  useEffect(() => {
    if (presses === answered) return;
    setAnswered(presses);
    press();
  }, [presses]);

  return (
    <>
      <button
        className={`${buttonClass(kind, size)} ${className} ${armed ? "border-brick! bg-brick! text-on-accent!" : ""}`}
        disabled={disabled}
        onClick={press}
        type="button"
      >
        {armed ? again : children}
      </button>
      <span aria-live="assertive" className="sr-only">
        {said}
      </span>
    </>
  );
}
