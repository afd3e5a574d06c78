"use client";

import { useTranslations } from "next-intl";
import type { Shift } from "@/lib/activities/scale/schema";
import { useShiftWords } from "@/lib/activities/scale/shift-picture";

/**
 * How those moved who answered both times: medians and directions, beside them the bands where there
 * are enough pairs. All of it is read from ten metres, so numbers stand as large as words.
 */
export function StageShift({ shift }: { shift: Shift }) {
  const t = useTranslations("summary");
  const words = useShiftWords();
  const { n, directions, medians, bands } = shift;
  return (
    <div className="fade-in flex min-h-0 flex-1 flex-col justify-between gap-[calc(1.5*var(--u))]">
      <div className="grid grid-cols-2 gap-x-[calc(5*var(--u))]">
        <div className="flex flex-col gap-[calc(2.4*var(--u))]">
          {medians ? (
            <dl className="flex gap-[calc(5*var(--u))]">
              <Median label={t("medianBefore")} value={medians.before} />
              <Median label={t("medianAfter")} value={medians.after} />
            </dl>
          ) : (
            <p>{t("wouldSubtract")}</p>
          )}
          {directions === null || directions.length < 2 ? (
            <p>{t("directionsMerged")}</p>
          ) : (
            <Shares bars={words.directions(directions)} caption={t("directions")} of={n} />
          )}
        </div>
        {bands ? (
          <div className="flex flex-col gap-[calc(1.6*var(--u))]">
            <Shares bars={words.bands(bands.before)} caption={t("before")} of={n} />
            <Shares bars={words.bands(bands.after)} caption={t("after")} of={n} />
          </div>
        ) : null}
      </div>
      <p className="text-ink-2">{t("selfReport")}</p>
    </div>
  );
}

function Median({ label, value }: { label: string; value: number }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-ink-2">{label}</dt>
      <dd className="tabular font-semibold text-stage-prompt">{value}</dd>
    </div>
  );
}

function Shares(props: {
  bars: readonly { label: string; value: number }[];
  caption: string;
  of: number;
}) {
  const t = useTranslations("summary");
  return (
    <section>
      <h2 className="pb-[calc(0.4*var(--u))] text-ink-2">{props.caption}</h2>
      <ul className="grid grid-cols-[auto_1fr_auto] items-center gap-x-[calc(1.4*var(--u))] gap-y-[calc(0.5*var(--u))]">
        {props.bars.map(({ label, value }) => (
          <li className="col-span-3 grid grid-cols-subgrid items-center" key={label}>
            <span>{label}</span>
            <svg
              aria-hidden
              className="h-[calc(1.8*var(--u))] w-full"
              preserveAspectRatio="none"
              viewBox="0 0 100 10"
            >
              <rect fill="var(--sunken)" height="10" width="100" />
              <rect fill="var(--chart-1)" height="10" width={(100 * value) / props.of} />
            </svg>
            <span className="tabular text-ink-2">
              {t("ofPairs", { n: value, total: props.of })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
