"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OpenState } from "@/app/sessions/open-session";
import { RehearseButton } from "@/app/sessions/rehearse-button";
import type { MeetingBefore } from "@/lib/session/held-activities";
import { SESSION_NAME_CHARACTERS_MAX } from "@/lib/session/session-name";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";
import { Segments } from "@/lib/ui/segments";
import { TextField } from "@/lib/ui/text-field";

/** What whoever opens a session says of it, inside a form: its name, how it speaks, and what else there is. */
export function OpenBox({
  templateId,
  after = null,
  state,
  pending,
  toPlan,
  children,
}: {
  templateId: string;
  after?: MeetingBefore | null;
  state: OpenState;
  pending: boolean;
  /** The way to making another plan of it, where there is one. */
  toPlan?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-5 rounded-card border border-line bg-surface p-4 md:p-6">
      <input name="templateId" type="hidden" value={templateId} />
      {after === null ? null : <input name="after" type="hidden" value={after.id} />}
      {children}
      <TextField
        defaultValue={after?.name}
        hint={t("sessions.nameHint")}
        label={t("sessions.nameNew")}
        maxLength={SESSION_NAME_CHARACTERS_MAX}
        name="name"
      />
      <Segments
        initial={after?.language ?? (locale === "en" ? "en" : "de")}
        legend={t("sessions.contentLanguage")}
        name="language"
        options={[
          { value: "de", label: "Deutsch", lang: "de" },
          { value: "en", label: "English", lang: "en" },
        ]}
      />
      <Segments
        initial={after?.address ?? "du"}
        legend={t("sessions.address")}
        name="address"
        options={[
          { value: "du", label: t("sessions.addressDu") },
          { value: "sie", label: t("sessions.addressSie") },
        ]}
      />
      {state.failed ? (
        <div role="alert">
          <Notice tone="problem">
            {state.noHelp ? t("installation.openRefused") : t("sessions.openFailed")}
          </Notice>
        </div>
      ) : null}
      <Button busy={pending} kind="primary" size="phone" type="submit" wide>
        {pending ? t("sessions.opening") : t("sessions.open")}
      </Button>
      <RehearseButton />
      {toPlan}
    </div>
  );
}
