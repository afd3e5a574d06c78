"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { commitScreens } from "@/lib/activities/commit/screens";
import { type StepBar, useStepBars } from "@/lib/activities/commit/shared-steps";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { ShareBar } from "@/lib/ui/share-bar";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { TalkScene, WayScene } from "@/lib/ui/stage/scenes";
import { textKey } from "@/lib/words";

type Props = Shown<CommitSettings, CommitRecord> & StageProps;

/** The prompt and the clock, what to ask of it, and what was shared: what is written stays on the phones. */
export function CommitStage(props: Props) {
  const { planned, phase, record, words, textOf, clock, progress, sealed, aid } = props;
  const t = useTranslations("kinds.commit.stage");
  const common = useTranslations("kinds.commit.common");
  const { settings } = planned;
  const bars = useStepBars(settings, record, textOf);
  const picture = (prompt: ReactNode, rest: { drawing?: ReactNode; below?: ReactNode }) => (
    <PromptPicture prompt={prompt} surroundings={props.surroundings} {...rest}>
      {clock}
      {record.isCounted ? null : progress}
      <Finished record={record} settings={settings} textOf={textOf} />
    </PromptPicture>
  );
  const asked = words(planned.prompt);
  if (phase === "fill") return picture(asked, { drawing: sealed, below: aid });
  if (phase === "check") return picture(...checking(settings, words, asked));
  if (bars.length === 0) return picture(asked, { drawing: <WayScene /> });
  const { stageCaption } = settings;
  return picture(stageCaption ? words(stageCaption) : common("stepsShared"), {
    below: <StepBars bars={bars} label={t("stepsLabel")} />,
  });
}

/** What to ask, on lines of their own: they are read out one after the other. What pairs do stands above it. */
function checking(
  { checks, pairTask }: CommitSettings,
  words: Props["words"],
  asked: ReactNode,
): [ReactNode, { drawing?: ReactNode; below?: ReactNode }] {
  const lines = checks.map((check) => (
    <span className="block" key={textKey(check)}>
      {words(check)}
    </span>
  ));
  if (pairTask === null) {
    return lines.length > 0 ? [lines, {}] : [asked, { drawing: <WayScene /> }];
  }
  return [
    words(pairTask),
    lines.length > 0
      ? { below: <p className="text-stage-card">{lines}</p> }
      : { drawing: <TalkScene /> },
  ];
}

function Finished({
  record: { finished },
  settings: { finishedLabel },
  textOf,
}: Pick<Props, "record" | "textOf"> & { settings: CommitSettings }) {
  const t = useTranslations("kinds.commit.stage");
  if (finished === null) return null;
  return (
    <span>
      {finishedLabel
        ? t("finishedAs", { label: textOf(finishedLabel), n: finished })
        : t("plansFinished", { n: finished })}
    </span>
  );
}

/** As many as there can be stand in two columns. */
const ROWS_OF_ONE_COLUMN = 5;

function StepBars({ bars, label }: { bars: readonly StepBar[]; label: string }) {
  const most = Math.max(...bars.map(({ value }) => value));
  return (
    <ul
      aria-label={label}
      className={`grid gap-x-[calc(6*var(--u))] gap-y-[calc(1.4*var(--u))] ${
        bars.length > ROWS_OF_ONE_COLUMN ? "grid-cols-2" : "max-w-[calc(90*var(--u))] grid-cols-1"
      }`}
    >
      {bars.map(({ id, label: name, value, valueLabel }) => (
        <li className="min-w-0" key={id}>
          <p className="flex items-baseline justify-between gap-[calc(2*var(--u))] text-stage-label">
            <span className="min-w-0">{name}</span>
            <span className="tabular shrink-0 text-ink-2">{valueLabel}</span>
          </p>
          <ShareBar
            className="mt-[calc(0.4*var(--u))] h-[calc(1.4*var(--u))] w-full"
            share={value / most}
          />
        </li>
      ))}
    </ul>
  );
}

export const commitOnStage = defineOnStage(commitScreens, CommitStage);
