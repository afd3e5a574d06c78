"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { useDevice } from "@/lib/client/participant/device-provider";
import { TooLate } from "@/lib/client/participant/my-cards";
import { TalkSignal } from "@/lib/client/participant/talk-signal";
import { useOwnMarks } from "@/lib/client/participant/use-own-cards";

/** One revealed card; one's own says so, on this device only. */
export function RevealedCardItem({
  card: { text, markHash, notForStage },
  children,
}: {
  card: RevealedCard;
  children?: ReactNode;
}) {
  const t = useTranslations("phone");
  const { record } = useDevice();
  const mark = useOwnMarks().get(markHash);
  const own = record.cards.find((card) => card.mark === mark);
  return (
    <li
      className={`flex flex-col gap-1 rounded-card border px-4 py-3 ${
        own ? "border-accent bg-accent-soft" : "border-line bg-surface"
      }`}
    >
      <p className="whitespace-pre-wrap">{text}</p>
      {own ? <p className="font-semibold text-accent text-base">{t("mine")}</p> : null}
      {notForStage ? <p className="text-base text-ink-2">{t("isNotForStage")}</p> : null}
      {children}
      {own ? (
        <>
          <TooLate card={own} />
          <TalkSignal card={own} />
        </>
      ) : null}
    </li>
  );
}
