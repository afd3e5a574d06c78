"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useActionState } from "react";
import { FreshLink } from "@/app/fresh-link";
import { type InviteState, invite } from "@/app/sessions/people/actions";
import { dateFormat } from "@/lib/i18n/dates";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";

/** Makes a link and shows it, this once. */
export function InviteForm() {
  const t = useTranslations("auth");
  const day = dateFormat(useLocale(), { dateStyle: "long", timeZone: useTimeZone() });
  const [state, action, pending] = useActionState<InviteState, FormData>(invite, {});
  const problems = { email: t("emailInvalid"), tooMany: t("inviteTooMany") };
  return (
    <div className="flex flex-col gap-4">
      <form action={action} className="flex flex-col gap-4" noValidate>
        <TextField
          autoComplete="off"
          defaultValue={state.email}
          hint={t("inviteEmailHint")}
          key={state.email}
          label={t("inviteEmail")}
          name="email"
          problem={state.refusal && problems[state.refusal]}
          type="email"
        />
        <Button busy={pending} className="self-start" kind="primary" type="submit">
          {t("inviteCreate")}
        </Button>
      </form>
      <div aria-live="polite" className="empty:-mt-4">
        {state.link && state.expiresAt ? (
          <FreshLink
            hint={t("inviteOnce", {
              date: day.format(state.expiresAt),
            })}
            key={state.link}
            label={t("inviteLink")}
            link={state.link}
          />
        ) : null}
      </div>
    </div>
  );
}
