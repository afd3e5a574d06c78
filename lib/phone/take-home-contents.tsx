"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ownLinesOf } from "@/lib/activities/private-lines";
import { screensRegistry } from "@/lib/activities/screens-registry";
import { useLiveView } from "@/lib/client/live-provider";
import { onNeed } from "@/lib/client/on-need";
import { unsentText } from "@/lib/client/own-card";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWordsText } from "@/lib/client/use-words";
import { dateFormat } from "@/lib/i18n/dates";
import { SeriesKeeping } from "@/lib/phone/series-keeping";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { bound, type Keepsake } from "@/lib/ui/phone/keepsake";
import { KeepsakeCard } from "@/lib/ui/phone/keepsake-card";
import { UnsentText } from "@/lib/ui/phone/not-handed-in";

/** Most sessions belong to no series: its words are loaded where one does. */
const wordLists = onNeed(() => import("@/lib/series/word-lists"));

/** What stays with the person: the card of what was planned and noted, and one's own cards. */
export function TakeHomeContents() {
  return (
    <>
      <SeriesKeeping />
      <OwnKeepsake />
      <OwnCards />
    </>
  );
}

/** The card, put together of what this device keeps. */
function OwnKeepsake() {
  const t = useTranslations();
  const locale = useLocale();
  const textOf = useWordsText();
  const { record } = useDevice();
  const session = useLiveView((view) => view.session);
  /** How many views back from the last one that was kept. */
  const [back, setBack] = useState(0);
  // Before they are drawn, while there is a network.
  const isOfSeries = session?.keepsForSeries === true || record.series !== null;
  const lists = useLoaded(wordLists, isOfSeries);
  const views = record.keptCards;
  const words = { t, locale, textOf };
  const day = session?.endsAt == null ? null : new Date(session.endsAt);
  const keepsake: Keepsake = {
    steps: screensRegistry.flatMap(({ ownSteps }) => ownSteps?.(record, words) ?? []),
    notes: [
      ...screensRegistry.flatMap(({ ownNotes }) => ownNotes?.(record, words) ?? []),
      ...ownLinesOf(record.kept).map(({ prompt, text }) => ({ prompt: textOf(prompt), text })),
      ...(record.series?.state === "saved" && lists
        ? [
            {
              prompt: t("phone.series.own"),
              // A line may end with the mark between two words, and begins with none.
              text: lists.wordsShown(record.series.words).join(`${bound(" ")}· `),
            },
          ]
        : []),
    ],
    moves: screensRegistry.flatMap(({ ownMoves }) => ownMoves?.(record, words) ?? []),
    helpful: views.at(-1 - (back % Math.max(1, views.length)))?.text ?? null,
    session: session
      ? [
          textOf(session.title),
          day ? bound(dateFormat(locale, { dateStyle: "long" }).format(day)) : null,
        ]
          .filter((part) => part !== null)
          .join(" · ")
      : null,
  };
  return (
    <KeepsakeCard
      keepsake={keepsake}
      onOtherView={views.length > 1 ? () => setBack(back + 1) : undefined}
    />
  );
}

/** One's own cards, with what was answered to them. */
function OwnCards() {
  const t = useTranslations("phone");
  const { record } = useDevice();
  const cards = record.cards.filter(
    (card) => !card.withdrawn && (card.sent !== null || unsentText(card) !== null),
  );
  return (
    <Disclosure title={t("ownCards")}>
      <ul className="flex flex-col gap-3">
        {cards.length === 0 ? <li className="text-ink-2">{t("myCardEmpty")}</li> : null}
        {cards.map((card) => (
          <li className="border-line border-s-2 ps-3" key={card.edit}>
            <PeoplesWords as="p" className="whitespace-pre-wrap">
              {card.sent ?? card.draft}
            </PeoplesWords>
            <UnsentText card={card} />
            {card.reply === null ? null : (
              <p className="mt-2 text-base text-ink-2">
                {t("replyFrom")}:{" "}
                <PeoplesWords className="whitespace-pre-wrap">{card.reply}</PeoplesWords>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
