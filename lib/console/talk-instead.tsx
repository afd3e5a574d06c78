"use client";

import { useTranslations } from "next-intl";
import { SubjectQuotes } from "@/lib/activities/subject-quotes";
import { useWords } from "@/lib/client/use-words";
import type { FacilitatorView } from "@/lib/session/facilitator-view";

/** Too few to show: what the room does instead, as phones and stage say it. Never how many there were. */
export function TalkInstead({ view }: { view: FacilitatorView }) {
  const t = useTranslations("common");
  const words = useWords();
  const { planned, activity } = view;
  if (!planned) return null;
  return (
    <div className="flex flex-col gap-3">
      <div className="measure flex flex-col gap-2 rounded-card border border-ochre bg-ochre-soft px-4 py-3">
        <p className="font-semibold text-ochre">{t("tooFew")}</p>
        <p>{words(planned.talkInstead)}</p>
      </div>
      <SubjectQuotes planned={planned} record={activity?.record} />
    </div>
  );
}
