"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/button";

/** What happened, what is safe, what to do. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("errors");
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[480px] flex-col justify-center gap-4 px-5 py-8 text-lg">
      <h1 className="font-medium font-serif text-2xl">{t("brokenTitle")}</h1>
      <p>{t("brokenText")}</p>
      <div>
        <Button kind="primary" onClick={reset}>
          {t("reload")}
        </Button>
      </div>
    </main>
  );
}
