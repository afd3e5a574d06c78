"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import type { CardPlace } from "@/lib/activities/card-places";
import { useWords } from "@/lib/client/use-words";
import { Chips } from "@/lib/ui/phone/chips";

export interface PlaceChipsProps {
  /** Those in which there is still room. */
  places: readonly CardPlace[];
  value: string | null;
  onChoose: (place: string) => void;
  /** Whether the card was to be handed in without one. */
  missing?: boolean;
  ref?: Ref<HTMLDivElement>;
}

/** Which of the plan's places a card belongs to; nothing where the plan has none. */
export function PlaceChips({ places, value, onChoose, missing = false, ref }: PlaceChipsProps) {
  const t = useTranslations("phone");
  const words = useWords();
  if (places.length === 0) return null;
  return (
    <div className="flex flex-col gap-2" ref={ref}>
      <Chips
        label={t("place")}
        onChoose={(key) => {
          // One of them it is: tapping it again takes nothing away.
          if (key !== null) onChoose(key);
        }}
        options={places.map(({ key, name }) => ({ key, label: words(name) }))}
        value={value}
      />
      <p className="text-base text-brick empty:hidden" role="status">
        {missing && value === null ? t("placeMissing") : null}
      </p>
    </div>
  );
}
