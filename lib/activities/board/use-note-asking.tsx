"use client";

import { useTranslations } from "next-intl";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { zoneOf } from "@/lib/activities/board/zones";
import { useLiveView } from "@/lib/client/live-provider";
import type { CardAsking } from "@/lib/ui/phone/card-asking";
import { ShareOptions } from "@/lib/ui/phone/share-options";

/** What notes are asked for by these settings. */
export function useNoteAsking(settings: BoardSettings): CardAsking {
  const t = useTranslations("kinds.board.phone");
  const k = useLiveView(({ session }) => session.k.cards) ?? 0;
  const { characterLimit, itemLimit, zones, zoneLimit, starters, quoteConsent } = settings;
  const [first, ...others] = zones;
  // There is nothing to choose from: each note is for the only one.
  const only = first && others.length === 0 ? { zone: first.key } : null;
  return {
    ...{ characterLimit, starters },
    itemLimit: only ? Math.min(itemLimit, zoneLimit) : itemLimit,
    ...{ places: only ? [] : zones, placeLimit: zoneLimit, placeOf: zoneOf },
    attributesFor: (zone) => ({ zone }),
    heading: null,
    label: t("yourNote"),
    sendLabel: t("handIn"),
    moreLabel: t("anotherNote"),
    lateNote: t("laterNote", { k }),
    options: (card, onChange) => (
      <ShareOptions asksForQuotes={quoteConsent} card={card} onChange={onChange} />
    ),
    contentOf: ({ attributes, mayBeQuoted }) => ({
      attributes: only ?? attributes,
      mayBeQuoted,
    }),
  };
}
