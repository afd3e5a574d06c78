"use client";

import { useTranslations } from "next-intl";
import { JoinBox } from "@/lib/ui/join-box";
import { PhoneFrame } from "@/lib/ui/phone-frame";

/** One answer for unknown, locked and ended; the code can be typed again right here. */
export function WrongCode() {
  const t = useTranslations("join");
  return (
    <PhoneFrame prompt={t("codeWrong")} title={t("pageTitle")}>
      <JoinBox autoFocus />
    </PhoneFrame>
  );
}
