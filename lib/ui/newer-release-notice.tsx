"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { attemptsOfTab, isServed, reloadForRelease } from "@/lib/client/newer-release";
import type { Handshake } from "@/lib/protocol";
import { Button } from "@/lib/ui/button";

/** Says on phone, stage and console alike that the page loads anew, and does it when that is of use. */
export function NewerReleaseNotice({ audience }: { audience: Handshake["role"] }) {
  const t = useTranslations();
  useEffect(() => {
    let isOver = false;
    void reloadForRelease({
      attempts: attemptsOfTab,
      isServed,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      reload: () => location.reload(),
      chance: Math.random,
      isOver: () => isOver,
    });
    return () => {
      isOver = true;
    };
  }, []);

  if (audience === "stage") {
    return (
      <main
        className="flex h-dvh flex-col justify-center bg-paper p-[calc(4*var(--u))] text-ink"
        data-theme="light"
      >
        <h1 className="max-w-[26ch] font-medium font-serif text-stage-prompt">
          {t("common.updated")}
        </h1>
      </main>
    );
  }
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[560px] flex-col items-start gap-4 px-5 pt-6 pb-6 text-lg">
      <h1 className="text-pretty font-medium font-serif text-2xl">{t("common.updated")}</h1>
      {audience === "participant" ? (
        <p className="text-base text-ink-2">{t("phone.updatedHint")}</p>
      ) : null}
      <Button onClick={() => location.reload()}>{t("errors.reload")}</Button>
    </main>
  );
}
