"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import { useWords } from "@/lib/i18n/use-words";

/** What to say and what to look out for, always in reach. */
export function ScriptPanel({ view }: { view: FacilitatorView }) {
  const t = useTranslations("console");
  const words = useWords();
  const script = view.facilitator.script;
  if (!script) return null;
  return (
    <section aria-label={t("script")} className="flex flex-col gap-4">
      <Part title={t("say")}>{words(script.say)}</Part>
      <Part title={t("watchFor")}>{words(script.watchFor)}</Part>
      <Part title={t("ifStalls")}>{words(script.ifItStalls)}</Part>
      <div>
        <h2 className="font-semibold">{t("debrief")}</h2>
        <ul className="list-disc ps-5 marker:text-ink-2">
          {script.debrief.map((question) => (
            <li key={question.de}>{words(question)}</li>
          ))}
        </ul>
      </div>
      <details>
        <summary className="-my-2 flex min-h-10 list-none items-center font-semibold text-accent underline underline-offset-4">
          {t("talkInstead")}
        </summary>
        <p className="pt-1">{words(script.talkInstead)}</p>
      </details>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="font-semibold">{title}</h2>
      <p>{children}</p>
    </div>
  );
}
