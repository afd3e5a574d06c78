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
    <div className="grid items-start gap-x-6 gap-y-1 sm:grid-cols-[auto_auto_minmax(0,1fr)]">
      <div className="flex flex-col gap-1">
        <label className="font-semibold" htmlFor={`${ids}-begin`}>
          {t("lobbyBeginTime")}
        </label>
        <input
          aria-describedby={`${ids}-begin-note`}
          className="tabular min-h-10 w-32 rounded-control border border-edge bg-surface px-3"
          // Emptied: no time is announced. Half typed: the browser says nothing yet.
          defaultValue={beginsAt === null ? "" : timeInputValue(beginsAt)}
          id={`${ids}-begin`}
          key={beginsAt}
          onBlur={(event) => onBegins(event.currentTarget.value)}
          suppressHydrationWarning
          type="time"
        />
      </div>
      {/* Where there is room, below both times: between them it would push them apart. */}
      <p
        className="max-w-[280px] text-ink-2 text-sm sm:col-span-2 sm:row-start-2"
        id={`${ids}-begin-note`}
      >
        {t("lobbyBeginNote")}
      </p>
      <div className="flex flex-col gap-1 max-sm:pt-3 sm:col-start-2 sm:row-start-1">
        <label className="font-semibold" htmlFor={`${ids}-end`}>
          {t("lobbyEndTime")}
        </label>
        <input
          className="tabular min-h-10 w-32 rounded-control border border-edge bg-surface px-3"
          id={`${ids}-end`}
          onChange={(event) => onEnds(event.currentTarget.value)}
          suppressHydrationWarning
          type="time"
          value={endsAt}
        />
      </div>
      <label className="flex max-w-[400px] cursor-pointer items-start gap-3 max-sm:pt-3 sm:col-start-3 sm:row-span-2 sm:row-start-1 sm:border-line sm:border-s sm:ps-6">
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
