"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReviewCard } from "@/lib/activities/card-schema";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import type { CardGroup } from "@/lib/ui/console/card-groups";
import { LateRound } from "@/lib/ui/console/late-round";
import { ReviewList } from "@/lib/ui/console/review-list";
import { sealedCards } from "@/lib/ui/console/sealed-cards";

/** What holds, releases and shows cards: commands that every kind with cards takes. */
type CardCommand =
  | { type: "holdCard"; reviewId: string; held: boolean }
  | { type: "holdCards"; held: boolean }
  | { type: "reviewLate" | "revealLate" };

export interface StillSealedProps {
  view: FacilitatorView;
  act: (command: CardCommand) => void;
  /** Under which titles the cards stand; left out where they stand together. */
  groups?: readonly CardGroup[] | undefined;
  /** Beside hold and release. */
  actionOf?: (card: ReviewCard) => ReactNode;
  /** The same of late cards. */
  actionOfLate?: (card: ReviewCard) => ReactNode;
}

/** Held cards and late ones, as long as the activity lasts. */
export function StillSealed({ view, act, groups, actionOf, actionOfLate }: StillSealedProps) {
  const t = useTranslations("console");
  const { held, late } = sealedCards(view);
  const list = {
    groups,
    onHold: (reviewId: string, isHeld: boolean) =>
      act({ type: "holdCard", reviewId, held: isHeld }),
    replies: view.replies,
  };
  return (
    <>
      {Object.keys(held).length > 0 ? (
        <section className="flex flex-col gap-2">
          <p className="text-ink-2 text-sm">{t("heldLater")}</p>
          <ReviewList {...list} {...(actionOf ? { actionOf } : {})} cards={held} isRevealed />
        </section>
      ) : null}
      <LateRound
        {...list}
        act={act}
        {...(actionOfLate ? { actionOf: actionOfLate } : {})}
        cards={late}
        late={view.facilitator.late}
        onHoldAll={(isHeld) => act({ type: "holdCards", held: isHeld })}
      />
    </>
  );
}
