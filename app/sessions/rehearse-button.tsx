"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { rehearse } from "@/app/sessions/rehearsal";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";

/** In the form for opening a session: the same session with invented people, at once and for nobody to keep. */
export function RehearseButton() {
  const t = useTranslations();
  const [problem, begin, pending] = useActionState(rehearse, null);
  return (
    <div className="flex flex-col gap-2">
      {problem === null ? null : (
        <div role="alert">
          <Notice tone="problem">
            {problem === "noHelp" ? t("installation.openRefused") : t(`sessions.${problem}`)}
          </Notice>
        </div>
      )}
      <Button
        aria-describedby="rehearse-hint"
        busy={pending}
        formAction={begin}
        kind="secondary"
        size="phone"
        type="submit"
        wide
      >
        {pending ? t("sessions.rehearsing") : t("sessions.rehearse")}
      </Button>
      <p className="text-base text-ink-2" id="rehearse-hint">
        {t("sessions.rehearseHint")}
      </p>
    </div>
  );
}
