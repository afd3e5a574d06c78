"use client";

import { useTranslations } from "next-intl";
import type { CardConsents } from "@/lib/activities/card-schema";
import { columnOf } from "@/lib/activities/collect/columns";
import { CaseOfRoom } from "@/lib/activities/collect/facilitator-case";
import { DotsCounted, ThemesToVoteOn } from "@/lib/activities/collect/facilitator-vote";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings, Column } from "@/lib/activities/collect/schema";
import { collectScreens } from "@/lib/activities/collect/screens";
import { ThemeSorter } from "@/lib/activities/collect/theme-sorter";
import { type ConsoleProps, defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { BlindReply } from "@/lib/ui/console/blind-reply";
import { type CardGroup, inGroups } from "@/lib/ui/console/card-groups";
import { Covered } from "@/lib/ui/console/cover";
import { LateRound } from "@/lib/ui/console/late-round";
import {
  byId,
  CardRow,
  CardRows,
  ReviewList,
  TagButton,
  useCardMeta,
} from "@/lib/ui/console/review-list";
import { sealedCards } from "@/lib/ui/console/sealed-cards";

type Props = Shown<CollectSettings, CollectRecord> & ConsoleProps;

/** Sealed while writing, then review, the revealed cards, their themes, and the vote on them. */
export function CollectFacilitator(props: Props) {
  const { planned, view, record, phase, act } = props;
  const { settings } = planned;
  const t = useTranslations("kinds.collect.console");
  const wordsText = useWordsText();
  const metaOf = useCardMeta();
  const groups = useColumnGroups(settings.columns);

  switch (phase) {
    case "case":
      return settings.caseFirst ? (
        <CaseOfRoom act={act} caseFirst={settings.caseFirst} record={record} />
      ) : null;
    case "ask":
      return <p className="text-ink-2">{t("askPrivate")}</p>;
    case "review":
      return (
        <div className="flex flex-col gap-4">
          {groups ? <p className="text-ink-2 text-sm">{t("columnsSmall")}</p> : null}
          <ReviewList
            groups={groups}
            actionOf={(card) => (
              <Actions {...props} card={card} reply={card.held ? props.reply : null} />
            )}
            cards={view.review}
            onHold={(reviewId, held) => act({ type: "holdCard", reviewId, held })}
            onHoldAll={(held) => act({ type: "holdCards", held })}
            replies={view.replies}
          />
        </div>
      );
    case "reveal":
      return (
        <div className="flex flex-col gap-4">
          {inGroups(byId(view.cards), groups).map(({ title, cards }) => (
            <section className="flex flex-col gap-2" key={cards[0]?.id}>
              {title === null ? null : <h2 className="font-semibold">{title}</h2>}
              <CardRows>
                {cards.map((card) => {
                  const consented = { ...card, ...view.consents[card.id] };
                  return (
                    <CardRow
                      action={<Actions {...props} card={consented} />}
                      key={card.id}
                      meta={metaOf(consented).join(" · ") || null}
                      reply={view.replies[card.id]}
                      text={card.text}
                    />
                  );
                })}
              </CardRows>
            </section>
          ))}
          <StillSealed {...props} />
        </div>
      );
    case "cluster":
      return (
        <div className="flex flex-col gap-6">
          <Covered>
            <ThemeSorter
              act={act}
              activity={planned.key}
              cards={byId(view.cards)}
              columns={settings.columns}
              record={record}
              title={wordsText(planned.prompt)}
            />
          </Covered>
          <StillSealed {...props} />
        </div>
      );
    case "vote":
      return (
        <div className="flex flex-col gap-6">
          <ThemesToVoteOn record={record} />
          <StillSealed {...props} />
        </div>
      );
    case "show":
      return (
        <div className="flex flex-col gap-6">
          <DotsCounted record={record} />
          <StillSealed {...props} />
        </div>
      );
    default:
      return null;
  }
}

export const collectOnConsole = defineOnConsole(collectScreens, CollectFacilitator);

/** The plan's columns as groups of a list, and what stands in none; undefined where the plan has none. */
function useColumnGroups(columns: readonly Column[]): readonly CardGroup[] | undefined {
  const t = useTranslations("kinds.collect.console");
  const words = useWords();
  if (columns.length === 0) return undefined;
  return [
    ...columns.map(
      ({ key, name }): CardGroup => ({
        title: words(name),
        has: ({ attributes }) => columnOf(attributes) === key,
      }),
    ),
    { title: t("others"), has: ({ attributes }) => columnOf(attributes) === null },
  ];
}

/** Held cards and late ones, as long as the activity lasts. */
function StillSealed(props: Props) {
  const { view, act } = props;
  const t = useTranslations("kinds.collect.console");
  const { held, late } = sealedCards(view);
  const groups = useColumnGroups(props.planned.settings.columns);
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
          <ReviewList
            {...list}
            actionOf={(card) => <Actions {...props} card={card} />}
            cards={held}
            isRevealed
          />
        </section>
      ) : null}
      <LateRound
        {...list}
        act={act}
        actionOf={(card) => <Actions {...props} card={card} reply={null} />}
        cards={late}
        late={view.facilitator.late}
        onHoldAll={(isHeld) => act({ type: "holdCards", held: isHeld })}
      />
    </>
  );
}

interface ActionsProps extends Omit<Props, "reply"> {
  card: { id: string; text: string } & Partial<CardConsents>;
  /** Null where there is nothing yet to reply to. */
  reply: ConsoleProps["reply"] | null;
}

/** A reply to the card's author, and "no case" where cards may become one. */
function Actions({ card, planned, view, act, reply }: ActionsProps) {
  return (
    <div className="flex shrink-0 flex-wrap justify-end gap-2 @max-lg:-ms-3 @max-lg:justify-start">
      {reply ? <BlindReply card={card} reply={reply} written={view.replies[card.id]} /> : null}
      {planned.settings.caseConsent ? (
        <TagButton card={card} onTag={(id, tagged) => act({ type: "tagCard", card: id, tagged })} />
      ) : null}
    </div>
  );
}
