"use client";

import { useTranslations } from "next-intl";
import { nextRevision } from "@/lib/client/device-record";
import { useLive } from "@/lib/client/live-provider";
import { changeCard, type OwnCard } from "@/lib/client/own-card";
import { Button } from "@/lib/ui/button";
import { useDevice } from "@/lib/ui/phone/device-provider";

/** "I'd like to talk": from a card of one's own, or from Help without one. Says first what it tells. */
export function TalkSignal({ card }: { card: OwnCard | null }) {
  const t = useTranslations("help");
  const { record, handIn } = useDevice();
  const { connection } = useLive();
  const signal = card ? card.talk : record.talk;

  function give() {
    const mark = card?.mark ?? null;
    handIn((before) => {
      const about = card ? before.cards.find((each) => each.mark === mark) : before;
      const revision = nextRevision(before, about?.talk);
      const talk = { revision, state: "saving" as const };
      return {
        record: card
          ? changeCard(before, card.edit, (each) => ({ ...each, talk }))
          : { ...before, talk },
        command: { type: "wantToTalk", mark, revision },
      };
    });
  }

  function said(): string | null {
    switch (signal?.state) {
      case "saving":
        return connection === "offline" ? t("talkLater") : t("talkSending");
      case "saved":
        return t("sent");
      case "refused":
      case "conflict":
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
