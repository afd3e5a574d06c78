"use client";

import { useLiveView } from "@/lib/client/live-provider";
import { useOwnMarks } from "@/lib/ui/phone/use-own-cards";

/** Secrets of this device's own marks whose cards are revealed and in view. */
export function useRevealedMarks(): ReadonlySet<string> {
  const own = useOwnMarks();
  const cards = useLiveView((view) => view.cards);
  return new Set(Object.values(cards ?? {}).flatMap((card) => own.get(card.markHash) ?? []));
}
