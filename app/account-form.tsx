"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { type FieldProblem, NewPasswordField } from "@/lib/ui/new-password-field";
import { TextField } from "@/lib/ui/text-field";

/** What the form shows after it was sent. Passwords never travel back. */
export interface AccountFormState {
  name?: string;
  email?: string;
  /** The link stopped working in the meantime. */
  linkGone?: boolean;
  fields?: { name?: FieldProblem; email?: FieldProblem; password?: FieldProblem };
}

export interface AccountFormProps {
  action: (state: AccountFormState, form: FormData) => Promise<AccountFormState>;
  passwordMin: number;
  /** The address the invitation is bound to. */
  fixedEmail?: string | null;
  linkGone: string;
}

/** The sentence for each reason why an address was not accepted. */
export const EMAIL_PROBLEMS = {
  missing: "emailMissing",
  invalid: "emailInvalid",
  tooShort: "emailInvalid",
  tooLong: "tooLong",
  taken: "emailTaken",
} as const;

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
        problem={email && t(EMAIL_PROBLEMS[email])}
        readOnly={Boolean(fixedEmail)}
        required
        type="email"
      />
      <NewPasswordField min={passwordMin} problem={password} />
      <Button busy={pending} kind="primary" type="submit" wide>
        {pending ? t("creating") : t("createAccount")}
      </Button>
    </form>
  );
}
