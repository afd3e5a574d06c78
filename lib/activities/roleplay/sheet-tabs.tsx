"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";

/** The three columns side by side, with how much stands in each; arrow keys go from one to the next. */
export function SheetTabs({
  chosen,
  counts,
  onChoose,
  panel,
}: {
  chosen: PadColumn;
  counts: Readonly<Record<PadColumn, number>>;
  onChoose: (column: PadColumn) => void;
  /** Id of what they change. */
  panel: string;
}) {
  const t = useTranslations("kinds.roleplay");
  const tabs = useRef(new Map<PadColumn, HTMLButtonElement>());

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const { length } = PAD_COLUMNS;
    const next = PAD_COLUMNS[(PAD_COLUMNS.indexOf(chosen) + step + length) % length];
    if (next === undefined) return;
    onChoose(next);
    tabs.current.get(next)?.focus();
  }

  return (
    <div
      aria-label={t("phone.sheet")}
      // At 200 % three of them beside each other would break their words.
      className="flex rounded-control border border-edge bg-surface max-[16rem]:flex-col"
      onKeyDown={onKeyDown}
      role="tablist"
      tabIndex={-1}
    >
      {PAD_COLUMNS.map((column) => (
        <button
          aria-controls={panel}
          aria-selected={column === chosen}
          className="min-h-12 min-w-0 flex-1 border-edge border-e px-1 py-2 font-semibold text-base first:rounded-s-control last:rounded-e-control last:border-e-0 max-[16rem]:border-e-0 max-[16rem]:border-b max-[16rem]:last:border-b-0 max-[16rem]:first:rounded-t-control max-[16rem]:first:rounded-b-none max-[16rem]:last:rounded-t-none max-[16rem]:last:rounded-b-control aria-selected:bg-accent-soft aria-selected:text-accent"
          key={column}
          onClick={() => onChoose(column)}
          ref={(tab) => {
            if (tab) tabs.current.set(column, tab);
          }}
          role="tab"
          tabIndex={column === chosen ? 0 : -1}
          type="button"
        >
          {t(`common.pad.${column}`)} <span className="tabular">{counts[column]}</span>
        </button>
      ))}
    </div>
  );
}
