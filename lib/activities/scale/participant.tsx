"use client";

import { useTranslations } from "next-intl";
import { AskingScreen } from "@/lib/activities/scale/asking-screen";
import { ShiftScreen } from "@/lib/activities/scale/participant-shift";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { scaleScreens } from "@/lib/activities/scale/screens";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { DistributionChart } from "@/lib/ui/distribution-chart";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** Ratings from 0 to 10, and afterwards how the room spread, or moved. */
export function ScaleScreen(props: Props) {
  // Release 1 has shown first askings; a room that was updated in between has nothing to show.
  const isAsked = props.phase === "ask" || props.record.asking === "first";
  if (isAsked) return <AskingScreen {...props} />;
  return props.record.shifts === null ? <Showing {...props} /> : <ShiftScreen {...props} />;
}

export const scaleOnPhone = defineOnPhone(scaleScreens, ScaleScreen);

type Props = Shown<ScaleSettings, ScaleRecord>;

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
