"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { OtherAction } from "@/app/sessions/other-action";
import { rehearse } from "@/app/sessions/rehearsal";

/** In the form for opening a session: the same session with invented people, at once and for nobody to keep. */
export function RehearseButton() {
  const t = useTranslations();
  const [problem, begin, pending] = useActionState(rehearse, null);
  const wordsOf = (why: NonNullable<typeof problem>) =>
    why === "noHelp" ? t("installation.openRefused") : t(`sessions.${why}`);
  return (
    <OtherAction
      action={begin}
      hint={t("sessions.rehearseHint")}
      label={pending ? t("sessions.rehearsing") : t("sessions.rehearse")}
      pending={pending}
      problem={problem && wordsOf(problem)}
    />
  );
}
