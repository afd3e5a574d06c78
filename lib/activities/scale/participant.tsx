"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import {
  keptScore,
  movesOf,
  ownScores,
  ownShift,
  REMINDER_SLOT,
  reminder,
  SHIFT_SLOT,
} from "@/lib/activities/scale/kept";
import { ShiftScreen } from "@/lib/activities/scale/participant-shift";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLive } from "@/lib/client/live-provider";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { DistributionChart } from "@/lib/ui/distribution-chart";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { useKept } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { Receipt } from "@/lib/ui/receipt";
import { ScoreRow } from "@/lib/ui/score-row";

/** As long as a word that somebody recognises needs to be. */
const REMINDER_CHARACTERS_MAX = 60;

/** What is said of where the scores go. */
const RECEIPTS = { once: "scores", first: "scoresFirst", second: "scoresPairs" } as const;

/** Ratings from 0 to 10, and afterwards how the room spread, or moved. */
export function ScaleScreen(props: Props) {
  // Release 1 has shown first askings; a room that was updated in between has nothing to show.
  const isAsked = props.phase === "ask" || props.record.asking === "first";
  if (isAsked) return <Asking {...props} />;
  return props.record.shifts === null ? <Showing {...props} /> : <ShiftScreen {...props} />;
}

type Props = Shown<ScaleSettings, ScaleRecord>;

function Asking({ planned, phase, record: { asking } }: Props) {
  const t = useTranslations("kinds.scale.phone");
  const shared = useTranslations("phone");
  const words = useWords();
  const textOf = useWordsText();
  const progress = usePhaseProgress(planned.key, phase);
  const { record } = useDevice();
  const own = useKept(ownScores, planned.key);
  const moved = useKept(ownShift, planned.key, SHIFT_SLOT);
  const { connection } = useLive();
  const [pressed, setPressed] = useState(false);
  const { items, pairWith } = planned.settings;
  const { chosen } = own.content;
  const open = items.filter((item) => chosen[item.key] === undefined).length;
  const before = (item: string) =>
    pairWith === null ? null : keptScore(record, { activity: pairWith, item });
  /** Of a measure only whole pairs leave the phone: until there is one, and where there is none, nothing. */
  const lacksBefore = asking === "second" && items.some((item) => before(item.key) === null);
  const staysHere = asking === "first" || lacksBefore;

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;

  function choose(item: string, score: number) {
    const apply = (known: typeof own.content) => ({ chosen: { ...known.chosen, [item]: score } });
    if (staysHere) own.keep(apply);
    else own.change(apply);
  }

  function send() {
    setPressed(true);
    if (open > 0) return;
    const scores = items.flatMap((item) => {
      const score = chosen[item.key];
      return score === undefined ? [] : [{ item: item.key, score, before: before(item.key) }];
    });
    if (staysHere) own.keep(() => ({ chosen }), true);
    else {
      own.handIn(() => ({ content: { chosen }, command: { type: "castScores", scores } }));
      if (asking === "second") moved.keep(() => ({ moves: movesOf(items, scores) }), true);
    }
    progress.sent();
  }

  return (
    <ActivityFrame
      ballot={!staysHere}
      editing
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
    >
      <Reminder planned={planned} />
      {lacksBefore ? <p className="text-base text-ink-2">{t("noBefore")}</p> : null}
      <div className="flex flex-col gap-6">
        {items.map((item) => (
          <ScoreRow
            anchors={{ low: textOf(item.low), high: textOf(item.high) }}
            key={item.key}
            label={words(item.prompt)}
            onChange={(score) => choose(item.key, score)}
            value={chosen[item.key] ?? null}
          />
        ))}
      </div>
      <div>
        <p className="text-base text-ink-2" role="status">
          {pressed && open > 0 ? t("scoreMissing", { n: open }) : null}
        </p>
        <Button kind="primary" onClick={send} wide>
          {staysHere
            ? t("scoreKeep")
            : connection === "offline"
              ? shared("sendLater")
              : t(asking === "second" ? "scoreSendBoth" : "scoreSend")}
        </Button>
      </div>
      <Receipt about={lacksBefore ? "local" : RECEIPTS[asking]} />
    </ActivityFrame>
  );
}

/** Asks for the word that stands for one's own small no, or recalls it. */
function Reminder({ planned }: Pick<Props, "planned">) {
  const t = useTranslations("kinds.scale.phone");
  const words = useWords();
  const id = useId();
  const { pairWith, reminder: prompt } = planned.settings;
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
        {words(prompt)}
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

function Showing({ planned, phase, record: { totals } }: Props) {
  const t = useTranslations("kinds.scale.phone");
  const words = useWords();
  const textOf = useWordsText();
  const progress = usePhaseProgress(planned.key, phase);
  const shown = planned.settings.items.flatMap((item) => {
    const counts = totals?.[item.key]?.counts;
    return counts ? [{ item, counts }] : [];
  });

  return (
    <ActivityFrame planned={planned} prompt={t("distribution")} progress={progress}>
      {shown.map(({ item, counts }) => (
        <section className="flex flex-col gap-2" key={item.key}>
          <h2 className="font-semibold">{words(item.prompt)}</h2>
          <DistributionChart
            anchors={{ low: textOf(item.low), high: textOf(item.high) }}
            series={[{ id: item.key, label: "", counts }]}
            title={textOf(item.prompt)}
          />
        </section>
      ))}
    </ActivityFrame>
  );
}
