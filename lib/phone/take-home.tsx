"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ownLinesOf } from "@/lib/activities/private-lines";
import { screensRegistry } from "@/lib/activities/screens-registry";
import { useLiveView } from "@/lib/client/live-provider";
import { unsentText } from "@/lib/client/own-card";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWordsText } from "@/lib/client/use-words";
import { dateFormat } from "@/lib/i18n/dates";
import { SeriesKeeping } from "@/lib/phone/series-keeping";
import { useOpened } from "@/lib/ui/opened";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ConfirmButton } from "@/lib/ui/phone/confirm-button";
import { Covered } from "@/lib/ui/phone/covered";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { HelpContacts } from "@/lib/ui/phone/help-contacts";
import { bound, type Keepsake } from "@/lib/ui/phone/keepsake";
import { KeepsakeCard } from "@/lib/ui/phone/keepsake-card";
import { UnsentText } from "@/lib/ui/phone/not-handed-in";

/** Where it is noted that what stays with the person lies open. */
const NAME = "take-home";

/** Whether it does. */
export const useTakeHomeOpen = (): boolean => useOpened(NAME)[0];

/**
 * What stays with the person, behind one button that is the same on every phone; whom to call; and the way to
 * forget it all. `primary`: it is what the screen is for, so its button is the filled one, in the dock.
 * `helpInFooter`: whom to call stands there until it lies open.
 */
export function TakeHome({
  primary = false,
  helpInFooter = false,
}: {
  primary?: boolean;
  helpInFooter?: boolean;
}) {
  const isOpen = useTakeHomeOpen();
  const t = useTranslations("phone");
  const { erase } = useDevice();
  const [deleted, setDeleted] = useState(false);

  async function forget() {
    await erase();
    setDeleted(true);
  }

  return (
    <>
      <Covered
        docked={primary}
        kind={primary ? "primary" : "secondary"}
        name={NAME}
        show={t("keepsake.show")}
        title={t("keepsake.title")}
      >
        <SeriesKeeping />
        <OwnKeepsake />
        <OwnCards />
      </Covered>
      {helpInFooter && !isOpen ? null : <HelpContacts />}
      <div className="flex flex-col items-start gap-2">
        <div className="-ms-3">
          <ConfirmButton
            kind="quiet"
            label={t("deleteLocal")}
            onConfirm={forget}
            sure={t("deleteLocalSure")}
          />
        </div>
        <p className="text-base text-ink-2" role="status">
          {deleted ? t("deletedLocal") : null}
        </p>
      </div>
    </>
  );
}

/** What one may want to keep before the phone is somebody else's. */
export function TakeHomeBefore() {
  const t = useTranslations("phone.keepsake");
  return (
    <Covered name="before-passing-on" show={t("show")} title={t("title")}>
      <SeriesKeeping />
      <OwnKeepsake />
      <OwnCards />
    </Covered>
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
  // Most sessions belong to no series: its words are loaded where one does.
  const lists = useLoaded(
    "word-lists",
    session?.keepsForSeries === true || record.series !== null,
    () => import("@/lib/series/word-lists"),
  );
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
