"use client";

import { useTranslations } from "next-intl";
import { DotsCounted, ThemesToVoteOn } from "@/lib/activities/collect/facilitator-vote";
import { ThemeSorter } from "@/lib/activities/collect/theme-sorter";
import { collectRecord } from "@/lib/activities/collect/view";
import { byId, CardRow, ReviewList } from "@/lib/activities/facilitator-cards";
import { TalkInstead } from "@/lib/activities/talk-instead";
import { Covered } from "@/lib/console/cover";
import type { FacilitatorScreenProps } from "@/lib/console/facilitator-screen";
import { isBelowK } from "@/lib/console/next-step";

/** Sealed while writing, then review, the revealed cards, their themes, and the vote on them. */
export function CollectFacilitator({ view, act }: FacilitatorScreenProps) {
  const t = useTranslations("console");
  const record = collectRecord.safeParse(view.activity?.record);
  if (isBelowK(view)) return <TalkInstead view={view} />;

  const hold = (reviewId: string, held: boolean) => act({ type: "holdCard", reviewId, held });
  const held = Object.values(view.review).length > 0;
  switch (view.activity?.phase) {
    case "write":
      return <p className="text-ink-2">{t("sealedNow")}</p>;
    case "review":
      return <ReviewList cards={view.review} onHold={hold} />;
    case "reveal":
      return (
        <div className="flex flex-col gap-4">
          <ul className="flex flex-col gap-2">
            {byId(view.cards).map((card) => {
              const consents = view.consents[card.id];
              const meta = [
                consents?.mayBeCase ? t("consentCase") : null,
                consents?.mayBeQuoted ? t("consentQuote") : null,
              ];
              return (
                <CardRow
                  key={card.id}
                  meta={meta.filter(Boolean).join(" · ") || null}
                  text={card.text}
                />
              );
            })}
          </ul>
          {held ? (
            <>
              <p className="text-ink-2 text-sm">{t("heldLater")}</p>
              <ReviewList cards={view.review} onHold={hold} />
            </>
          ) : null}
        </div>
      );
    case "cluster":
      return record.success ? (
        <Covered>
          <ThemeSorter act={act} cards={byId(view.cards)} record={record.data} />
        </Covered>
      ) : null;
    case "vote":
      return record.success ? <ThemesToVoteOn record={record.data} /> : null;
    case "show":
      return record.success ? <DotsCounted record={record.data} /> : null;
    default:
      return null;
  }
}
