"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/lib/client/use-words";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { buttonClass } from "@/lib/ui/button";

/** After the end: what is gone, and where the rest is. */
export function Ended({ session, view }: { session: string; view: FacilitatorView }) {
  const t = useTranslations();
  const words = useWords();
  return (
    <main className="mx-auto flex w-full max-w-[560px] flex-col gap-4 px-5 py-12">
      <p className="text-ink-2">{words(view.session.title)}</p>
      <h1 className="font-medium font-serif text-2xl outline-none" tabIndex={-1}>
        {t("console.endedTitle")}
      </h1>
      <p className="measure">{t("console.endedText")}</p>
      <div className="flex flex-wrap gap-3 pt-2">
        <a className={buttonClass("primary", "console")} href={`/sessions/${session}/summary`}>
          {t("sessions.summary")}
        </a>
        <a className={buttonClass("secondary", "console")} href="/sessions">
          {t("sessions.title")}
        </a>
      </div>
    </main>
  );
}
