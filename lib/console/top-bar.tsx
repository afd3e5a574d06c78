"use client";

import { ChevronLeft, Wifi, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/lib/client/live-provider";
import { useWords } from "@/lib/client/use-words";
import type { EntryLinks } from "@/lib/console/entry-links";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { formatCode } from "@/lib/session/room-code";
import { ClockTime } from "@/lib/ui/clock-time";
import { UpdraftGlyph } from "@/lib/ui/drawn/drawings";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface TopBarProps {
  view: FacilitatorView;
  entryLinks: EntryLinks;
  /** What its facilitator calls the session; empty where they gave it no name. */
  name: string;
  /** Left out before the beginning. */
  times?: { endsAt: number; driftMinutes: number };
}

/** Always visible: what runs, its code, who is there, how late it is, whether the line holds. */
export function TopBar({ view, entryLinks, name, times }: TopBarProps) {
  const t = useTranslations();
  const words = useWords();
  const { connection } = useLive();
  const online = connection === "online";
  const { joined, away } = view.people;
  const { withoutPhone } = view.session;
  const late = (times?.driftMinutes ?? 0) > 0;
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-5 gap-y-1 border-line border-b bg-surface px-4 py-2">
      <p className="-my-2 flex min-w-0 items-center gap-x-4">
        <a
          className="-ms-2 inline-flex min-h-target shrink-0 items-center gap-1 rounded-control px-2 text-accent underline underline-offset-4"
          href="/sessions"
        >
          <ChevronLeft aria-hidden size={18} strokeWidth={1.75} />
          {t("console.toSessions")}
        </a>
        <span className="flex min-w-0 items-center gap-x-2.5 max-sm:hidden">
          <UpdraftGlyph className="text-accent" />
          <PeoplesWords className="min-w-0 font-semibold">
            {name === "" ? words(view.session.title) : name}
          </PeoplesWords>
        </span>
      </p>
      {entryLinks.code === null ? null : (
        <p className="tabular tracking-wider">
          <span className="sr-only">{t("common.code")} </span>
          {formatCode(entryLinks.code)}
          {view.facilitator.locked ? (
            <span className="ms-2 text-ochre text-sm tracking-normal">{t("console.locked")}</span>
          ) : null}
        </p>
      )}
      <p className="tabular text-ink-2">
        {t("console.people", { n: joined })}
        {away > 0 ? ` · ${t("console.away", { n: away })}` : ""}
        {withoutPhone > 0 ? ` · ${t("common.withoutPhone", { n: withoutPhone })}` : ""}
      </p>
      <div className="ms-auto flex items-center gap-5">
        {times ? (
          <p className={`tabular ${late ? "font-semibold text-ochre" : ""}`}>
            {times.driftMinutes === 0
              ? t("console.onTime")
              : t("console.drift", { minutes: signed(times.driftMinutes) })}
            {" · "}
            {t.rich("console.endAt", { clock: () => <ClockTime at={times.endsAt} /> })}
          </p>
        ) : null}
        <p
          className={`flex items-center gap-1.5 ${online ? "text-ink-2" : "font-semibold text-ochre"}`}
          role="status"
        >
          {online ? (
            <Wifi aria-hidden size={18} strokeWidth={1.75} />
          ) : (
            <WifiOff aria-hidden size={18} strokeWidth={1.75} />
          )}
          <span className="max-sm:sr-only">
            {online ? t("console.connected") : t("common.searching")}
          </span>
        </p>
      </div>
    </header>
  );
}

/** "+3", "−2": a real minus, as wide as the plus. */
function signed(minutes: number): string {
  return minutes > 0 ? `+${minutes}` : `−${-minutes}`;
}
