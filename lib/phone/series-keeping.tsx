"use client";

import { useLocale, useTranslations } from "next-intl";
import { screensRegistry } from "@/lib/activities/screens-registry";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { randomBelow } from "@/lib/client/random";
import type { SeriesScores } from "@/lib/series/series-schema";
import { drawWords } from "@/lib/series/series-words";
import { Button } from "@/lib/ui/button";
import { useDevice } from "@/lib/ui/phone/device-provider";

/**
 * Draws the four words of a series, and has the server keep under them what their owner answered at the beginning. The
 * words stay here: what the server keeps is found by whoever has them, and by nobody else. For a covered place.
 */
export function SeriesKeeping() {
  const t = useTranslations("phone.series");
  const locale = useLocale();
  const { connection } = useLive();
  const session = useLiveView((view) => view.session);
  const { record, handIn } = useDevice();
  if (!session?.keepsForSeries) return null;

  const scores: SeriesScores = Object.fromEntries(
    screensRegistry.flatMap(({ ownScores }) => Object.entries(ownScores?.(record) ?? {})),
  );

  function draw() {
    // Not inside: that is applied again to what other pages of this device have stored meanwhile.
    const words = drawWords(locale, randomBelow);
    handIn((before) =>
      before.series === null
        ? {
            record: { ...before, series: { words, state: "saving" } },
            command: { type: "keepInSeries", words, scores },
          }
        : null,
    );
  }

  function said(): string | null {
    switch (record.series?.state) {
      case "saving":
        return t(connection === "offline" ? "later" : "saving");
      case "saved":
        return t("saved");
      case "refused":
      case "conflict":
        return t("refused");
      default:
        return null;
    }
  }

  const isAsked = record.series === null && session.status !== "finished";
  const hasScores = Object.keys(scores).length > 0;
  return (
    <section className="flex flex-col gap-3 rounded-card bg-sunken px-5 py-4">
      <h3 className="font-semibold">{t("title")}</h3>
      {isAsked && hasScores ? (
        <>
          <p className="text-base">{t("what")}</p>
          <Button onClick={draw} wide>
            {t("draw")}
          </Button>
        </>
      ) : null}
      <p className="text-base" role="status">
        {said() ?? (hasScores ? (isAsked ? null : t("over")) : t("nothing"))}
      </p>
    </section>
  );
}
