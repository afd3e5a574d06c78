"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo } from "react";
import { type RowSize, rowPages } from "@/lib/activities/roleplay/row-pages";
import type { RoleplayStageProps } from "@/lib/activities/roleplay/screens";
import { inOrder, UNDERLINES } from "@/lib/activities/roleplay/sheet-rows";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { StageFrame } from "@/lib/ui/stage/stage-frame";

/** Each size as a class, by its letters: names that are put together are not found by what writes the styles. */
const SIZES: Readonly<Record<RowSize, string>> = {
  2.8: "text-[calc(2.8*var(--u))]",
  2.4: "text-[calc(2.4*var(--u))]",
  2: "text-[calc(2*var(--u))]",
  1.8: "text-[calc(1.8*var(--u))]",
};

/** Rows of all groups' sheets in their columns: what is a guess, what is known, what one could ask. */
export function RowsPicture({
  record,
  page,
  clock,
  surroundings,
  note,
  onPages,
}: Pick<RoleplayStageProps, "record" | "page" | "clock" | "surroundings" | "onPages"> & {
  note: ReactNode;
}) {
  const t = useTranslations("kinds.roleplay");
  const { size, pages } = useMemo(() => rowPages(record.rows), [record.rows]);
  const shown = pages[Math.min(page, pages.length - 1)] ?? record.rows;
  useEffect(() => onPages?.(pages.length), [onPages, pages.length]);
  return (
    <StageFrame
      {...surroundings}
      corner={clock}
      label={
        <>
          {surroundings.label} · {t("stage.fromAllGroups")}
        </>
      }
      note={note}
    >
      <div className="grid min-h-0 flex-1 grid-cols-3 gap-[calc(2.4*var(--u))] pt-[calc(1.6*var(--u))]">
        {PAD_COLUMNS.map((column) => (
          <section className="flex min-w-0 flex-col" key={column}>
            <h2
              className={`mb-[calc(1.2*var(--u))] flex items-baseline justify-between border-b-[calc(0.2*var(--u))] pb-[calc(0.6*var(--u))] font-medium font-serif text-stage-heading ${UNDERLINES[column]}`}
            >
              {t(`common.pad.${column}`)}
              <span className="tabular font-sans text-ink-2 text-stage-label">
                {record.rows[column].length}
              </span>
            </h2>
            <ul className={`flex flex-col gap-[calc(1*var(--u))] leading-[1.25] ${SIZES[size]}`}>
              {inOrder(shown[column]).map(({ key, text }) => (
                <PeoplesWords
                  as="li"
                  className="wrap-anywhere rounded-card border border-edge bg-surface px-[calc(1.4*var(--u))] py-[calc(1*var(--u))]"
                  key={key}
                >
                  {text}
                </PeoplesWords>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </StageFrame>
  );
}
