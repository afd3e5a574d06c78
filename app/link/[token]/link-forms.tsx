"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import {
  confirmEmail,
  type LinkState,
  type ResetState,
  resetPassword,
  signInWithLink,
} from "@/app/link/[token]/actions";
import { Button } from "@/lib/ui/button";
import { NewPasswordField } from "@/lib/ui/new-password-field";
import { Notice } from "@/lib/ui/notice";

const BUTTONS = {
  signIn: { action: signInWithLink, label: "signIn" },
  email: { action: confirmEmail, label: "linkEmailDo" },
} as const;

/** One button which does what the link is for. */
export function LinkButton({ purpose, token }: { purpose: keyof typeof BUTTONS; token: string }) {
  const t = useTranslations("auth");
  const { action, label } = BUTTONS[purpose];
  const [state, send, pending] = useActionState<LinkState>(() => action(token), {});
  return (
    <form action={send} className="flex flex-col gap-4">
      <div aria-live="polite" className="empty:-mb-4">
        {state.problem ? <Notice tone="problem">{t(state.problem)}</Notice> : null}
      </div>
      <Button busy={pending} kind="primary" type="submit" wide>
        {t(label)}
      </Button>
    </form>
  );
}

/** The new password, once. */
export function ResetForm({ token, passwordMin }: { token: string; passwordMin: number }) {
  const t = useTranslations("auth");
  const [state, send, pending] = useActionState<ResetState, FormData>(
    resetPassword.bind(null, token),
    {},
  );
  return (
    <form action={send} className="flex flex-col gap-4" noValidate>
      <div aria-live="polite" className="empty:-mb-4">
        {state.linkGone || state.busy ? (
          <Notice tone="problem">{t(state.linkGone ? "linkGone" : "busy")}</Notice>
        ) : null}
      </div>
      <NewPasswordField min={passwordMin} problem={state.fields?.password} />
      <Button busy={pending} kind="primary" type="submit" wide>
        {t("passwordSet")}
      </Button>
    </form>
  );
}
