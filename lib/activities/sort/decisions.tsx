"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { SortDecision } from "@/lib/activities/sort/schema";
import type { OwnItem, OwnPlacingHand } from "@/lib/activities/sort/use-own-placing";
import { useWords } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";

interface DecisionsProps {
  hand: OwnPlacingHand;
  decisions: readonly SortDecision[];
}

/** What becomes of each thing, once it is placed. A date stays on the device. */
export function Decisions({ hand, decisions }: DecisionsProps) {
  return hand.items.map((item) => (
    <Decision decisions={decisions} hand={hand} item={item} key={item.key} />
  ));
}

function Decision({ hand, decisions, item }: DecisionsProps & { item: OwnItem }) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const id = useId();
  const taken = hand.content.decisions[item.key]?.key;
  const asksDate = decisions.some(({ key, asksDate }) => key === taken && asksDate);
  const isMissing = hand.missing?.what === "decisions" && hand.missing.item === item.key;
  return (
    <fieldset className="flex flex-col gap-2 border-line border-t pt-3">
      <legend className="float-start mb-2 w-full font-semibold">
        <PeoplesWords>{item.text}</PeoplesWords>
      </legend>
      <div className="flex flex-wrap gap-2">
        {decisions.map((each, at) => (
          <label
            className="inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-control border border-edge bg-surface px-3 text-base has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            key={each.key}
          >
            <input
              checked={taken === each.key}
              className="size-4 accent-accent outline-none"
              data-missing={isMissing && at === 0 ? "decisions" : undefined}
              name={id}
              onChange={() => hand.decide(item.key, each)}
              type="radio"
            />
            {words(each.label)}
          </label>
        ))}
      </div>
      {asksDate ? (
        <div className="flex flex-col gap-1">
          <label className="text-base" htmlFor={`${id}-until`}>
            {t("until")}
          </label>
          <input
            className="min-h-12 w-full rounded-control border border-edge bg-surface px-3 text-lg"
            id={`${id}-until`}
            onChange={(event) => hand.setUntil(item.key, event.target.value)}
            type="date"
            value={hand.content.until[item.key] ?? ""}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
