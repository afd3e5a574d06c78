"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Shown } from "@/lib/activities/screens-contract";
import type { SortSettings } from "@/lib/activities/sort/schema";
import type { OwnPlacingHand } from "@/lib/activities/sort/use-own-placing";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { DROP_TARGET, useCardDrag } from "@/lib/ui/use-card-drag";

/** Where points come from that lie nowhere yet. */
const LOOSE = "";

/** Points shared out over buckets: with plus and minus, or dragged. */
export function PlacePoints({
  hand,
  planned,
}: Pick<Shown<SortSettings, unknown>, "planned"> & { hand: OwnPlacingHand }) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const textOf = useWordsText();
  const id = useId();
  const { layout } = planned.settings;
  const left = hand.missing?.what === "points" ? hand.missing.n : 0;
  const { drag, ghost, grip } = useCardDrag((from, cell) => {
    if (from === cell || (from === LOOSE && left === 0)) return;
    hand.move(from === LOOSE ? null : from, cell);
  });
  if (layout.type !== "buckets") return null;

  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-3">
        <p aria-live="polite" className="tabular text-base" id={`${id}-left`}>
          {left === 0
            ? t("allPlaced")
            : t(left > 0 ? "pointsLeft" : "pointsOver", { n: Math.abs(left) })}
        </p>
        <Dots count={left} from={LOOSE} onGrip={grip} />
      </div>
      <ul className="flex flex-col gap-2">
        {layout.buckets.map(({ key, name, detail }, at) => {
          const count = hand.counts[key] ?? 0;
          return (
            <li
              className={`flex flex-col gap-1 rounded-card border bg-surface py-2 ps-4 pe-2 ${
                drag?.over === key ? "border-accent border-dashed bg-accent-soft" : "border-line"
              }`}
              key={key}
              {...{ [DROP_TARGET]: key }}
            >
              <div className="flex items-center gap-2">
                <p className="min-w-0 flex-1 font-semibold">{words(name)}</p>
                <Step
                  disabled={count === 0}
                  label={t("takePoint", { place: textOf(name) })}
                  onPress={() => hand.move(key, null)}
                  sign="−"
                />
                <output className="tabular w-6 text-center font-semibold text-xl">{count}</output>
                <Step
                  disabled={left <= 0}
                  isFirst={at === 0}
                  label={t("addPoint", { place: textOf(name) })}
                  onPress={() => hand.move(null, key)}
                  sign="+"
                />
              </div>
              {detail ? (
                <p className="text-pretty pe-2 text-ink-2 text-sm">{words(detail)}</p>
              ) : null}
              <Dots count={count} from={key} onGrip={grip} />
            </li>
          );
        })}
      </ul>
      {drag ? (
        <span
          aria-hidden
          className="pointer-events-none fixed start-0 top-0 z-50 size-7 rounded-full bg-accent"
          ref={ghost}
        />
      ) : null}
    </div>
  );
}

/** Points as they lie, each to be dragged: for a finger or a mouse only, keys have plus and minus. */
function Dots({
  count,
  from,
  onGrip,
}: {
  count: number;
  from: string;
  onGrip: ReturnType<typeof useCardDrag>["grip"];
}) {
  if (count <= 0) return null;
  return (
    <span
      aria-hidden
      className="flex min-h-8 w-fit cursor-grab touch-none flex-wrap items-center gap-1.5"
      onPointerDown={(event) => onGrip(event, from)}
    >
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points are alike
        <span className="block size-4 rounded-full bg-accent" key={at} />
      ))}
    </span>
  );
}

function Step({
  label,
  sign,
  disabled,
  isFirst = false,
  onPress,
}: {
  label: string;
  sign: string;
  disabled: boolean;
  isFirst?: boolean;
  onPress: () => void;
}) {
  return (
    <button
      aria-disabled={disabled}
      aria-label={label}
      className="size-12 shrink-0 rounded-full border border-edge bg-surface font-semibold text-xl aria-disabled:border-line aria-disabled:text-ink-2"
      data-missing={isFirst ? "points" : undefined}
      onClick={() => {
        if (!disabled) onPress();
      }}
      type="button"
    >
      {sign}
    </button>
  );
}
