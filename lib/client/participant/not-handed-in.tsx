"use client";

import { useTranslations } from "next-intl";
import type { OwnCard } from "@/lib/client/device-record";
import { type Here, notHandedIn, putAway, unsentText } from "@/lib/client/not-handed-in";
import { useDevice } from "@/lib/client/participant/device-provider";
import { Button } from "@/lib/ui/button";

/**
 * What this device holds and the room did not get, once its time is over: nothing vanishes without a word.
 * Says where the text is and shows nothing of it, because neighbours look.
 */
export function NotHandedIn({ here, listed }: { here: Here; listed: "myCard" | "ownCards" }) {
  const t = useTranslations("phone");
  const { record, change } = useDevice();
  const { cards, choice } = notHandedIn(record, here);
  if (cards.length === 0 && choice === null) return null;
  const isChange = cards.every(({ sent }) => sent !== null);
  return (
    <section className="flex flex-col items-start gap-2 rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre">
      <div role="alert">
        {cards.length === 0 ? null : (
          <p>
            {t(isChange ? "unsentChange" : "unsentText", {
              place: t(listed),
            })}
          </p>
        )}
        {choice === null ? null : (
          <p>{t(choice === "change" ? "unsentChoiceChange" : "unsentChoice")}</p>
        )}
      </div>
      <Button onClick={() => change((before) => putAway(before, here))}>{t("unsentRead")}</Button>
    </section>
  );
}

/** Beside a card of one's own: what of it was not handed in. */
export function UnsentText({ card }: { card: OwnCard }) {
  const t = useTranslations("phone");
  const text = unsentText(card);
  if (text === null) return null;
  if (card.sent === null) return <p className="text-base text-ink-2">{t("notHandedIn")}</p>;
  return (
    <p className="text-base text-ink-2">
      {t("changeNotHandedIn")} <span className="whitespace-pre-wrap">{text}</span>
    </p>
  );
}
