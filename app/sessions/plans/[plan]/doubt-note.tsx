"use client";

import { useTranslations } from "next-intl";
import type { Doubt } from "@/lib/activities/settings-form-contract";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { OwnPlan } from "@/lib/session/own-plan";
import { Button } from "@/lib/ui/button";

export interface DoubtNoteProps {
  doubt: Doubt;
  plan: OwnPlan;
  onMend: () => void;
}

/** Says what is wrong with an activity beside others of its plan, and does away with it. */
export function DoubtNote({ doubt: { says, about, mend }, plan, onMend }: DoubtNoteProps) {
  const t = useTranslations("agenda");
  const all = useTranslations();
  const { textOf } = usePlanWords("du");
  const other = plan.activities.find(({ key }) => key === about);
  const title = other ? t("quoted", { title: textOf(other.title) }) : "";
  return (
    <div className="flex flex-col items-start gap-2 rounded-card bg-ochre-soft px-4 py-3 text-base text-ochre">
      <p>{all(says, { title })}</p>
      <Button onClick={onMend} size="console">
        {all(mend.label)}
      </Button>
    </div>
  );
}
