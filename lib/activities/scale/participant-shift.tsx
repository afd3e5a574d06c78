"use client";

import { useTranslations } from "next-intl";
import { limitOf } from "@/lib/activities/scale/asking";
import { keptScore, scoreBefore } from "@/lib/activities/scale/kept";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import {
  ArcLegend,
  hidesDirections,
  lacksMedians,
  ShiftPicture,
} from "@/lib/activities/scale/shift-picture";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import type { Pair } from "@/lib/ui/drawn/arc";
import { useOpened } from "@/lib/ui/opened";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/**
 * How the room moved, the same on every phone. What is one's own is on this device alone; it is covered until a
 * tap, and the button stands on every phone, whether there is something or not: neighbours look.
 */
export function ShiftScreen({
  planned,
  phase,
  record: { shifts },
}: Shown<ScaleSettings, ScaleRecord>) {
  const t = useTranslations("kinds.scale.phone");
  const inSummary = useTranslations("kinds.scale.common");
  const shared = useTranslations("summary");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const [isOwnShown, showOwn] = useOpened(`own-scores/${planned.key}`);
  const ownOf = useOwnPairs(planned);
  const moved = planned.settings.items.flatMap((item) => {
    const shift = shifts?.[item.key];
    return shift ? [{ item, shift, own: isOwnShown ? ownOf(item.key) : null }] : [];
  });
  const hasOwn = moved.some(({ own }) => own !== null);
  const pairs = [...new Set(moved.map(({ shift }) => shift.n))];
  return (
    <ActivityFrame planned={planned} prompt={shared("shift")} progress={progress}>
      <div className="flex flex-col gap-1 text-base text-ink-2">
        <p>{pairs.map((n) => inSummary("pairs", { n })).join(", ")}</p>
        {moved.some(({ shift }) => shift.medians !== null) ? <ArcLegend /> : null}
      </div>
      {moved.map(({ item, shift, own }) => (
        <section className="flex flex-col gap-1" key={item.key}>
          <h2 className="font-semibold">{words(item.prompt)}</h2>
          <ShiftPicture
            anchors={{ low: words(item.low), high: words(item.high) }}
            own={own}
            shift={shift}
          />
        </section>
      ))}
      <div className="flex flex-col gap-2">
        <Button onClick={() => showOwn(!isOwnShown)} wide>
          {t(isOwnShown ? "ownHide" : "ownShow")}
        </Button>
        <p className="text-base text-ink-2" role="status">
          {isOwnShown ? t(hasOwn ? "ownOnly" : "ownNone") : null}
        </p>
      </div>
      {moved.some(({ shift }) => lacksMedians(shift)) ? (
        <p className="text-base text-ink-2">{inSummary("wouldSubtract")}</p>
      ) : null}
      {moved.some(({ shift }) => hidesDirections(shift)) ? (
        <p className="text-base text-ink-2">{inSummary("directionsMerged")}</p>
      ) : null}
      <p className="text-base text-ink-2">{inSummary(limitOf(planned.settings))}</p>
    </ActivityFrame>
  );
}

/** What this device keeps of both askings, by question; null where it lacks one of the two. */
function useOwnPairs(
  planned: Shown<ScaleSettings, ScaleRecord>["planned"],
): (item: string) => Pair | null {
  const { record } = useDevice();
  return (item) => {
    const before = scoreBefore(record, planned, item);
    const after = keptScore(record, { activity: planned.key, item });
    return before === null || after === null ? null : { before, after };
  };
}
