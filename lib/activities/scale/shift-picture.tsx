"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Shift, ShiftBand } from "@/lib/activities/scale/schema";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import { Arc, ArcMark, type Pair } from "@/lib/ui/drawn/arc";

/** What an answer of 0, and one of 10, means. */
interface Anchors {
  low: ReactNode;
  high: ReactNode;
}

/** How those moved who answered both times, for phone and console: what the summary will say, too. */
export function ShiftPicture({
  shift,
  anchors,
  own = null,
}: {
  shift: Shift;
  anchors: Anchors;
  /** What is one's own of it, once that was uncovered. */
  own?: Pair | null;
}) {
  const t = useTranslations("kinds.scale.common");
  const onPhone = useTranslations("kinds.scale.phone");
  const directions = useDirections(shift);
  const decimal = useDecimal();
  const { bands, mean } = shift;
  if (shift.directions === null) return <p className="text-base">{t("unanimous")}</p>;
  return (
    <div className="flex flex-col gap-1 text-base">
      <ShiftArc anchors={anchors} own={own} shift={shift} size="narrow" />
      {lacksMedians(shift) && directions === null ? <p>{t("notTold")}</p> : null}
      {own === null ? null : <p>{onPhone("own", { ...own })}</p>}
      {directions === null ? null : <p className="text-ink-2">{directions}</p>}
      {bands === null ? null : (
        <div className="mt-1 flex flex-col gap-1">
          <Bands bands={bands} size="narrow" />
          <Ranges bands={bands} />
        </div>
      )}
      {mean === null ? null : (
        <p className="text-ink-2">
          {t("meanChange", {
            mean: decimal(mean.mean),
            low: decimal(mean.low),
            high: decimal(mean.high),
          })}
        </p>
      )}
    </div>
  );
}

/** From where to where the middle of the room moved; nothing where that would tell too much (`lacksMedians`). */
export function ShiftArc({
  shift: { medians },
  anchors: { low, high },
  own = null,
  size,
}: {
  shift: Shift;
  anchors: Anchors;
  own?: Pair | null;
  size: "narrow" | "wide";
}) {
  const t = useTranslations("kinds.scale.common");
  if (medians === null) return null;
  const { before, after } = medians;
  return (
    <div data-chart>
      <Arc
        className="block w-full overflow-visible"
        last={SCORE_MAX}
        own={own}
        room={medians}
        size={size}
      />
      <p className="sr-only">
        {t("medianBefore")} {before}. {t("medianAfter")} {after}.
      </p>
      <p className="flex justify-between gap-[1em] text-ink-2">
        <span>{low}</span>
        <span className="text-end">{high}</span>
      </p>
    </div>
  );
}

/** How many moved which way, in one line; null where single people could be told apart by it. */
export function useDirections({ directions }: Shift): string | null {
  const t = useTranslations("kinds.scale.common");
  if (directions === null || directions.length < 2) return null;
  const names = [t("lower"), t("same"), t("higher")];
  return directions
    .map(({ parts, count }) => `${count} ${parts.map((part) => names[part]).join(t("or"))}`)
    .join(" · ");
}

/** Whether anything here says how many moved which way where the number alone is told. */
export const hidesDirections = ({ directions }: Shift): boolean => directions?.length === 1;

/** Whether anything here lacks what another meeting, or an earlier result, could be subtracted from: said once for all. */
export const lacksMedians = ({ directions, medians }: Shift): boolean =>
  directions !== null && medians === null;

/** A number with one decimal and a real minus sign: a hyphen is read as a range. */
export function useDecimal(): (value: number) => string {
  const format = useFormatter();
  return (value) =>
    format
      .number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
      .replace("-", "\u2212");
}

/** Which scores are counted together. */
export function Ranges({ bands }: { bands: readonly ShiftBand[] }) {
  const t = useTranslations("kinds.scale.common");
  return (
    <p className="text-ink-2">
      {t("bands", { ranges: bands.map(({ low, high }) => t("band", { low, high })).join(" · ") })}
    </p>
  );
}

const ASKINGS = ["before", "after"] as const;

/** What is now stands out beside what was. */
const LABELS = { before: "text-ink-2", after: "font-semibold text-accent" } as const;

/** On the stage three questions share one sheet. */
const BAR_HEIGHTS = { narrow: "h-[1.3em]", wide: "h-[1em]" } as const;

/** From the light end to the dark one, readable on each; two bands are as far apart as can be. */
const FILLS = {
  2: ["bg-sunken text-ink", "bg-(--chart-1) text-on-accent"],
  3: ["bg-sunken text-ink", "bg-accent-soft text-ink", "bg-(--chart-1) text-on-accent"],
} as const;

/** Both askings in bands, one below the other. All of it grows with the text, from a phone to the stage. */
export function Bands({
  bands,
  size,
}: {
  bands: readonly ShiftBand[];
  size: keyof typeof BAR_HEIGHTS;
}) {
  const t = useTranslations("kinds.scale.common");
  const fills = FILLS[bands.length === 2 ? 2 : 3];
  return (
    <dl
      className="grid grid-cols-[auto_1fr] items-center gap-x-[0.8em] gap-y-[0.12em] leading-none"
      data-chart
    >
      {ASKINGS.map((when) => (
        <div className="contents" key={when}>
          <dt className={`flex items-center gap-[0.4em] ${LABELS[when]}`}>
            <ArcMark when={when} />
            {t(when)}
          </dt>
          <dd className="flex gap-[2px]">
            {bands.map(({ low, high, [when]: count }, at) => (
              <span
                className={`tabular flex ${BAR_HEIGHTS[size]} min-w-0 items-center justify-center rounded-chip border border-edge ${fills[at]}`}
                key={low}
                style={{ flex: count }}
              >
                <span className="sr-only">{t("band", { low, high })}: </span>
                {count}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What the circles of the drawing mean. */
export function ArcLegend() {
  const t = useTranslations("kinds.scale.common");
  return (
    <p className="flex flex-wrap gap-x-[1.4em]">
      {ASKINGS.map((when) => (
        <span className={`flex items-center gap-[0.4em] ${LABELS[when]}`} key={when}>
          <ArcMark when={when} />
          {t(when)}
        </span>
      ))}
    </p>
  );
}
