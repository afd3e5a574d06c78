"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReview } from "@/app/sessions/[id]/summary/use-review";
import type { VersionAt } from "@/lib/summary/versions";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";

/** The day on which everybody is asked what became of it, which stands in the summary and in its calendar. */
export function FollowUpDay({ at, day }: { at: VersionAt; day: string | null }) {
  const t = useTranslations("exports");
  const [value, setValue] = useState(day ?? "");
  const { change, isSaving, hasFailed } = useReview(at);
  return (
    <section aria-label={t("followUpTitle")} className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">{t("followUpTitle")}</h2>
      <p className="text-ink-2 text-sm">{t("followUpHint")}</p>
      <form
        className="flex flex-col items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSaving) void change({ change: "followUp", day: value === "" ? null : value });
        }}
      >
        <TextField
          label={t("followUpDay")}
          name="day"
          onChange={setValue}
          type="date"
          value={value}
        />
        <div className="flex flex-wrap gap-x-1">
          <Button busy={isSaving} size="console" type="submit">
            {t("followUpKeep")}
          </Button>
          {day === null ? null : (
            <Button
              kind="quiet"
              onClick={() => {
                setValue("");
                if (!isSaving) void change({ change: "followUp", day: null });
              }}
              size="console"
            >
              {t("followUpNone")}
            </Button>
          )}
        </div>
      </form>
      <p className="text-base text-ochre" role="status">
        {hasFailed ? t("reviewFailed") : null}
      </p>
    </section>
  );
}
