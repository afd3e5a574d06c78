"use client";

import { useTranslations } from "next-intl";
import { CardOptions } from "@/lib/activities/collect/card-options";
import { columnOf } from "@/lib/activities/collect/columns";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { useLiveView } from "@/lib/client/live-provider";
import { useWords, useWordsText } from "@/lib/client/use-words";
import type { CardAsking } from "@/lib/ui/phone/card-asking";

/** What cards are asked for by these settings. */
export function useCardAsking(settings: CollectSettings): CardAsking {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const labelOf = useWordsText();
  const k = useLiveView(({ session }) => session.k.cards) ?? 0;
  const { characterLimit, itemLimit, columns, columnLimit, starters, cardLabel } = settings;
  return {
    ...{ characterLimit, itemLimit, starters },
    ...{ places: columns, placeLimit: columnLimit, placeOf: columnOf },
    attributesFor: (column) => ({ column }),
    heading: cardLabel ? words(cardLabel) : null,
    label: cardLabel ? labelOf(cardLabel) : t("yourText"),
    sendLabel: t("handIn"),
    moreLabel: t("anotherCard"),
    lateNote: t("lateCard", { k }),
    options: (card, onChange) => (
      <CardOptions card={card} onChange={onChange} settings={settings} />
    ),
    contentOf: ({ attributes, mayBeCase, mayBeQuoted, unfair }) => ({
      ...{ attributes, mayBeCase, mayBeQuoted, unfair },
    }),
  };
}
