"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { RECALLED_SLOT, recalledScores } from "@/lib/activities/scale/kept";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLive } from "@/lib/client/live-provider";
import type { RefusalCode } from "@/lib/errors";
import { recalledScores as recallAnswer, type SeriesScores } from "@/lib/series/series-schema";
import { type SeriesWords, splitWords, WORDS_KEPT } from "@/lib/series/series-words";
import { isSeriesWord, wordsTyped } from "@/lib/series/word-lists";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Dock } from "@/lib/ui/phone/dock";
import { useKept } from "@/lib/ui/phone/use-kept";
import type { PhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { toScreenStart } from "@/lib/ui/phone/use-screen-start";
import { ShortReceipt } from "@/lib/ui/receipt";
import { TextField } from "@/lib/ui/text-field";

export interface RecallProps extends Pick<Shown<ScaleSettings, ScaleRecord>, "planned"> {
  progress: PhaseProgress;
}

const noWords = Array.from({ length: WORDS_KEPT }, () => "");

/**
 * Asks for the four words of an earlier meeting. They stay in these fields: what is kept here is only what was answered
 * then. One button leads on with words and without, so that from the next chair both look alike.
 */
export function RecallScreen({ planned, progress }: RecallProps) {
  const t = useTranslations("kinds.scale.phone");
  const refusals = useTranslations("errors.refusal");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<readonly string[]>(noWords);
  const [isChecked, setChecked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [recalled, setRecalled] = useState<Recalled | null>(null);
  /** Which asking the screen waits for: none whose words were changed meanwhile. */
  const turn = useRef(0);
  const { goOn, recall } = useRecall(planned.key);
  const isEmpty = typed.every((text) => text.trim() === "");

  function change(at: number, text: string) {
    // Who types a word in two parts is not at the end of all four.
    const isPasted = text.length > (typed[at] ?? "").length + 1;
    const pasted = isPasted ? splitWords(text) : null;
    setTyped(pasted ?? typed.map((each, index) => (index === at ? text : each)));
    setChecked(false);
    turn.current += 1;
    setAsking(false);
    setRecalled(null);
  }

  async function ask(words: SeriesWords) {
    turn.current += 1;
    const own = turn.current;
    setAsking(true);
    const found = await recall(words);
    if (turn.current !== own) return;
    setRecalled(found);
    setAsking(false);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isAsking) return;
    if (isEmpty) return goOn({});
    setChecked(true);
    const words = wordsTyped(typed);
    if (words !== null) return void ask(words);
    const wrong = typed.findIndex((text) => !isSeriesWord(text));
    return form.current?.querySelectorAll("input")[wrong]?.focus();
  }

  const problemOf = (text: string): string | undefined => {
    if (!isChecked || isSeriesWord(text)) return undefined;
    return t(text.trim() === "" ? "wordMissing" : "wordUnknown");
  };
  // Words of two languages at once are on no card.
  const isMixed = isChecked && typed.every(isSeriesWord) && wordsTyped(typed) === null;
  const found = isMixed ? "nothing" : recalled;
  return (
    <ActivityFrame
      editing
      hint={t("recallHint")}
      planned={planned}
      progress={progress}
      prompt={t("recall")}
    >
      <form className="flex flex-col gap-4" id={id} noValidate onSubmit={submit} ref={form}>
        <fieldset className="grid min-w-0 gap-3 min-[30rem]:grid-cols-2">
          <legend className="sr-only">{t("recall")}</legend>
          {typed.map((text, at) => (
            <TextField
              autoCapitalize="none"
              autoComplete="off"
              // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity but their place
              key={at}
              label={t("wordAt", { n: at + 1 })}
              maxLength={WORD_CHARACTERS_MAX}
              name={`word-${at}`}
              onChange={(value) => change(at, value)}
              problem={problemOf(text)}
              spellCheck={false}
              value={text}
            />
          ))}
        </fieldset>
        <p className="text-base" role="status">
          {found === null || found === "found"
            ? null
            : found === "nothing"
              ? t("nothingKept")
              : refusals(found)}
        </p>
        <Dock>
          <ShortReceipt about="scoresRecalled" />
          {/* The dock stands outside of the form. */}
          <Button busy={isAsking} form={id} kind="primary" type="submit" wide>
            {t("recallGoOn")}
          </Button>
        </Dock>
      </form>
    </ActivityFrame>
  );
}

/** Room for four words, which may be pasted at once. */
const WORD_CHARACTERS_MAX = 160;

/** What became of asking for what is kept under words. */
type Recalled = "found" | "nothing" | RefusalCode;

/** Asks what is kept under words, and goes on with it. */
function useRecall(activity: string) {
  const { send } = useLive();
  const recalled = useKept(recalledScores, activity, RECALLED_SLOT);

  function goOn(scores: SeriesScores) {
    recalled.keep(() => ({ isPast: true, scores }), true);
    toScreenStart();
  }

  async function recall(words: SeriesWords): Promise<Recalled> {
    const command = { type: "recallScores", words } as const;
    const answer = await send({ type: "activity", activity, command });
    if (!answer.ok) return answer.code;
    const kept = recallAnswer.safeParse(answer.reply);
    if (!kept.success || kept.data.scores === null) return "nothing";
    goOn(kept.data.scores);
    return "found";
  }
  return { goOn, recall };
}
