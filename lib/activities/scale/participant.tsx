"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { scaleRecord } from "@/lib/activities/scale/view";
import {
  countedScore,
  nextRevision,
  type OwnScores,
  whileChanged,
} from "@/lib/client/device-record";
import { useLive } from "@/lib/client/live-provider";
import { ActivityFrame, type ScreenProps } from "@/lib/client/participant/activity-frame";
import { useDevice } from "@/lib/client/participant/device-provider";
import { useWay } from "@/lib/client/participant/use-way";
import { Waiting } from "@/lib/client/participant/waiting";
import { useWords } from "@/lib/i18n/use-words";
import { Button } from "@/lib/ui/button";
import { DistributionChart } from "@/lib/ui/distribution-chart";
import { Receipt } from "@/lib/ui/receipt";
import { ScoreRow } from "@/lib/ui/score-row";

/** As long as a word that somebody recognises needs to be. */
const REMINDER_CHARACTERS_MAX = 60;

const nothingYet: OwnScores = { chosen: {}, revision: 0, state: "draft" };

/** Ratings from 0 to 10, and afterwards how the room spread. */
export function ScaleScreen(props: ScreenProps<"scale">) {
  return props.phase === "ask" ? <Asking {...props} /> : <Showing {...props} />;
}

function Asking({ planned, phase }: ScreenProps<"scale">) {
  const t = useTranslations("phone");
  const words = useWords();
  const way = useWay(planned.key, phase);
  const { record, change } = useDevice();
  const { send, connection } = useLive();
  const [pressed, setPressed] = useState(false);
  const { items, pairWith } = planned.settings;
  const own = record.scores[planned.key] ?? nothingYet;
  const open = items.filter((item) => own.chosen[item.key] === undefined).length;

  if (way.waiting) return <Waiting planned={planned} way={way} />;

  function choose(item: string, score: number) {
    change((before) => {
      const kept = before.scores[planned.key] ?? nothingYet;
      const chosen = { ...kept.chosen, [item]: score };
      return {
        ...before,
        scores: { ...before.scores, [planned.key]: { ...kept, chosen, state: whileChanged(kept) } },
      };
    });
  }

  function handIn() {
    setPressed(true);
    if (open > 0) return;
    const revision = nextRevision(record, own);
    const earlier = pairWith === null ? undefined : record.scores[pairWith];
    change((before) => ({
      ...before,
      scores: { ...before.scores, [planned.key]: { ...own, revision, state: "saving" } },
    }));
    void send({
      type: "activity",
      activity: planned.key,
      command: {
        type: "castScores",
        revision,
        scores: items.flatMap((item) => {
          const score = own.chosen[item.key];
          const before = countedScore(earlier, item.key);
          return score === undefined ? [] : [{ item: item.key, score, before }];
        }),
      },
    });
    way.sent();
  }

  return (
    <ActivityFrame
      ballot
      editing
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      way={way}
    >
      <Reminder planned={planned} />
      <div className="flex flex-col gap-6">
        {items.map((item) => (
          <ScoreRow
            anchors={{ low: words(item.low), high: words(item.high) }}
            key={item.key}
            label={words(item.prompt)}
            onChange={(score) => choose(item.key, score)}
            value={own.chosen[item.key] ?? null}
          />
        ))}
      </div>
      <div>
        <p className="text-base text-ink-2" role="status">
          {pressed && open > 0 ? t("scoreMissing", { n: open }) : null}
        </p>
        <Button kind="primary" onClick={handIn} wide>
          {connection === "offline" ? t("sendLater") : t("scoreSend")}
        </Button>
      </div>
      <Receipt about="scores" />
    </ActivityFrame>
  );
}

/** Asks for the word that stands for one's own small no, or recalls it. */
function Reminder({ planned }: Pick<ScreenProps<"scale">, "planned">) {
  const t = useTranslations("phone");
  const words = useWords();
  const { record, change } = useDevice();
  const id = useId();
  const { pairWith, reminder } = planned.settings;
  const word = record.reminders[pairWith ?? planned.key] ?? "";

  if (pairWith !== null) {
    return word === "" ? null : (
      <p className="rounded-card bg-sunken px-4 py-3">{t("reminderShown", { word })}</p>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <label className="text-base" htmlFor={id}>
        {words(reminder)}
      </label>
      <input
        autoComplete="off"
        className="min-h-12 w-full rounded-control border border-edge bg-surface px-3 text-lg"
        id={id}
        maxLength={REMINDER_CHARACTERS_MAX}
        onChange={(event) => {
          const { value } = event.target;
          change((before) => ({
            ...before,
            reminders: { ...before.reminders, [planned.key]: value },
          }));
        }}
        value={word}
      />
    </div>
  );
}

function Showing({ planned, phase, record: raw }: ScreenProps<"scale">) {
  const t = useTranslations("phone");
  const words = useWords();
  const way = useWay(planned.key, phase);
  const record = scaleRecord.safeParse(raw);
  const totals = record.success ? record.data.totals : null;
  const shown = planned.settings.items.flatMap((item) => {
    const counts = totals?.[item.key]?.counts;
    return counts ? [{ item, counts }] : [];
  });

  return (
    <ActivityFrame planned={planned} prompt={t("distribution")} way={way}>
      {shown.map(({ item, counts }) => (
        <section className="flex flex-col gap-2" key={item.key}>
          <h2 className="font-semibold">{words(item.prompt)}</h2>
          <DistributionChart
            anchors={{ low: words(item.low), high: words(item.high) }}
            series={[{ id: item.key, label: "", counts }]}
            title={words(item.prompt)}
          />
        </section>
      ))}
    </ActivityFrame>
  );
}
