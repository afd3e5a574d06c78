"use client";

import { useTranslations } from "next-intl";
import { useLive } from "@/lib/client/live-provider";
import { ConfirmButton } from "@/lib/client/participant/confirm-button";
import { useDevice } from "@/lib/client/participant/device-provider";
import { Disclosure } from "@/lib/client/participant/disclosure";
import { TalkSignal } from "@/lib/client/participant/talk-signal";
import { useOwnCards } from "@/lib/client/participant/use-own-cards";
import { useRevealedMarks } from "@/lib/client/participant/use-revealed-marks";
import type { PlannedActivity } from "@/lib/session/view-schema";

/**
 * What this device alone is told of its own cards: that one stays with the facilitator, and what the
 * facilitator wrote back. Covered until tapped, because neighbours look.
 */
export function OwnNews({ planned }: { planned: PlannedActivity }) {
  const t = useTranslations("phone");
  const { record } = useDevice();
  const { view } = useLive();
  const own = useOwnCards(planned.key);
  const revealed = useRevealedMarks();
  const isOpen = view?.session.status !== "finished";
  const isHeld = (card: (typeof record.cards)[number]) =>
    isOpen && card.activity === planned.key && card.standing === "held" && !revealed.has(card.mark);
  const told = record.cards.filter(
    (card) => !card.withdrawn && (card.reply !== null || isHeld(card)),
  );
  const title = told.length === 0 ? null : t("aboutCard");

  return (
    <>
      <p className="sr-only" role="status">
        {title}
      </p>
      {title === null ? null : (
        <Disclosure title={title}>
          <ul className="flex flex-col gap-6">
            {told.map((card) => (
              <li className="flex flex-col gap-3" key={card.edit}>
                <p className="whitespace-pre-wrap border-line border-s-2 ps-3 text-ink-2">
                  {card.sent}
                </p>
                {isHeld(card) ? <p className="font-semibold">{t("held")}</p> : null}
                {card.reply === null ? null : (
                  <div className="rounded-card bg-accent-soft px-4 py-3">
                    <p className="font-semibold text-base">{t("replyFrom")}</p>
                    <p className="whitespace-pre-wrap">{card.reply}</p>
                  </div>
                )}
                <TalkSignal card={card} />
                {isHeld(card) ? (
                  <div className="-ms-3">
                    <ConfirmButton
                      kind="quiet"
                      label={t("withdraw")}
                      onConfirm={() =>
                        own.withdraw(
                          card,
                          planned.kind === "reframe" ? "withdrawReading" : "withdrawCard",
                        )
                      }
                      sure={t("withdrawSure")}
                    />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
