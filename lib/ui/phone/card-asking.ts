import type { ReactNode } from "react";
import type { CardPlace, PlaceOf } from "@/lib/activities/card-places";
import type { CardAttributes } from "@/lib/activities/card-schema";
import type { OwnCard } from "@/lib/client/own-card";
import type { Words } from "@/lib/words";

/** What a kind asks cards for, on the screen that they are written on and where late ones are. */
export interface CardAsking {
  characterLimit: number;
  /** Cards of one person. */
  itemLimit: number;
  /** Places of which each card belongs to one; none where there are no places. */
  places: readonly CardPlace[];
  /** Cards of one person in each of them. */
  placeLimit: number;
  placeOf: PlaceOf;
  /** What a card for this place carries. */
  attributesFor: (place: string) => CardAttributes;
  starters: readonly Words[];
  /** Above the editor, what goes on the card; null where the prompt says it. */
  heading: ReactNode;
  /** What the editor is called, and the buttons that hand in and begin another one. */
  label: string;
  sendLabel: string;
  moreLabel: string;
  /** What becomes of a late card. */
  lateNote: string;
  /** What its author may allow. */
  options: (card: OwnCard | undefined, onChange: (part: Partial<OwnCard>) => void) => ReactNode;
  /** What the command carries beside text and secrets. */
  contentOf: (card: OwnCard) => object;
}

type Handed = Pick<OwnCard, "edit" | "attributes" | "sent">;

/** Places in which this device may have one more card, beside the one that is being written. */
export function freePlaces(
  { places, placeLimit, placeOf }: Pick<CardAsking, "places" | "placeLimit" | "placeOf">,
  cards: readonly Handed[],
  editing: string | undefined,
): CardPlace[] {
  return places.filter(
    ({ key }) =>
      cards.filter(
        ({ edit, attributes, sent }) =>
          edit !== editing && sent !== null && placeOf(attributes) === key,
      ).length < placeLimit,
  );
}

/** Whether this device may hand in one more card. */
export function hasShare(asking: CardAsking, cards: readonly OwnCard[]): boolean {
  const handedIn = cards.filter(({ sent }) => sent !== null).length;
  if (handedIn >= asking.itemLimit) return false;
  return asking.places.length === 0 || freePlaces(asking, cards, undefined).length > 0;
}
