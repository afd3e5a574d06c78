"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";

/** Below this a line of text would only flash. */
const LOADING_AFTER_MS = 400;

/** While the server is asked about the code; also what stands in the document before any script has come. */
export function Checking() {
  const t = useTranslations("join");
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LOADING_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <PhoneFrame title={t("pageTitle")}>
      <p className="text-ink-2" role="status">
        {late ? t("checking") : null}
      </p>
    </PhoneFrame>
  );
}
