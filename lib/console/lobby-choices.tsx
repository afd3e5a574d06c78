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
    <div className="@container">
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-1 @min-[36rem]:grid-cols-[auto_auto_minmax(0,1fr)]">
        <div className="flex flex-col gap-1">
          <label className="font-semibold" htmlFor={`${ids}-begin`}>
            {t("lobbyBeginTime")}
          </label>
          <input
            aria-describedby={`${ids}-begin-note`}
            className="tabular min-h-target w-full min-w-32 max-w-36 rounded-control border border-edge bg-surface px-3"
            // Emptied: no time is announced. Half typed: the browser says nothing yet.
            defaultValue={beginsAt === null ? "" : timeInputValue(beginsAt)}
            id={`${ids}-begin`}
            key={beginsAt}
            onBlur={(event) => onBegins(event.currentTarget.value)}
            suppressHydrationWarning
            type="time"
          />
        </div>
        {/* Below both times: between them it would push them apart. */}
        <p
          className="col-span-2 row-start-2 max-w-[280px] text-ink-2 text-sm"
          id={`${ids}-begin-note`}
        >
          {t("lobbyBeginNote")}
        </p>
        <div className="col-start-2 row-start-1 flex flex-col gap-1">
          <label className="font-semibold" htmlFor={`${ids}-end`}>
            {t("lobbyEndTime")}
          </label>
          <input
            className="tabular min-h-target w-full min-w-32 max-w-36 rounded-control border border-edge bg-surface px-3"
            id={`${ids}-end`}
            onChange={(event) => onEnds(event.currentTarget.value)}
            suppressHydrationWarning
            type="time"
            value={endsAt}
          />
        </div>
        <label className="flex max-w-[400px] cursor-pointer items-start gap-3 @max-[36rem]:col-span-2 @max-[36rem]:pt-3 @min-[36rem]:col-start-3 @min-[36rem]:row-span-2 @min-[36rem]:row-start-1 @min-[36rem]:border-line @min-[36rem]:border-s @min-[36rem]:ps-4">
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
    </div>
  );
}
