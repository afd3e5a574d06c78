"use client";

import { useTranslations } from "next-intl";
import { BreathPacer } from "@/lib/activities/pause/breath-pacer";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseSettings, PauseStep } from "@/lib/activities/pause/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { SceneUpdraft } from "@/lib/ui/drawn/drawings";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { OptOut } from "@/lib/ui/phone/opt-out";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { textKey } from "@/lib/words";

type Props = Pick<Shown<PauseSettings, PauseRecord>, "planned" | "phase"> & { step: PauseStep };

/** One step on a phone: what the stage says as well. Nothing is asked, and nothing leaves the phone. */
export function StepScreen({ planned, phase, step }: Props) {
  const t = useTranslations("kinds.pause.common");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { steps, breath } = planned.settings;
  const at = steps.indexOf(step);
  const isSilent = step.key === "quiet";
  return (
    <ActivityFrame
      hint={(at === 0 || isSilent) && planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
      prompt={words(step.text)}
      scene={isSilent && !breath ? <SceneUpdraft className="mt-[6dvh] w-full" /> : undefined}
      step={{ n: at + 1, total: steps.length }}
    >
      {at === 0 ? (
        <>
          <p>{words(planned.prompt)}</p>
          {planned.contentNote ? (
            <p className="text-base text-ink-2">{words(planned.contentNote)}</p>
          ) : null}
        </>
      ) : null}
      {isSilent && breath ? (
        <div className="my-4">
          <BreathPacer
            className="w-[min(60vw,14rem)]"
            still={<SceneUpdraft className="mx-auto w-full max-w-[340px]" />}
          >
            {t("breathe")}
          </BreathPacer>
        </div>
      ) : null}
      {step.starters.length > 0 ? (
        <ul className="flex flex-col gap-2 border-accent border-s-2 ps-4">
          {step.starters.map((starter) => (
            <li key={textKey(starter)}>{words(starter)}</li>
          ))}
        </ul>
      ) : null}
      <OptOut planned={planned} />
    </ActivityFrame>
  );
}
