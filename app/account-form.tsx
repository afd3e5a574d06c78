"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { PasswordField } from "@/lib/ui/password-field";
import { TextField } from "@/lib/ui/text-field";

type Problem = "missing" | "invalid" | "tooShort" | "tooLong" | "taken";

/** What the form shows after it was sent. Passwords never travel back. */
export interface AccountFormState {
  name?: string;
  email?: string;
  /** The link stopped working in the meantime. */
  linkGone?: boolean;
  fields?: { name?: Problem; email?: Problem; password?: Problem };
}

export interface AccountFormProps {
  action: (state: AccountFormState, form: FormData) => Promise<AccountFormState>;
  passwordMin: number;
  /** The address the invitation is bound to. */
  fixedEmail?: string | null;
  linkGone: string;
}

/** Name, e-mail and password of a new account. */
export function AccountForm({ action, passwordMin, fixedEmail, linkGone }: AccountFormProps) {
  const t = useTranslations("auth");
  const [state, send, pending] = useActionState<AccountFormState, FormData>(action, {});
  if (state.linkGone) {
    return (
      <p className="rounded-control bg-brick-soft px-4 py-3 text-brick text-lg" role="alert">
        {linkGone}
      </p>
    );
  }
  const { name, email, password } = state.fields ?? {};
  return (
    // The server's own sentences are clearer than the browser's and come in the page's language.
    <form action={send} className="flex flex-col gap-4" noValidate>
      <TextField
        autoComplete="name"
        defaultValue={state.name}
        hint={t("nameHint")}
        key={`name ${state.name}`}
        label={t("name")}
        name="name"
        problem={name && (name === "tooLong" ? t("tooLong") : t("nameMissing"))}
        required
      />
      <TextField
        autoComplete="username"
        defaultValue={fixedEmail ?? state.email}
        key={`email ${state.email}`}
        label={t("email")}
        name="email"
        problem={
          email &&
          {
            missing: t("emailMissing"),
            invalid: t("emailInvalid"),
            tooShort: t("emailInvalid"),
            tooLong: t("tooLong"),
            taken: t("emailTaken"),
          }[email]
        }
        readOnly={Boolean(fixedEmail)}
        required
        type="email"
      />
      <PasswordField
        autoComplete="new-password"
        hint={t("passwordHint", { n: passwordMin })}
        label={t("passwordNew")}
        name="password"
        problem={
          password &&
          {
            missing: t("passwordMissing"),
            invalid: t("passwordShort"),
            tooShort: t("passwordShort"),
            tooLong: t("tooLong"),
            taken: t("passwordShort"),
          }[password]
        }
        required
      />
      <Button busy={pending} kind="primary" type="submit" wide>
        {pending ? t("creating") : t("createAccount")}
      </Button>
    </form>
  );
}
