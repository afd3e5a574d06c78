"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type RecentSession, readRecentSessions } from "@/lib/client/recent-sessions";
import { openDeviceStorage } from "@/lib/client/storage";
import { isolated } from "@/lib/i18n/isolated";
import { buttonClass } from "@/lib/ui/button";
import { textFor } from "@/lib/words-for";

/** Whoever comes here by accident wants back into the newest; more would be a history. */
const OFFERED_MAX = 2;

/** The ways back that only this device knows: into a running session, and to a plan of one's own. */
export function OnThisDevice() {
  const t = useTranslations("landing");
  const mark = useTranslations("common")("inOtherLanguage");
  const locale = useLocale();
  const [sessions, setSessions] = useState<readonly RecentSession[]>([]);

  useEffect(() => {
    let current = true;
    void openDeviceStorage()
      .then(readRecentSessions)
      .then((found) => current && setSessions(found));
    return () => {
      current = false;
    };
  }, []);

  const offered = sessions
    .filter(({ hasEnded, hasPlan }) => !hasEnded || hasPlan)
    .slice(0, OFFERED_MAX);
  if (offered.length === 0) return null;
  return (
    <section aria-label={t("onThisDevice")} className="flex flex-col gap-2">
      {offered.map(({ session, code, title, address, hasEnded }) => (
        <a
          className={`${buttonClass("secondary", "phone")} text-center`}
          href={`/j/${code}`}
          key={session}
        >
          {t(hasEnded ? "yourPlan" : "backTo", {
            title: isolated(textFor(title, locale, address, mark)),
          })}
        </a>
      ))}
    </section>
  );
}
