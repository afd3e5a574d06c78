"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RoleplayStageProps } from "@/lib/activities/roleplay/screens";
import { inOrder, UNDERLINES } from "@/lib/activities/roleplay/sheet-rows";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { StageFrame } from "@/lib/ui/stage/stage-frame";

/** Characters of a column from which on its rows are set smaller, so that four long ones fit. */
const MANY_CHARACTERS = 200;
const VERY_MANY_CHARACTERS = 400;

/** Rows of all groups' sheets in their columns: what is a guess, what is known, what one could ask. */
export function RowsPicture({
  record,
  clock,
  surroundings,
  note,
}: Pick<RoleplayStageProps, "record" | "clock" | "surroundings"> & { note: ReactNode }) {
  const t = useTranslations("kinds.roleplay");
  const most = Math.max(...PAD_COLUMNS.map((column) => record.rows[column].join("").length));
  const size =
    most > VERY_MANY_CHARACTERS
      ? "text-[calc(1.9*var(--u))] leading-[1.2] gap-[calc(0.8*var(--u))]"
      : most > MANY_CHARACTERS
        ? "text-[calc(2.3*var(--u))] leading-[1.22] gap-[calc(1*var(--u))]"
        : "text-stage-card gap-[calc(1.2*var(--u))]";
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
            <ul className={`flex flex-col ${size}`}>
              {inOrder(record.rows[column]).map(({ key, text }) => (
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
