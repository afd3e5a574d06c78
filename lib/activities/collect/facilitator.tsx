"use client";

import { useTranslations } from "next-intl";
import type { CardConsents } from "@/lib/activities/card-schema";
import { columnOf } from "@/lib/activities/collect/columns";
import { CaseOfRoom } from "@/lib/activities/collect/facilitator-case";
import { DotsCounted, ThemesToVoteOn } from "@/lib/activities/collect/facilitator-vote";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { collectScreens } from "@/lib/activities/collect/screens";
import { type ConsoleProps, defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWordsText } from "@/lib/client/use-words";
import { BlindReply } from "@/lib/ui/console/blind-reply";
import { Covered } from "@/lib/ui/console/cover";
import { byId, ReviewList, TagButton } from "@/lib/ui/console/review-list";
import { ShownCards } from "@/lib/ui/console/shown-cards";
import { StillSealed } from "@/lib/ui/console/still-sealed";
import { ThemeSorter } from "@/lib/ui/console/theme-sorter";
import { usePlaceGroups } from "@/lib/ui/console/use-place-groups";

type Props = Shown<CollectSettings, CollectRecord> & ConsoleProps;

/** Sealed while writing, then review, the revealed cards, their themes, and the vote on them. */
export function CollectFacilitator(props: Props) {
  const { planned, view, record, phase, act } = props;
  const { settings } = planned;
  const t = useTranslations("kinds.collect.console");
  const shared = useTranslations("console");
  const textOf = useWordsText();
  const groups = usePlaceGroups(settings.columns, columnOf);

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
          {groups ? <p className="text-ink-2 text-sm">{shared("placesSmall")}</p> : null}
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
          <ShownCards
            actionOf={(card) => <Actions {...props} card={card} />}
            groups={groups}
            view={view}
          />
          <Sealed {...props} />
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
              placeOf={columnOf}
              places={settings.columns}
              record={record}
              title={textOf(planned.prompt)}
              toFirstPage={props.toFirstPage}
              words={{
                loose: t("themeNone"),
                fresh: t("themeNew"),
                name: t("themeName"),
                remove: t("themeDelete"),
                full: t("themesFull"),
                note: t("themesSmall"),
              }}
            />
          </Covered>
          <Sealed {...props} />
        </div>
      );
    case "vote":
      return (
        <div className="flex flex-col gap-6">
          <ThemesToVoteOn record={record} />
          <Sealed {...props} />
        </div>
      );
    case "show":
      return (
        <div className="flex flex-col gap-6">
          <DotsCounted record={record} />
          <Sealed {...props} />
        </div>
      );
    default:
      return null;
  }
}

export const collectOnConsole = defineOnConsole(collectScreens, CollectFacilitator);

/** Held cards and late ones, each with what can be done about it. */
function Sealed(props: Props) {
  const groups = usePlaceGroups(props.planned.settings.columns, columnOf);
  return (
    <StillSealed
      act={props.act}
      actionOf={(card) => <Actions {...props} card={card} />}
      actionOfLate={(card) => <Actions {...props} card={card} reply={null} />}
      groups={groups}
      view={props.view}
    />
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
