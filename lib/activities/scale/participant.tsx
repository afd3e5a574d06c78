"use client";

import { useTranslations } from "next-intl";
import { AskingScreen } from "@/lib/activities/scale/asking-screen";
import { ShiftScreen } from "@/lib/activities/scale/participant-shift";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { scaleScreens } from "@/lib/activities/scale/screens";
import { answersIn, shownTotals } from "@/lib/activities/scale/shown-totals";
import { TotalsList } from "@/lib/activities/scale/totals-list";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { textKey } from "@/lib/words";

/** Ratings from 0 to 10, and afterwards how the room spread, or moved. */
export function ScaleScreen(props: Props) {
  // Release 1 has shown first askings; a room that was updated in between has nothing to show.
  const isAsked = props.phase === "ask" || props.record.asking === "first";
  if (isAsked) return <AskingScreen {...props} />;
  if (props.phase === "line") return <OwnLine {...props} />;
  return props.record.shifts === null ? <Showing {...props} /> : <ShiftScreen {...props} />;
}

export const scaleOnPhone = defineOnPhone(scaleScreens, ScaleScreen);

type Props = Shown<ScaleSettings, ScaleRecord>;

/** In units of a chart's drawing: at 320 px its text is 17 px high. */
const PHONE_CHART_WIDTH = 440;

function Showing({ planned, phase, record: { totals } }: Props) {
  const t = useTranslations("kinds.scale.phone");
  const common = useTranslations("kinds.scale.common");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { starters } = planned.settings;
  const isTalk = phase === "pairs";
  const beginnings =
    starters.length > 0 ? (
      <ul className="flex flex-col gap-2 border-accent border-s-2 ps-4">
        {starters.map((starter) => (
          <li key={textKey(starter)}>{words(starter)}</li>
        ))}
      </ul>
    ) : null;

  return (
    <ActivityFrame
      planned={planned}
      progress={progress}
      prompt={isTalk ? common("talk") : t("distribution")}
    >
      {isTalk ? beginnings : null}
      <TotalsList
        frame={(picture, about) => (
          <section className="flex flex-col gap-2" key={about?.item.key ?? "overlay"}>
            {about === null ? null : (
              <div>
                <h2 className="font-semibold">{words(about.item.prompt)}</h2>
                <p className="text-base text-ink-2">
                  {common("answers", { n: answersIn(about.counts) })}
                </p>
              </div>
            )}
            {picture}
          </section>
        )}
        note={(text) => text}
        planned={planned}
        shown={shownTotals(planned.settings, totals)}
        width={PHONE_CHART_WIDTH}
      />
      {isTalk || planned.settings.afterwards.includes("pairs") ? null : beginnings}
    </ActivityFrame>
  );
}

/** Time for what stays on this device: the frame asks for it, where the plan has something to ask. */
function OwnLine({ planned, phase }: Props) {
  const t = useTranslations("kinds.scale.common");
  const progress = usePhaseProgress(planned.key, phase);
  return <ActivityFrame planned={planned} progress={progress} prompt={t("ownLine")} />;
}
