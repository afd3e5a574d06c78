"use client";

import { useTranslations } from "next-intl";
import { type Here, notHandedIn, putAway } from "@/lib/client/not-handed-in";
import { type OwnCard, unsentText } from "@/lib/client/own-card";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { useDevice } from "@/lib/ui/phone/device-provider";

/** Where the room is, and where on its screen one's own cards are listed. */
export interface NotHandedInProps {
  here: Here;
  listed: "myCard" | "ownCards";
}

/** What is to be told of what was not handed in, a sentence each. */
export function useNotHandedIn({ here, listed }: NotHandedInProps): string[] {
  const t = useTranslations("phone");
  const { record } = useDevice();
  const { cards, choice } = notHandedIn(record, here);
  const isChange = cards.every(({ sent }) => sent !== null);
  return [
    ...(cards.length === 0
      ? []
      : [t(isChange ? "unsentChange" : "unsentText", { place: t(listed) })]),
    ...(choice === null ? [] : [t(choice === "change" ? "unsentChoiceChange" : "unsentChoice")]),
  ];
}

/**
 * What this device holds and the room did not get, once its time is over: nothing vanishes without a word.
 * Says where the text is and shows nothing of it, because neighbours look. Said aloud elsewhere, in a place
 * that was there before (`use-announcement.ts`).
 */
export function NotHandedIn(props: NotHandedInProps) {
  const t = useTranslations("phone");
  const { change } = useDevice();
  const told = useNotHandedIn(props);
  if (told.length === 0) return null;
  return (
    <section className="flex flex-col items-start gap-2 rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre">
      {told.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Button onClick={() => change((before) => putAway(before, props.here))}>
        {t("unsentRead")}
      </Button>
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
      {t("changeNotHandedIn")} <PeoplesWords className="whitespace-pre-wrap">{text}</PeoplesWords>
    </p>
  );
}
