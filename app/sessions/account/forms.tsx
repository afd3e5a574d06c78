"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { EMAIL_PROBLEMS } from "@/app/account-form";
import {
  type ChangeState,
  changeEmail,
  changePassword,
  changeProfile,
  deleteAccount,
  linkProvider,
} from "@/app/sessions/account/actions";
import { Button } from "@/lib/ui/button";
import { NewPasswordField } from "@/lib/ui/new-password-field";
import { Notice } from "@/lib/ui/notice";
import { PasswordField } from "@/lib/ui/password-field";
import { Segments } from "@/lib/ui/segments";
import { TextField } from "@/lib/ui/text-field";

type Action = (state: ChangeState, form: FormData) => Promise<ChangeState>;

interface ChangeFormProps {
  action: Action;
  label: string;
  /** What is said once it is done. */
  done?: (state: ChangeState) => string;
  children: (state: ChangeState) => ReactNode;
  danger?: boolean;
}

/** One form of the account page: what it changes, the button, and the answer below it. */
function ChangeForm({ action, label, done, children, danger = false }: ChangeFormProps) {
  // Wrapped for the sake of the one that leads to the provider; see `ProviderButton`.
  const [state, send, pending] = useActionState<ChangeState, FormData>(
    (before, form) => action(before, form),
    {},
  );
  return (
    <form action={send} className="flex flex-col gap-4" noValidate>
      {children(state)}
      <Button
        busy={pending}
        className={danger ? "border-brick! text-brick! self-start" : "self-start"}
        type="submit"
      >
        {label}
      </Button>
      <div aria-live="polite" className="empty:-mt-4">
        {state.done && done ? <Notice tone="done">{done(state)}</Notice> : null}
        <Refusal state={state} />
      </div>
    </form>
  );
}

function Refusal({ state }: { state: ChangeState }) {
  const t = useTranslations();
  const sentences = {
    wrong: t("account.currentWrong"),
    busy: t("auth.busy"),
    provider: t("auth.busy"),
    lastAdmin: t("account.deleteLast"),
  };
  return state.refusal ? <Notice tone="problem">{sentences[state.refusal]}</Notice> : null;
}

/** Asks once more who is there: by password, or by typing the address where there is none. */
function ProofField({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("account");
  return hasPassword ? (
    <PasswordField autoComplete="current-password" label={t("current")} name="proof" required />
  ) : (
    <TextField autoComplete="off" label={t("typed")} name="proof" required type="email" />
  );
}

export function ProfileForm({ name, language }: { name: string; language: "de" | "en" }) {
  const t = useTranslations();
  return (
    <ChangeForm action={changeProfile} done={() => t("account.saved")} label={t("account.save")}>
      {(state) => (
        <>
          <TextField
            autoComplete="name"
            defaultValue={state.name ?? name}
            hint={t("auth.nameHint")}
            key={`name ${state.name ?? name}`}
            label={t("auth.name")}
            name="name"
            problem={
              state.fields?.name &&
              (state.fields.name === "tooLong" ? t("auth.tooLong") : t("auth.nameMissing"))
            }
            required
          />
          <Segments
            hint={t("account.languageHint")}
            initial={language}
            key={language}
            legend={t("account.language")}
            name="language"
            options={[
              { value: "de", label: "Deutsch", lang: "de" },
              { value: "en", label: "English", lang: "en" },
            ]}
          />
        </>
      )}
    </ChangeForm>
  );
}

export function PasswordForm({ passwordMin }: { passwordMin: number }) {
  const t = useTranslations("account");
  return (
    <ChangeForm
      action={changePassword}
      done={() => t("passwordChanged")}
      label={t("passwordChange")}
    >
      {(state) => (
        <>
          <ProofField hasPassword />
          <NewPasswordField min={passwordMin} problem={state.fields?.password} />
        </>
      )}
    </ChangeForm>
  );
}

export function EmailForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations();
  return (
    <ChangeForm
      action={changeEmail}
      done={(state) => t(state.sent ? "account.emailSent" : "account.emailChanged")}
      label={t("account.emailChange")}
    >
      {(state) => (
        <>
          <TextField
            autoComplete="email"
            defaultValue={state.email}
            key={state.email}
            label={t("account.emailNew")}
            name="email"
            problem={state.fields?.email && t(`auth.${EMAIL_PROBLEMS[state.fields.email]}`)}
            required
            type="email"
          />
          <ProofField hasPassword={hasPassword} />
        </>
      )}
    </ChangeForm>
  );
}

export function LinkForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("account");
  return (
    <ChangeForm action={linkProvider} label={t("oidcLink")}>
      {() => <ProofField hasPassword={hasPassword} />}
    </ChangeForm>
  );
}

export function DeleteForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("account");
  return (
    <ChangeForm action={deleteAccount} danger label={t("deleteDo")}>
      {() => <ProofField hasPassword={hasPassword} />}
    </ChangeForm>
  );
}
