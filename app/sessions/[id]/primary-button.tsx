"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Orders } from "@/app/sessions/[id]/use-orders";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import { type NextStep, nextStep } from "@/lib/console/next-step";
import { phaseKey } from "@/lib/console/phase-key";
import { useWords } from "@/lib/i18n/use-words";
import { ArmButton } from "@/lib/ui/arm-button";
import { Button } from "@/lib/ui/button";
import { KeyHint } from "@/lib/ui/key-hint";

export interface PrimaryButtonProps {
  view: FacilitatorView;
  orders: Orders;
  online: boolean;
  /** Presses of N so far. */
  presses: number;
}

/** The one filled button: names effect and number, and is armed where it destroys something. */
export function PrimaryButton({ view, orders, online, presses }: PrimaryButtonProps) {
  const t = useTranslations("console");
  const label = useLabel(view);
  const step = nextStep(view);
  if (!step) return null;

  function go(command: NextStep["command"]) {
    if (command === "end") void orders.tell({ type: "end" });
    else orders.move({ type: command });
  }

  const { text, again } = label(step);
  // A long sentence takes two lines in the same bar instead of moving everything.
  const size =
    "min-h-12 py-0.5! leading-5! shrink! sm:min-w-0 sm:basis-72 sm:max-[68.8125rem]:basis-64 max-sm:order-first max-sm:basis-full!";
  // Anew for each step, so that presses of N from before don't count.
  const key = `${view.planned?.key} ${view.activity?.phase}`;
  if (again === null) {
    return (
      <PlainNext
        className={size}
        disabled={!online}
        key={key}
        onPress={() => go(step.command)}
        presses={presses}
      >
        {online ? text : t("waitsForNetwork")}
        <NextKey />
      </PlainNext>
    );
  }
  return (
    <ArmButton
      again={again}
      className={size}
      disabled={!online}
      key={key}
      onConfirm={() => go(step.command)}
      presses={presses}
    >
      {online ? text : t("waitsForNetwork")}
      <NextKey />
    </ArmButton>
  );
}

/** Phones have no N. */
function NextKey() {
  return (
    <span className="max-sm:hidden">
      <KeyHint name="N" />
    </span>
  );
}

interface PlainNextProps {
  className: string;
  disabled: boolean;
  onPress: () => void;
  presses: number;
  children: React.ReactNode;
}

function PlainNext({ className, disabled, onPress, presses, children }: PlainNextProps) {
  const answered = useRef(presses);
  const press = useRef(onPress);
  press.current = onPress;
  useEffect(() => {
    if (presses === answered.current) return;
    answered.current = presses;
    if (!disabled) press.current();
  }, [presses, disabled]);
  return (
    <Button
      className={className}
      disabled={disabled}
      kind="primary"
      onClick={onPress}
      size="console"
    >
      {children}
    </Button>
  );
}

/** The step in words, and the sentence that has to be agreed to; null where nothing is destroyed. */
function useLabel(view: FacilitatorView) {
  const t = useTranslations("console");
  const words = useWords();

  function textOf({ effect }: NextStep): string {
    switch (effect.name) {
      case "closeWriting":
        return t("closeWriting");
      case "reveal":
        return effect.count === 0 ? t("revealNone") : t("reveal", { n: effect.count });
      case "revealReadings":
        return effect.count === 0 ? t("revealNone") : t("revealReadings", { n: effect.count });
      case "showCases":
        return t("showCases", { n: effect.count });
      case "showResults":
        return t("closeAnswers");
      case "closeVote":
        return t("closeVote");
      case "phase":
        return t("nextButton", {
          title: t(`phase.${phaseKey(effect.phase, view.planned?.kind)}`),
        });
      case "activity":
        return t("nextButton", { title: words(effect.title) });
      case "end":
        return t("end");
    }
  }

  function againOf({ effect, destroys, heldCount, lateWaits }: NextStep): string | null {
    switch (destroys) {
      case "nothing":
        return null;
      case "seal": {
        const count = "count" in effect ? effect.count : 0;
        if (count === 0) return t("again", { action: t("revealNone") });
        return effect.name === "revealReadings"
          ? t("revealReadingsAgain", { n: count })
          : t("revealAgain", { n: count });
      }
      case "ballots":
        return effect.name === "closeVote" ? t("closeVoteAgain") : t("closeAnswersAgain");
      case "held":
        if (!lateWaits) return t("leaveAgain", { n: heldCount });
        return heldCount > 0 ? t("leaveBothAgain", { n: heldCount }) : t("leaveLateAgain");
      case "tooFew":
        return t("tooFewAgain");
      case "session":
        return t("endAgain");
    }
  }

  return (step: NextStep) => ({ text: textOf(step), again: againOf(step) });
}
