"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/lib/ui/password-field";

/** Why a value of an account's form was not accepted. */
export type FieldProblem = "missing" | "invalid" | "tooShort" | "tooLong" | "taken";

const PROBLEMS = {
  missing: "passwordMissing",
  invalid: "passwordShort",
  tooShort: "passwordShort",
  tooLong: "tooLong",
  taken: "passwordShort",
} as const;

/** A password that is being chosen. */
export function NewPasswordField({ min, problem }: { min: number; problem?: FieldProblem }) {
  const t = useTranslations("auth");
  return (
    <PasswordField
      autoComplete="new-password"
      hint={t("passwordHint", { n: min })}
      label={t("passwordNew")}
      name="password"
      problem={problem && t(PROBLEMS[problem])}
      required
    />
  );
}
