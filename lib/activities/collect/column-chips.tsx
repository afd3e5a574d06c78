"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { columnOf } from "@/lib/activities/collect/columns";
import type { CollectSettings, Column } from "@/lib/activities/collect/schema";
import type { OwnCard } from "@/lib/client/own-card";
import { useWords } from "@/lib/client/use-words";
import { Chips } from "@/lib/ui/phone/chips";

type Limits = Pick<CollectSettings, "columns" | "columnLimit">;
type Handed = Pick<OwnCard, "edit" | "attributes" | "sent">;

/** Columns in which this device may have one more card, beside the one that is being written. */
export function freeColumns(
  { columns, columnLimit }: Limits,
  cards: readonly Handed[],
  editing: string | undefined,
): Column[] {
  return columns.filter(
    ({ key }) =>
      cards.filter(
        ({ edit, attributes, sent }) =>
          edit !== editing && sent !== null && columnOf(attributes) === key,
      ).length < columnLimit,
  );
}

export interface ColumnChipsProps {
  /** Those in which there is still room. */
  columns: readonly Column[];
  value: string | null;
  onChoose: (column: string) => void;
  /** Whether the card was to be handed in without one. */
  missing?: boolean;
  ref?: Ref<HTMLDivElement>;
}

/** Which of the plan's columns a card belongs to; nothing where the plan has none. */
export function ColumnChips({ columns, value, onChoose, missing = false, ref }: ColumnChipsProps) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  if (columns.length === 0) return null;
  return (
    <div className="flex flex-col gap-2" ref={ref}>
      <Chips
        label={t("column")}
        onChoose={(key) => {
          // One of them it is: tapping it again takes nothing away.
          if (key !== null) onChoose(key);
        }}
        options={columns.map(({ key, name }) => ({ key, label: words(name) }))}
        value={value}
      />
      <p className="text-base text-brick empty:hidden" role="status">
        {missing && value === null ? t("columnMissing") : null}
      </p>
    </div>
  );
}
