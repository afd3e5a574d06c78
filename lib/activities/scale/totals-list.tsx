"use client";

import type { ReactNode } from "react";
import { OverlayColumns } from "@/lib/activities/scale/overlay-columns";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import type { ShownItem, ShownTotals } from "@/lib/activities/scale/shown-totals";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { DistributionChart } from "@/lib/ui/distribution-chart";

interface Props {
  planned: Shown<ScaleSettings, unknown>["planned"];
  shown: ShownTotals;
  /** Around one picture: its heading, and what is said of the answers where it doesn't say so itself. */
  frame: (picture: ReactNode, about: ShownItem | null) => ReactNode;
  /** Around what stands below all of them. */
  note: (text: ReactNode) => ReactNode;
  /** Width of a lone question's drawing, in units of drawing. */
  width: number;
}

/** The results of what was asked once, for phone and console: two on one axis, then each by itself. */
export function TotalsList({
  planned,
  shown: { overlay, single },
  frame,
  note: noteAround,
  width,
}: Props) {
  const words = useWords();
  const textOf = useWordsText();
  const { note } = planned.settings;
  return (
    <>
      {overlay
        ? frame(
            <div className="flex flex-col gap-2 text-base">
              <OverlayColumns overlay={overlay} size="narrow" textOf={textOf} words={words} />
              {overlay.wide ? <p>{words(overlay.wide)}</p> : null}
            </div>,
            null,
          )
        : null}
      {single.map((each) => {
        const { item, counts } = each;
        return frame(
          <DistributionChart
            anchors={{ low: words(item.low), high: words(item.high) }}
            counts={counts}
            title={textOf(item.prompt)}
            width={width}
          />,
          each,
        );
      })}
      {note && (overlay || single.length > 0)
        ? noteAround(<p className="text-base text-ink-2">{words(note)}</p>)
        : null}
    </>
  );
}
