"use client";

import { useTranslations } from "next-intl";
import { nextRevision, type OwnCard } from "@/lib/client/device-record";
import { useLive } from "@/lib/client/live-provider";
import { useDevice } from "@/lib/client/participant/device-provider";
import { Button } from "@/lib/ui/button";

/** "I'd like to talk": from a card of one's own, or from Help without one. Says first what it tells. */
export function TalkSignal({ card }: { card: OwnCard | null }) {
  const t = useTranslations("help");
  const { record, change } = useDevice();
  const { send, connection } = useLive();
  const signal = card ? card.talk : record.talk;

  function give() {
    const talk = { revision: nextRevision(record, signal), state: "saving" as const };
    change((before) =>
      card
        ? {
            ...before,
            cards: before.cards.map((each) => (each.mark === card.mark ? { ...each, talk } : each)),
          }
        : { ...before, talk },
    );
    void send({ type: "wantToTalk", mark: card?.mark ?? null, revision: talk.revision });
  }

  function said(): string | null {
    switch (signal?.state) {
      case "saving":
        return connection === "offline" ? t("talkLater") : t("talkSending");
      case "saved":
        return t("sent");
      case "refused":
        return t("talkRefused");
      default:
        return null;
    }
  }

  return (
    <div className="flex flex-col items-start gap-1">
      <p className="text-base text-ink-2">{card ? t("talkFromCard") : t("talkText")}</p>
      <Button busy={signal?.state === "saving"} onClick={give}>
        {card ? t("talk") : signal?.state === "saved" ? t("sendAgain") : t("send")}
      </Button>
      <p className="text-base" role="status">
        {said()}
      </p>
    </div>
  );
}
