"use client";

import { useTranslations } from "next-intl";
import type { Shift } from "@/lib/activities/scale/schema";
import { ShareBar } from "@/lib/ui/share-bar";

/** How those moved who answered both times, for phone and console: what the summary will say, too. */
export function ShiftPicture({ shift }: { shift: Shift }) {
  const t = useTranslations("kinds.scale.summary");
  const { medians, directions } = shift;
  if (directions === null) return <p className="text-base">{t("unanimous")}</p>;
  return (
    <div className="flex flex-col gap-3 text-base">
      <p className="text-ink-2">
        {medians
          ? `${t("medianBefore")} ${medians.before} · ${t("medianAfter")} ${medians.after}`
          : t("wouldSubtract")}
      </p>
      <Directions shift={shift} />
      <Bands shift={shift} />
    </div>
  );
}

/** How many moved which way; those whom their number would single out are not told apart. */
export function Directions({ shift: { n, directions } }: { shift: Shift }) {
  const t = useTranslations("kinds.scale.summary");
  if (directions === null || directions.length < 2) return <p>{t("directionsMerged")}</p>;
  const names = [t("lower"), t("same"), t("higher")];
  const bars = directions.map(({ parts, count }) => ({
    label: parts.map((part) => names[part]).join(t("or")),
    value: count,
  }));
  return <Shares bars={bars} caption={t("directions")} of={n} />;
}

/** Both askings in three bands; nothing where there are too few pairs for it. */
export function Bands({ shift: { n, bands } }: { shift: Shift }) {
  const t = useTranslations("kinds.scale.summary");
  const names = [t("bandLow"), t("bandMiddle"), t("bandHigh")];
  if (bands === null) return null;
  return (["before", "after"] as const).map((when) => {
    const bars = bands[when].map((value, at) => ({ label: names[at] ?? "", value }));
    return <Shares bars={bars} caption={t(when)} key={when} of={n} />;
  });
}

/** Rows of words, bar and number. All of it grows with the text, from a phone to the stage. */
function Shares(props: {
  bars: readonly { label: string; value: number }[];
  caption: string;
  of: number;
}) {
  const t = useTranslations("kinds.scale.summary");
  return (
    <section>
      <h3 className="pb-[0.15em] text-ink-2">{props.caption}</h3>
      <ul className="grid grid-cols-[auto_1fr_auto] gap-x-[0.6em] gap-y-[0.2em]">
        {props.bars.map(({ label, value }) => (
          <li className="col-span-3 grid grid-cols-subgrid items-center" key={label}>
            <span>{label}</span>
            <ShareBar className="h-[0.75em] w-full" share={value / props.of} />
            <span className="tabular text-ink-2">
              {t("ofPairs", { n: value, total: props.of })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
