"use client";

import { useTranslations } from "next-intl";
import type { CardPlace, PlaceOf } from "@/lib/activities/card-places";
import { useWords } from "@/lib/client/use-words";
import type { CardGroup } from "@/lib/ui/console/card-groups";

/** The plan's places as groups of a list, and what stands in none; undefined where the plan has none. */
export function usePlaceGroups(
  places: readonly CardPlace[],
  placeOf: PlaceOf,
): readonly CardGroup[] | undefined {
  const t = useTranslations("console");
  const words = useWords();
  if (places.length === 0) return undefined;
  return [
    ...places.map(
      ({ key, name }): CardGroup => ({
        title: words(name),
        has: ({ attributes }) => placeOf(attributes) === key,
      }),
    ),
    { title: t("placeOthers"), has: ({ attributes }) => placeOf(attributes) === null },
  ];
}
