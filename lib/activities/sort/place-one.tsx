"use client";

import { useId } from "react";
import type { Shown } from "@/lib/activities/screens-contract";
import type { SortSettings } from "@/lib/activities/sort/schema";
import type { OwnPlacingHand } from "@/lib/activities/sort/use-own-placing";
import { useWords } from "@/lib/client/use-words";

/** One tap into one of a few fields; none is chosen at first. */
export function PlaceOne({
  hand,
  planned,
}: Pick<Shown<SortSettings, unknown>, "planned"> & { hand: OwnPlacingHand }) {
  const words = useWords();
  const name = useId();
  const { layout } = planned.settings;
  if (layout.type !== "buckets") return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{words(planned.prompt)}</legend>
      {layout.buckets.map(({ key, name: label, detail }, at) => (
        <label
          className="flex min-h-14 cursor-pointer items-center gap-3 rounded-card border border-line bg-surface px-4 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          key={key}
        >
          <input
            checked={hand.counts[key] === 1}
            className="size-5 shrink-0 accent-accent outline-none"
            data-missing={at === 0 ? "points" : undefined}
            name={name}
            onChange={() => hand.choose(key)}
            type="radio"
          />
          <span>
            <span className="font-semibold">{words(label)}</span>
            {detail ? <span className="block text-base text-ink-2">{words(detail)}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
