"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { phaseWords, screensOf } from "@/lib/activities/screens";
import { useWordsText } from "@/lib/client/use-words";
import { type NextStep, nextStep } from "@/lib/console/next-step";
import { turnPage } from "@/lib/console/turn-page";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { Say } from "@/lib/console/use-notice";
import type { StagePages } from "@/lib/console/use-stage-pages";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { ArmButton, type IgnoredPress } from "@/lib/ui/arm-button";
import { isSettled, type Press, SECOND_PRESS_MS, standsAlone } from "@/lib/ui/arming";
import { Button } from "@/lib/ui/button";
import { useCover } from "@/lib/ui/console/cover";
import { useReading } from "@/lib/ui/console/reading";
import { KeyHint } from "@/lib/ui/key-hint";
import { Settling, useSettled } from "@/lib/ui/settling";

export interface PrimaryButtonProps {
  view: FacilitatorView;
  commands: ConsoleCommands;
  online: boolean;
  /** Presses of N so far. */
  presses: number;
  pages: StagePages;
  say: Say;
}

/** The one filled button: names effect and number, and is armed where it destroys something. */
export function PrimaryButton({ view, commands, online, presses, pages, say }: PrimaryButtonProps) {
  const t = useTranslations("console");
  const label = useLabel(view);
  const { covered, uncover } = useCover();
  const { read, want } = useReading();
  const step = nextStep(view, { covered, read, stage: pages });
  if (!step) return null;

  function go({ effect, command }: NextStep) {
    if (effect.name === "page") {
      turnPage(commands, view.stage, effect.page - 1);
    } else if (effect.name === "read") {
      uncover();
      want(true);
    } else if (command === "end") {
      void commands.tell({ type: "end" });
    } else if (command !== null && command !== "turnPage") {
      commands.move({ type: command });
    }
  }

  const { text, again } = label(step);
  // A long sentence takes two lines in the same bar instead of moving everything.
  const size =
    "min-h-12 min-w-[min(15rem,100%)] max-w-full flex-1 py-0.5! leading-5! min-[62.5rem]:w-80";
  // Anew for each step, so that presses of N from before don't count.
  const key = `${view.planned?.key} ${view.activity?.phase} ${step.effect.name}`;
  const common = {
    className: size,
    disabled: !online,
    onIgnored: (answer: IgnoredPress) => say(answer),
    presses,
    children: (
      <>
        {online ? text : t("waitsForNetwork")}
        <NextKey name={isToRead(step) ? "↓" : "N"} />
      </>
    ),
  };
  return (
    // Each step has a button of its own: whoever pressed the one before has the next under the finger.
    <div className="contents" data-keeps-focus>
      <Settling of={step.effect.name}>
        {again === null ? (
          <PlainNext {...common} key={key} onPress={() => go(step)} />
        ) : (
          <ArmButton
            {...common}
            again={again}
            key={key}
            onConfirm={() => go(step)}
            shortcut={NEXT_SHORTCUT}
          />
        )}
      </Settling>
    </div>
  );
}

/** As `aria-keyshortcuts` names it. */
const NEXT_SHORTCUT = "n";

/** Where there are cards to walk through, which are in sight. */
const isToRead = ({ effect }: NextStep): boolean => effect.name === "read" && !effect.covered;

/** Phones have no such keys. */
function NextKey({ name }: { name: string }) {
  return (
    <span className="max-sm:hidden">
      <KeyHint name={name} />
    </span>
  );
}

interface PlainNextProps {
  className: string;
  disabled: boolean;
  onPress: () => void;
  onIgnored: (answer: IgnoredPress) => void;
  presses: number;
  children: ReactNode;
}

/**
 * Acts at the first press, unless what it does has only just changed. Of a double click or a burst it takes no
 * more than the first: where it turns pages, none is turned that nobody has seen.
 */
function PlainNext(props: PlainNextProps) {
  const { className, disabled, onPress, onIgnored, presses, children } = props;
  const { changedAt, settled } = useSettled();
  const answered = useRef(presses);
  const { isHeard, isAlone } = useSinglePresses();
  function press({ clicks }: Pick<Press, "clicks">) {
    if (disabled) return;
    const at = performance.now();
    if (isAlone({ at, clicks }) && isSettled(changedAt, at)) onPress();
    else onIgnored("unsettled");
  }
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    if (presses === answered.current) return;
    answered.current = presses;
    latest.current({ clicks: 1 });
  }, [presses]);
  const takesPress = settled && isHeard;
  return (
    <Button
      aria-disabled={takesPress ? undefined : true}
      aria-keyshortcuts={NEXT_SHORTCUT}
      className={`${className} ${settled ? "" : "opacity-80"}`}
      disabled={disabled}
      kind="primary"
      onClick={(event) => press({ clicks: Math.max(1, event.detail) })}
      size="console"
    >
      {children}
    </Button>
  );
}

/** Tells presses apart: each starts the wait for the next one anew. */
function useSinglePresses() {
  const last = useRef(Number.NEGATIVE_INFINITY);
  const [pressedAt, setPressedAt] = useState(last.current);
  const [heardAfter, setHeardAfter] = useState(last.current);
  useEffect(() => {
    const timer = setTimeout(() => setHeardAfter(pressedAt), SECOND_PRESS_MS);
    return () => clearTimeout(timer);
  }, [pressedAt]);
  function isAlone(press: Pick<Press, "at" | "clicks">): boolean {
    const alone = standsAlone(last.current, press);
    last.current = press.at;
    setPressedAt(press.at);
    return alone;
  }
  return { isHeard: heardAfter === pressedAt, isAlone };
}

/** The step in words, and the sentence that has to be agreed to; null where nothing is destroyed. */
function useLabel(view: FacilitatorView) {
  const t = useTranslations("console");
  const textOfWords = useWordsText();
  const all = useTranslations();
  const { planned } = view;
  const cards = planned ? screensOf(planned.kind).cards(planned.settings) : "cards";

  function textOf({ effect }: NextStep): string {
    switch (effect.name) {
      case "read":
        return effect.covered
          ? all(`${cards}.readCovered`)
          : all(`${cards}.read`, { n: effect.unread });
      case "page":
        return t("showPage", { page: effect.page, pages: effect.pages });
      case "closeWriting":
        return t("closeWriting", { n: view.people.done });
      case "reveal":
        if (effect.count === 0) return t("revealNone");
        return all(`${cards}.reveal`, { n: effect.count });
      case "showCases":
        return t("showCases", { n: effect.count });
      case "sendGroups":
        return t("sendGroups", { n: effect.count });
      case "showResults":
        return t("closeAnswers");
      case "closeVote":
        return t("closeVote");
      case "phase": {
        const own = screensOf(effect.kind).leadsTo[effect.phase];
        if (own !== undefined) return all(own);
        return t("nextButton", { title: all(`${phaseWords(effect.kind, effect.phase)}.name`) });
      }
      case "activity":
        return t("nextButton", { title: textOfWords(effect.title) });
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
        return all(`${cards}.revealAgain`, { n: count });
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
