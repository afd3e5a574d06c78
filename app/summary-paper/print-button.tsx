"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/button";

/** The browser's own printing, which also makes a PDF. */
export function PrintButton() {
  const t = useTranslations("summary");
  return (
    <Button onClick={() => window.print()} size="console">
      <Printer aria-hidden size={20} strokeWidth={1.75} />
      {t("print")}
    </Button>
  );
}
