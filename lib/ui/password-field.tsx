"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField, type TextFieldProps } from "@/lib/ui/text-field";

/** A password that can be looked at while typing: safer than typing it twice. */
export function PasswordField(props: Omit<TextFieldProps, "type" | "children">) {
  const t = useTranslations("auth");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextField {...props} type={shown ? "text" : "password"}>
      <button
        aria-label={shown ? t("passwordHide") : t("passwordShow")}
        className="inline-flex min-h-12 min-w-12 items-center justify-center rounded-control border border-edge bg-surface text-ink"
        onClick={() => setShown(!shown)}
        title={shown ? t("passwordHide") : t("passwordShow")}
        type="button"
      >
        <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
      </button>
    </TextField>
  );
}
