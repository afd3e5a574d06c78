"use client";

import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { Button } from "@/lib/ui/button";

interface Cover {
  covered: boolean;
  uncover: () => void;
}

const CoverContext = createContext<Cover>({ covered: false, uncover: () => undefined });

/**
 * A laptop that mirrors its screen to the projector would show cards before their time. Only an
 * extended desktop is known to be safe; everywhere else cards and notes stay covered until the
 * facilitator shows them, once per session and window.
 */
export function CoverProvider({ session, children }: { session: string; children: ReactNode }) {
  const [covered, setCovered] = useState(true);
  const key = `aufwind-uncovered-${session}`;

  useEffect(() => {
    // Only Chromium knows, and only in secure contexts; "don't know" counts as mirrored.
    const isExtended = Reflect.get(window.screen, "isExtended") === true;
    if (isExtended || sessionStorage.getItem(key) !== null) setCovered(false);
  }, [key]);

  function uncover() {
    sessionStorage.setItem(key, "1");
    setCovered(false);
  }

  return <CoverContext value={{ covered, uncover }}>{children}</CoverContext>;
}

/** Whether cards and notes have to stay unseen for now, and how to end that. */
export function useCover(): Cover {
  return useContext(CoverContext);
}

/** Whether cards and notes have to stay unseen for now. */
export function useCovered(): boolean {
  return useCover().covered;
}

/** What must not reach the projector by accident. */
export function Covered({ children }: { children: ReactNode }) {
  const t = useTranslations("console");
  const { covered, uncover } = useCover();
  if (!covered) return children;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-sunken px-4 py-3">
      <p className="flex min-w-0 items-center gap-2 text-ink-2">
        <EyeOff aria-hidden className="shrink-0" size={20} strokeWidth={1.75} />
        {t("coverText")}
      </p>
      <Button onClick={uncover} size="console">
        {t("coverShow")}
      </Button>
    </div>
  );
}
