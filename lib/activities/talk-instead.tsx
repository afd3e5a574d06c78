"use client";

import { useTranslations } from "next-intl";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import { useWords } from "@/lib/i18n/use-words";

/** Too few to show: what to say instead, word for word. Never how many there were. */
export function TalkInstead({ view }: { view: FacilitatorView }) {
  const t = useTranslations("console");
  const words = useWords();
  const script = view.facilitator.script;
  return (
    <div className="measure flex flex-col gap-2 rounded-card border border-ochre bg-ochre-soft px-4 py-3">
      <p className="font-semibold text-ochre">{t("belowK")}</p>
      {script ? <p>{words(script.talkInstead)}</p> : null}
    </div>
  );
}
