"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type SignInState, signIn } from "@/app/sign-in/actions";
import { Button } from "@/lib/ui/button";
import { PasswordField } from "@/lib/ui/password-field";
import { TextField } from "@/lib/ui/text-field";

/** E-mail and password. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const [state, action, pending] = useActionState<SignInState, FormData>(signIn, {});
  return (
    <form action={action} className="flex flex-col gap-4">
      <input name="next" type="hidden" value={next} />
      <div aria-live="polite" className="empty:-mb-4">
        {state.refusal ? (
          <p className="rounded-control bg-brick-soft px-4 py-3 text-brick text-lg">
            {t(state.refusal)}
          </p>
        ) : null}
      </div>
      <TextField
        autoComplete="username"
        defaultValue={state.email}
        key={state.email}
        label={t("email")}
        name="email"
        required
        type="email"
      />
      <PasswordField
        autoComplete="current-password"
        label={t("password")}
        name="password"
        required
      />
      <Button busy={pending} kind="primary" type="submit" wide>
        {pending ? t("signingIn") : t("signIn")}
      </Button>
    </form>
  );
}
