"use client";

import { useTranslations } from "next-intl";
import type { ReviewCard } from "@/lib/activities/card-schema";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { ArmButton } from "@/lib/ui/arm-button";
import { Button } from "@/lib/ui/button";
import { useCover } from "@/lib/ui/console/cover";
import { useReading } from "@/lib/ui/console/reading";
import { ReviewList, type ReviewListProps } from "@/lib/ui/console/review-list";
import { unreadCards } from "@/lib/ui/console/sealed-cards";
import { Settling } from "@/lib/ui/settling";

export interface LateRoundProps
  extends Pick<ReviewListProps, "onHold" | "onHoldAll" | "actionOf" | "replies"> {
  late: FacilitatorView["facilitator"]["late"];
  /** The late cards under review. */
  cards: Record<string, ReviewCard>;
  act: (command: { type: "reviewLate" | "revealLate" }) => void;
}

/** Cards that came after writing had closed: whether they are enough people's, then their review. */
export function LateRound({ late, cards, act, ...list }: LateRoundProps) {
  const t = useTranslations("console");
  if (late === null) return null;
  if (late !== "review") {
    return (
      <section className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-3">
        <p className="measure text-ink-2" role="status">
          {late === "ready" ? t("lateReady") : t("lateWaiting")}
        </p>
        {late === "ready" ? (
          <Button onClick={() => act({ type: "reviewLate" })} size="console">
            {t("lateReview")}
          </Button>
        ) : null}
      </section>
    );
  }
  return <LateReview act={act} cards={cards} {...list} />;
}

function LateReview({ cards, act, ...list }: Omit<LateRoundProps, "late">) {
  const t = useTranslations("console");
  const words = useTranslations("cards");
  const { covered, uncover } = useCover();
  const { read, want } = useReading();
  const n = Object.values(cards).filter((card) => !card.held).length;
  const unread = unreadCards(cards, read).length;
  const isUnread = n > 0 && (covered || unread > 0);
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold">{t("lateCards")}</h2>
      <ReviewList cards={cards} {...list} />
      <Settling of={String(isUnread)}>
        <div>
          {isUnread ? (
            <Button
              onClick={() => {
                uncover();
                want(true);
              }}
              size="console"
            >
              {covered ? words("readCovered") : words("read", { n: unread })}
            </Button>
          ) : (
            <ArmButton
              again={t("lateRevealAgain", { n })}
              disabled={n === 0}
              kind="secondary"
              onConfirm={() => act({ type: "revealLate" })}
            >
              {t("lateReveal", { n })}
            </ArmButton>
          )}
        </div>
      </Settling>
    </section>
  );
}
