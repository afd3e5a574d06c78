"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type MailState, requestLink } from "@/app/sign-in/request-link";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";
import { TextField } from "@/lib/ui/text-field";

/** Asks for a link by e-mail. The answer is one and the same for every address. */
export function MailForm({ purpose }: { purpose: "signIn" | "reset" }) {
  const t = useTranslations("auth");
  const [state, action, pending] = useActionState<MailState, FormData>(
    requestLink.bind(null, purpose),
    { sent: false },
  );
  return (
    <form action={action} className="flex flex-col gap-4">
      <TextField
        autoComplete="username"
        defaultValue={state.email}
        key={state.email}
        label={t("email")}
        name="email"
        required
        type="email"
      />
      <Button busy={pending} kind="primary" type="submit" wide>
        {t("sendLink")}
      </Button>
      <div aria-live="polite" className="empty:-mt-4">
        {state.sent ? <Notice tone="done">{t("linkSent")}</Notice> : null}
      </div>
    </form>
  );
}
