"use client";

import type { CardAttributes } from "@/lib/activities/card-schema";
import { type CardAsking, freePlaces } from "@/lib/ui/phone/card-asking";
import { LateCards, type LateState } from "@/lib/ui/phone/late-cards";
import { PlaceChips } from "@/lib/ui/phone/place-chips";
import type { OwnCards } from "@/lib/ui/phone/use-own-cards";

export interface LateCardAskingProps {
  asking: CardAsking;
  own: OwnCards;
  late: LateState;
}

/** One more card, which waits for those of enough other people. */
export function LateCardAsking({ asking, own, late }: LateCardAskingProps) {
  // What comes late stands in the first place with room, until another is chosen.
  const [first] = freePlaces(asking, own.all, undefined);
  const attributes: CardAttributes = first ? asking.attributesFor(first.key) : {};
  return (
    <LateCards
      begin={() => own.begin({ late: true, attributes })}
      characterLimit={asking.characterLimit}
      itemLimit={asking.itemLimit}
      label={asking.label}
      late={late}
      onHandIn={(card) => own.handIn(card, asking.contentOf(card), { late: true })}
      options={(card, target) => (
        <>
          <PlaceChips
            onChoose={(key) => own.change(target().edit, { attributes: asking.attributesFor(key) })}
            places={freePlaces(asking, own.all, card?.edit)}
            value={asking.placeOf(card?.attributes ?? attributes)}
          />
          {asking.options(card, (part) => own.change(target().edit, part))}
        </>
      )}
      own={own}
      sendLabel={asking.sendLabel}
    />
  );
}
