"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { limitOf } from "@/lib/activities/scale/asking";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleItem, ScaleSettings, Shift, ShiftBand } from "@/lib/activities/scale/schema";
import {
  ArcLegend,
  Bands,
  hidesDirections,
  lacksMedians,
  Ranges,
  ShiftArc,
  useDecimal,
  useDirections,
} from "@/lib/activities/scale/shift-picture";
import type { Shown, StageProps } from "@/lib/activities/screens-contract";
import { CardsPicture } from "@/lib/ui/stage/pictures";

interface Moved {
  item: ScaleItem;
  shift: Shift;
}

/**
 * How those moved who answered both times: all questions on one sheet, as long as they find room there. All of
 * it is read from ten metres, so numbers stand as large as words.
 */
export function StageShift(
  props: Shown<ScaleSettings, ScaleRecord> & StageProps & { moved: readonly Moved[] },
) {
  const { planned, moved, words, joined, page, onPages, surroundings } = props;
  const t = useTranslations("kinds.scale.stage");
  const inSummary = useTranslations("kinds.scale.common");
  const shared = useTranslations("summary");
  const usual = useMemo(() => usualBands(moved), [moved]);
  const rows = useMemo(
    () =>
      moved.map(({ item, shift }) => ({
        id: item.key,
        below: <Row item={item} shift={shift} usual={usual} words={words} />,
      })),
    [moved, usual, words],
  );
  const numbers = [...new Set(moved.map(({ shift }) => shift.n))];
  const pairs = numbers.map((n) => inSummary("pairs", { n })).join(", ");
  const who = t("joinedAndPairs", { joined, pairs });
  const total = moved.length;
  const note = useCallback(
    (from: number, to: number) =>
      to - from + 1 === total
        ? who
        : `${who} · ${t("questionsOnPage", { from, to, total, count: to - from + 1 })}`,
    [who, t, total],
  );
  const notes = [
    inSummary(limitOf(planned.settings)),
    // Of two meetings nobody in the room expects a middle; phones and the console say why there is none.
    ...(planned.settings.series === null && moved.some(({ shift }) => lacksMedians(shift))
      ? [inSummary("wouldSubtract")]
      : []),
    ...(moved.some(({ shift }) => hidesDirections(shift)) ? [inSummary("directionsMerged")] : []),
  ];
  const legend = moved.some(({ shift }) => shift.medians !== null) ? <ArcLegend /> : null;
  return (
    <CardsPicture
      below={<p className="text-ink-2">{notes.join(" ")}</p>}
      cards={rows}
      columns={1}
      corner={usual === null ? legend : <Ranges bands={usual} />}
      framed={false}
      gap="close"
      note={note}
      onPages={onPages}
      page={page}
      surroundings={{
        ...surroundings,
        label: (
          <span className="font-medium font-serif text-ink text-stage-card">{shared("shift")}</span>
        ),
      }}
    />
  );
}

/** Which bands these are, to tell them from others. */
const rangesKey = (bands: readonly ShiftBand[]): string => bands.map(({ high }) => high).join();

/** The bands of most questions, to be told once; null where there are none. */
function usualBands(moved: readonly Moved[]): readonly ShiftBand[] | null {
  const all = moved.flatMap(({ shift: { bands } }) => (bands === null ? [] : [bands]));
  const like = (bands: readonly ShiftBand[]) =>
    all.filter((each) => rangesKey(each) === rangesKey(bands)).length;
  const [usual = null] = [...all].sort((one, other) => like(other) - like(one));
  return usual;
}

function Row({
  item,
  shift,
  words,
  usual,
}: Moved & Pick<StageProps, "words"> & { usual: readonly ShiftBand[] | null }) {
  const t = useTranslations("kinds.scale.stage");
  const inSummary = useTranslations("kinds.scale.common");
  const directions = useDirections(shift);
  const decimal = useDecimal();
  const { bands, mean } = shift;
  const anchors = { low: words(item.low), high: words(item.high) };
  return (
    <section className="grid grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] gap-x-[calc(3*var(--u))] border-line border-t-2 pt-[calc(0.3*var(--u))] text-stage-label">
      <div>
        <h2 className="text-balance font-semibold">{words(item.prompt)}</h2>
        {shift.directions === null ? (
          <p>{inSummary("unanimous")}</p>
        ) : (
          <ShiftArc anchors={anchors} shift={shift} size="wide" />
        )}
        {lacksMedians(shift) && directions === null ? <p>{inSummary("notTold")}</p> : null}
      </div>
      <div className="flex flex-col justify-center leading-[1.15]" data-chart>
        {bands === null ? null : <Bands bands={bands} size="wide" />}
        {bands !== null && usual !== null && rangesKey(bands) !== rangesKey(usual) ? (
          <Ranges bands={bands} />
        ) : null}
        <p>{directions}</p>
        {mean === null ? null : (
          <p className="text-ink-2">
            {t("mean", {
              mean: decimal(mean.mean),
              low: decimal(mean.low),
              high: decimal(mean.high),
            })}
          </p>
        )}
      </div>
    </section>
  );
}
