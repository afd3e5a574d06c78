"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { screensRegistry } from "@/lib/activities/screens-registry";
import { unsentText } from "@/lib/client/own-card";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ConfirmButton } from "@/lib/ui/phone/confirm-button";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { HelpContacts } from "@/lib/ui/phone/help-contacts";
import { UnsentText } from "@/lib/ui/phone/not-handed-in";

/** What stays with the person: what kinds hand over, cards, whom to call, and the way to forget it all. */
export function TakeHome() {
  const t = useTranslations("phone");
  const { record, erase } = useDevice();
  const [deleted, setDeleted] = useState(false);
  const cards = record.cards.filter(
    (card) => !card.withdrawn && (card.sent !== null || unsentText(card) !== null),
  );

  async function forget() {
    await erase();
    setDeleted(true);
  }

  return (
    <>
      {/* Covered until tapped, and the same on every phone: neighbours look. */}
      {screensRegistry.map(({ name, TakeHome: OfKind }) => OfKind && <OfKind key={name} />)}
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
      <Disclosure title={t("helpsMe")}>
        <ul className="flex flex-col gap-3">
          {record.keptCards.length === 0 ? (
            <li className="text-ink-2">{t("helpsMeEmpty")}</li>
          ) : null}
          {record.keptCards.map(({ id, text }) => (
            <li className="border-line border-s-2 ps-3" key={id}>
              <PeoplesWords as="p" className="whitespace-pre-wrap">
                {text}
              </PeoplesWords>
            </li>
          ))}
        </ul>
      </Disclosure>
      <HelpContacts />
      <div className="flex flex-col items-start gap-2">
        <ConfirmButton label={t("deleteLocal")} onConfirm={forget} sure={t("deleteLocalSure")} />
        <p className="text-base text-ink-2" role="status">
          {deleted ? t("deletedLocal") : null}
        </p>
      </div>
    </>
  );
}
