"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { timeInputValue } from "@/lib/console/time-input";

export interface LobbyChoicesProps {
  /** When it was announced to begin, ms since 1970; null for no time. */
  beginsAt: number | null;
  /** As its field shows it. */
  endsAt: string;
  smallGroup: boolean;
  onBegins: (entered: string) => void;
  onEnds: (entered: string) => void;
  onSmallGroup: (on: boolean) => void;
}

/** What a facilitator may settle before it begins: its times, and whether the group is small. */
export function LobbyChoices(props: LobbyChoicesProps) {
  const { beginsAt, endsAt, smallGroup, onBegins, onEnds, onSmallGroup } = props;
  const t = useTranslations("console");
  const ids = useId();
  return (
    <div className="flex flex-wrap items-start gap-x-10 gap-y-5">
      <div className="flex max-w-[240px] flex-col gap-1">
        <label className="font-semibold" htmlFor={`${ids}-begin`}>
          {t("lobbyBeginTime")}
        </label>
        <input
          aria-describedby={`${ids}-begin-note`}
          className="tabular min-h-10 w-36 rounded-control border border-edge bg-surface px-3"
          // Emptied: no time is announced. Half typed: the browser says nothing yet.
          defaultValue={beginsAt === null ? "" : timeInputValue(beginsAt)}
          id={`${ids}-begin`}
          key={beginsAt}
          onBlur={(event) => onBegins(event.currentTarget.value)}
          suppressHydrationWarning
          type="time"
        />
        <span className="text-ink-2 text-sm" id={`${ids}-begin-note`}>
          {t("lobbyBeginNote")}
        </span>
      </div>
      <div className="flex flex-col gap-1">
        <label className="font-semibold" htmlFor={`${ids}-end`}>
          {t("lobbyEndTime")}
        </label>
        <input
          className="tabular min-h-10 w-36 rounded-control border border-edge bg-surface px-3"
          id={`${ids}-end`}
          onChange={(event) => onEnds(event.currentTarget.value)}
          suppressHydrationWarning
          type="time"
          value={endsAt}
        />
      </div>
      <label className="flex max-w-[360px] cursor-pointer items-start gap-3">
        <input
          aria-describedby={`${ids}-small`}
          checked={smallGroup}
          className="mt-1 size-4 shrink-0 accent-accent"
          onChange={(event) => onSmallGroup(event.currentTarget.checked)}
          type="checkbox"
        />
        <span>
          <span className="font-semibold">{t("smallGroup")}</span>
          <span className="block text-ink-2 text-sm" id={`${ids}-small`}>
            {t("smallGroupNote")}
          </span>
        </span>
      </label>
    </div>
  );
}
