"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { OtherAction } from "@/app/sessions/other-action";
import { adaptTemplate } from "@/app/sessions/plans/actions";

/** In the form for opening a session: makes the plan one's own, in the sizes that are chosen there. */
export function AdaptButton() {
  const t = useTranslations("plans");
  const [problem, adapt, pending] = useActionState(adaptTemplate, null);
  return (
    <OtherAction
      action={adapt}
      hint={t("adaptHint")}
      label={t("adapt")}
      pending={pending}
      problem={problem && t(problem)}
    />
  );
}
