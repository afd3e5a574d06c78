"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { TextField, type TextFieldProps } from "@/lib/ui/text-field";

/** A password that can be looked at while typing: safer than typing it twice. */
export function PasswordField(props: Omit<TextFieldProps, "type" | "children">) {
  const t = useTranslations("auth");
  const [shown, setShown] = useState(false);
  return (
    <TextField {...props} type={shown ? "text" : "password"}>
      <Button
        aria-label={shown ? t("passwordHide") : t("passwordShow")}
        // As wide as the longer word, so that the field doesn't change under the finger.
        className="min-w-32 shrink-0"
        onClick={() => setShown(!shown)}
      >
        {shown ? t("hide") : t("show")}
      </Button>
    </TextField>
  );
}
