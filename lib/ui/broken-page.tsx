"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/button";
import { SavedScene } from "@/lib/ui/drawn/saved-scene";

/** In the place of a page that broke: what happened, what is safe, what to do. */
export function BrokenPage({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations("errors");
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[520px] flex-col items-start justify-center gap-4 px-4 py-8 text-lg">
      <SavedScene className="w-[240px] [@media(max-height:480px)]:hidden" />
      <h1 className="text-balance pt-2 font-medium font-serif text-3xl">{t("brokenTitle")}</h1>
      <p className="text-ink-2">{t("brokenText")}</p>
      <Button kind="primary" onClick={onAgain}>
        {t("reload")}
      </Button>
    </main>
  );
}
