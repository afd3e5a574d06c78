"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { mayStayOpen } from "@/lib/activities/scale/asking";
import {
  movesOf,
  ownScores,
  ownShift,
  RECALLED_SLOT,
  REMINDER_SLOT,
  recalledScores,
  reminder,
  SERIES_SLOT,
  SHIFT_SLOT,
  scoreBefore,
  scoresForSeries,
} from "@/lib/activities/scale/kept";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLive } from "@/lib/client/live-provider";
import { onNeed } from "@/lib/client/on-need";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { Dock } from "@/lib/ui/phone/dock";
import { type ScoreTarget, ScoreZigzag } from "@/lib/ui/phone/score-zigzag";
import { StepMarks } from "@/lib/ui/phone/step-marks";
import { useKept } from "@/lib/ui/phone/use-kept";
import { type PhaseProgress, usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { toScreenStart } from "@/lib/ui/phone/use-screen-start";
import { useSteps } from "@/lib/ui/phone/use-steps";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";

/** As long as a word that somebody recognises needs to be. */
const REMINDER_CHARACTERS_MAX = 60;

/** What is said of where the scores go. */
const RECEIPTS = { once: "scores", first: "scoresFirst", second: "scoresPairs" } as const;

type Props = Shown<ScaleSettings, ScaleRecord>;

/** What asks for words at one meeting of a series is loaded there, and by no other phone. */
const recallScreen = onNeed(() => import("@/lib/activities/scale/recall-screen"));

/** Ratings from 0 to 10, one question after the other, all handed in at the end. */
export function AskingScreen({ planned, phase, record }: Props) {
  const progress = usePhaseProgress(planned.key, phase);
  const { content } = useKept(recalledScores, planned.key, RECALLED_SLOT);
  const asksWords = planned.settings.series === "recall" && !content.isPast;
  const recall = useLoaded(recallScreen, asksWords);
  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  if (asksWords) {
    // Where it can't be loaded yet, the frame says that there is no connection, and how to go on without.
    return recall ? (
      <recall.RecallScreen planned={planned} progress={progress} />
    ) : (
      <ActivityFrame editing planned={planned} progress={progress} />
    );
  }
  return <Questions asking={record.asking} planned={planned} progress={progress} />;
}

interface QuestionsProps extends Pick<Props, "planned"> {
  asking: ScaleRecord["asking"];
  progress: PhaseProgress;
}

function Questions({ planned, progress, asking }: QuestionsProps) {
  const t = useTranslations("kinds.scale.phone");
  const shared = useTranslations("phone");
  const words = useWords();
  const textOf = useWordsText();
  const { connection } = useLive();
  const id = useId();
  const scores = useRef<ScoreTarget>(null);
  const { chosen, staysHere, lacksBefore, choose, send } = useOwnScores({ planned, asking });
  const { items, series } = planned.settings;
  const open = items.findIndex((item) => chosen[item.key] === undefined);
  /** Whoever comes back to change something begins anew, others where they were. */
  const first = progress.done ? 0 : open === -1 ? items.length - 1 : open;
  const { at, isLast, go } = useSteps(items.length, first, toScreenStart);
  const item = items[at];
  if (!item) return null;
  const { key } = item;
  /** Undefined: nothing chosen yet. Null: left open. */
  const value = chosen[key];

  function goOn() {
    if (value === undefined) scores.current?.focus();
    else if (!isLast) go(at + 1);
    // Another page of this device may have begun anew.
    else if (open !== -1) go(open);
    else {
      send();
      progress.sent();
    }
  }

  // With words and without them it says the same: neighbours look.
  const sendLabel =
    staysHere || series === "recall"
      ? t("scoreKeep")
      : connection === "offline"
        ? shared("sendLater")
        : t(asking === "second" ? "scoreSendBoth" : "scoreSend");

  return (
    <ActivityFrame
      ballot={!staysHere}
      editing
      hint={words(planned.prompt)}
      planned={planned}
      progress={progress}
      prompt={<span id={id}>{words(item.prompt)}</span>}
      step={items.length > 1 ? { n: at + 1, total: items.length } : undefined}
    >
      <ScoreZigzag
        anchors={{ low: textOf(item.low), high: textOf(item.high) }}
        key={key}
        labelledBy={id}
        onChange={(score) => choose(key, score)}
        ref={scores}
        value={value ?? null}
      />
      {mayStayOpen(asking, planned.settings, item) ? (
        <LeaveOpen isChosen={value === null} onChoose={() => choose(key, null)}>
          {item.none ? words(item.none) : t("leaveOpen")}
        </LeaveOpen>
      ) : null}
      <StepMarks at={at} onBack={at > 0 ? () => go(at - 1) : undefined} total={items.length} />
      {at === 0 && planned.hint ? (
        <p className="text-base text-ink-2">{words(planned.hint)}</p>
      ) : null}
      {planned.settings.reminder !== null && (at === 0 || planned.settings.pairWith !== null) ? (
        <Reminder planned={planned} prompt={words(planned.settings.reminder)} />
      ) : null}
      {lacksBefore && series !== "recall" ? (
        <p className="text-base text-ink-2">{t("noBefore")}</p>
      ) : null}
      <Dock>
        <ShortReceipt
          about={series === "recall" ? "scoresRecalled" : lacksBefore ? "local" : RECEIPTS[asking]}
        />
        <Button kind={value === undefined ? "unready" : "primary"} onClick={goOn} wide>
          {value === undefined
            ? t("chooseFirst")
            : isLast
              ? sendLabel
              : shared("stepNext", { n: at + 2 })}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}

/** What was chosen here, and how it is kept or handed in. */
function useOwnScores({ planned, asking }: Omit<QuestionsProps, "progress">) {
  const { record } = useDevice();
  const own = useKept(ownScores, planned.key);
  const moved = useKept(ownShift, planned.key, SHIFT_SLOT);
  const forSeries = useKept(scoresForSeries, planned.key, SERIES_SLOT);
  const { items, series } = planned.settings;
  const { chosen } = own.content;
  const before = (item: string) => scoreBefore(record, planned, item);
  /** Of a measure only whole pairs leave the phone: until there is one, and where there is none, nothing. */
  const lacksBefore = asking === "second" && items.some((item) => before(item.key) === null);
  const staysHere = asking === "first" || lacksBefore;

  return {
    chosen,
    lacksBefore,
    staysHere,
    choose(item: string, score: number | null) {
      const apply = (known: typeof own.content) => ({ chosen: { ...known.chosen, [item]: score } });
      if (staysHere) own.keep(apply);
      else own.change(apply);
    },
    send() {
      const scores = items.flatMap((item) => {
        const score = chosen[item.key];
        return score === undefined ? [] : [{ item: item.key, score, before: before(item.key) }];
      });
      if (series === "keep") {
        const answered = scores.flatMap(({ item, score }) =>
          score === null ? [] : [[item, score]],
        );
        forSeries.keep(() => ({ scores: Object.fromEntries(answered) }), true);
      }
      if (staysHere) own.keep(() => ({ chosen }), true);
      else {
        own.handIn(() => ({ content: { chosen }, command: { type: "castScores", scores } }));
        if (asking === "second") moved.keep(() => ({ moves: movesOf(items, scores) }), true);
      }
    },
  };
}

/** Instead of a score, on every phone: pressing it is an answer as any other, and what is handed in looks alike. */
function LeaveOpen(props: { isChosen: boolean; onChoose: () => void; children: ReactNode }) {
  const { isChosen, onChoose, children } = props;
  return (
    <button
      aria-pressed={isChosen}
      className={`min-h-12 max-w-[440px] rounded-control border px-4 py-2 text-start text-base ${
        isChosen ? "border-accent bg-accent-soft font-semibold" : "border-edge bg-surface"
      }`}
      onClick={onChoose}
      type="button"
    >
      {children}
    </button>
  );
}

/** Asks for the word that stands for one's own small no, or recalls it. */
function Reminder({ planned, prompt }: Pick<Props, "planned"> & { prompt: ReactNode }) {
  const t = useTranslations("kinds.scale.phone");
  const id = useId();
  const { pairWith } = planned.settings;
  const own = useKept(reminder, pairWith ?? planned.key, REMINDER_SLOT);
  const { word } = own.content;

  if (pairWith !== null) {
    // Covered until tapped, and there on every phone: neighbours look.
    return (
      <Disclosure title={t("reminder")}>
        {word === "" ? (
          <p className="text-ink-2">{t("reminderEmpty")}</p>
        ) : (
          <PeoplesWords as="p">{word}</PeoplesWords>
        )}
      </Disclosure>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <label className="text-base" htmlFor={id}>
        {prompt}
      </label>
      <input
        autoComplete="off"
        dir="auto"
        className="min-h-12 w-full rounded-control border border-edge bg-surface px-3 text-lg"
        id={id}
        maxLength={REMINDER_CHARACTERS_MAX}
        onChange={(event) => {
          const { value } = event.target;
          own.keep(() => ({ word: value }));
        }}
        value={word}
      />
    </div>
  );
}
