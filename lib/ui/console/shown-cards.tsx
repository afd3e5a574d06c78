"use client";

import type { ReactNode } from "react";
import type { CardConsents, RevealedCard } from "@/lib/activities/card-schema";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { type CardGroup, inGroups } from "@/lib/ui/console/card-groups";
import { byId, CardRow, CardRows, useCardMeta } from "@/lib/ui/console/review-list";

export interface ShownCardsProps {
  view: FacilitatorView;
  groups: readonly CardGroup[] | undefined;
  actionOf: (card: RevealedCard & Partial<CardConsents>) => ReactNode;
}

/** The revealed cards, with what their authors allow, under their titles where there are some. */
export function ShownCards({ view, groups, actionOf }: ShownCardsProps) {
  const metaOf = useCardMeta();
  return inGroups(byId(view.cards), groups).map(({ title, cards }) => (
    <section className="flex flex-col gap-2" key={cards[0]?.id}>
      {title === null ? null : <h2 className="font-semibold">{title}</h2>}
      <CardRows>
        {cards.map((card) => {
          const consented = { ...card, ...view.consents[card.id] };
          return (
            <CardRow
              action={actionOf(consented)}
              key={card.id}
              meta={metaOf(consented).join(" · ") || null}
              reply={view.replies[card.id]}
              text={card.text}
            />
          );
        })}
      </CardRows>
    </section>
  ));
}
