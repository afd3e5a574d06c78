"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { adaptTemplate } from "@/app/sessions/plans/actions";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";

/** In the form for opening a session: makes the plan one's own, in the sizes that are chosen there. */
export function AdaptButton() {
  const t = useTranslations("plans");
  const [problem, adapt, pending] = useActionState(adaptTemplate, null);
  return (
    <div className="flex flex-col gap-2">
      {problem === null ? null : (
        <div role="alert">
          <Notice tone="problem">{t(problem)}</Notice>
        </div>
      )}
      <Button
        aria-describedby="adapt-hint"
        busy={pending}
        formAction={adapt}
        kind="secondary"
        size="phone"
        type="submit"
        wide
      >
        {t("adapt")}
      </Button>
      <p className="text-base text-ink-2" id="adapt-hint">
        {t("adaptHint")}
      </p>
    </div>
  );
}
