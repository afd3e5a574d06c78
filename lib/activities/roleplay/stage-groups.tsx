"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { GroupGlyph } from "@/lib/activities/roleplay/group-shape";
import type { RoleplayStageProps } from "@/lib/activities/roleplay/screens";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { StageFrame } from "@/lib/ui/stage/stage-frame";

/** Three beside each other, as many below each other as are read from the back row. */
const GROUPS_ON_PAGE = 9;

/** Each group's letter and shape, and where it meets. */
export function GroupsPicture({ record, clock, page, surroundings, onPages }: RoleplayStageProps) {
  const t = useTranslations("kinds.roleplay");
  const { groups } = record;
  const pages = Math.max(1, Math.ceil(groups.length / GROUPS_ON_PAGE));
  useEffect(() => onPages?.(pages), [pages, onPages]);
  const from = Math.min(page, pages - 1) * GROUPS_ON_PAGE;
  const shown = groups.slice(from, from + GROUPS_ON_PAGE);
  const columns = shown.length <= 4 ? "grid-cols-2" : "grid-cols-3";
  const range = { from: from + 1, to: from + shown.length, total: groups.length };
  return (
    <StageFrame
      {...surroundings}
      corner={clock}
      heading={t("stage.findGroup")}
      note={
        pages > 1 ? t("stage.groupsOnPage", { ...range, count: shown.length }) : t("stage.phones")
      }
    >
      <ul
        className={`fade-in grid min-h-0 flex-1 auto-rows-fr content-stretch gap-[calc(1.6*var(--u))] ${columns}`}
        key={from}
      >
        {shown.map(({ letter, place, hasRemote }) => (
          <li
            className="flex min-h-0 min-w-0 items-center gap-[calc(2*var(--u))] rounded-card border-2 border-edge bg-surface px-[calc(2.2*var(--u))]"
            key={letter}
          >
            <GroupGlyph className="size-[calc(8*var(--u))]! text-accent" letter={letter} />
            <span className="font-medium font-serif text-stage-prompt">{letter}</span>
            <span className="min-w-0 text-stage-card">
              {place === null ? (
                <span className="text-ink-2">{t("stage.noPlace")}</span>
              ) : (
                <PeoplesWords>{place}</PeoplesWords>
              )}
              {hasRemote ? (
                <span className="block text-ink-2 text-stage-label">{t("common.byVideo")}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </StageFrame>
  );
}
