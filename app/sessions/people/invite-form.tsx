"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useActionState, useRef, useState } from "react";
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
            link={state.link}
          />
        ) : null}
      </div>
    </div>
  );
}

function FreshLink({ link, hint }: { link: string; hint: string }) {
  const t = useTranslations();
  const field = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    const input = field.current?.querySelector("input");
    input?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Missing over plain http, where the older way still works; else it stays selected.
      setCopied(document.execCommand("copy"));
    }
  }

  return (
    <div className="flex flex-col rounded-card bg-accent-soft p-4" ref={field}>
      <TextField defaultValue={link} hint={hint} label={t("auth.inviteLink")} name="link" readOnly>
        <Button onClick={copy}>{copied ? t("common.copied") : t("common.copy")}</Button>
      </TextField>
    </div>
  );
}
