"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { NextIntlClientProvider, useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useAwakeScreen } from "@/lib/client/use-awake-screen";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import { WallPicture } from "@/lib/stage/wall-picture";
import type { WallSheet } from "@/lib/summary/series-wall";
import type { StageSurroundings } from "@/lib/ui/stage/stage-frame";

export interface WallStageProps {
  sheets: readonly WallSheet[];
  language: Locale;
  /** Where the wall is as a page. */
  back: string;
}

/** The wall as a stage: it fills the window, speaks its own language, and is turned by keys and at its lower edge. */
export function WallStage(props: WallStageProps) {
  const { language } = props;
  const timeZone = useTimeZone();
  const messages = useMemo(() => messagesFor(language, "du"), [language]);
  useAwakeScreen();
  return (
    <div
      className="[container-type:size] h-dvh w-full overflow-hidden"
      data-theme="light"
      lang={language}
    >
      <NextIntlClientProvider locale={language} messages={messages} timeZone={timeZone}>
        <Picture {...props} />
      </NextIntlClientProvider>
    </div>
  );
}

const FORTH = new Set(["ArrowRight", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "PageUp"]);

function Picture({ sheets, back }: WallStageProps) {
  const t = useTranslations("stage.wall");
  const [page, setPage] = useState(0);
  const [pages, setPages] = useState(1);
  const tell = useCallback((told: number) => setPages(Math.max(1, told)), []);
  const surroundings = useMemo<StageSurroundings>(
    () => ({ label: t("title"), joinUrl: "", code: "", offline: false }),
    [t],
  );
  const shown = Math.min(page, pages - 1);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const { key, target, altKey, ctrlKey, metaKey } = event;
      // With one of these, keys are the browser's: Alt and an arrow go back to the page before.
      if (altKey || ctrlKey || metaKey) return;
      // On a button, space presses it.
      if (key === " " && target instanceof HTMLElement && target.closest("a, button")) return;
      const step = FORTH.has(key) ? 1 : BACK.has(key) ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      setPage((now) => Math.max(0, Math.min(pages - 1, Math.min(now, pages - 1) + step)));
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [pages]);

  return (
    <div className="relative h-full [--u:min(1cqw,1.78cqh)]">
      <WallPicture onPages={tell} page={shown} sheets={sheets} surroundings={surroundings} />
      <nav
        aria-label={t("turn")}
        className="absolute end-[calc(4*var(--u))] bottom-[calc(1.6*var(--u))] flex gap-2"
      >
        <Turn disabled={shown === 0} label={t("earlier")} onClick={() => setPage(shown - 1)}>
          <ChevronLeft aria-hidden strokeWidth={1.75} />
        </Turn>
        <Turn disabled={shown >= pages - 1} label={t("later")} onClick={() => setPage(shown + 1)}>
          <ChevronRight aria-hidden strokeWidth={1.75} />
        </Turn>
        <a aria-label={t("leave")} className={TURN} href={back}>
          <X aria-hidden strokeWidth={1.75} />
        </a>
      </nav>
    </div>
  );
}

const TURN =
  "inline-flex size-12 items-center justify-center rounded-control border border-line bg-surface text-ink-2 aria-disabled:opacity-50";

function Turn({
  label,
  disabled,
  onClick,
  children,
}: {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    // Focusable at the end, too: whoever turns by keyboard keeps their place.
    <button
      aria-disabled={disabled}
      aria-label={label}
      className={TURN}
      onClick={disabled ? undefined : onClick}
      type="button"
    >
      {children}
    </button>
  );
}
