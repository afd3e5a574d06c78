"use client";

import { useTranslations } from "next-intl";
import { JoinBox } from "@/lib/ui/join-box";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";

/** One answer for unknown, locked and ended; what was typed stands here to be corrected. */
export function WrongCode({ typed }: { typed: string }) {
  const t = useTranslations("join");
  return (
    <PhoneFrame prompt={t("codeWrong")} title={t("pageTitle")}>
      <JoinBox autoFocus initial={typed} />
    </PhoneFrame>
  );
}
