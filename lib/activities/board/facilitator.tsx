"use client";

import { useTranslations } from "next-intl";
import type { BoardRecord } from "@/lib/activities/board/record";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { boardScreens } from "@/lib/activities/board/screens";
import { zoneOf } from "@/lib/activities/board/zones";
import { type ConsoleProps, defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWordsText } from "@/lib/client/use-words";
import { BlindReply } from "@/lib/ui/console/blind-reply";
import { Covered } from "@/lib/ui/console/cover";
import { byId, ReviewList } from "@/lib/ui/console/review-list";
import { ShownCards } from "@/lib/ui/console/shown-cards";
import { StillSealed } from "@/lib/ui/console/still-sealed";
import { ThemeSorter } from "@/lib/ui/console/theme-sorter";
import { usePlaceGroups } from "@/lib/ui/console/use-place-groups";

type Props = Shown<BoardSettings, BoardRecord> & ConsoleProps;

/** Sealed while notes are added, then review, the notes that were shown, their groups with the dots on them, and further batches. */
export function BoardFacilitator(props: Props) {
  const { planned, view, record, phase, act } = props;
  const { zones } = planned.settings;
  const t = useTranslations("kinds.board.console");
  const common = useTranslations("kinds.board.common");
  const shared = useTranslations("console");
  const textOf = useWordsText();
  // With a single zone there is nothing to tell apart.
  const groups = usePlaceGroups(zones.length > 1 ? zones : [], zoneOf);
  const replyTo = (card: { id: string; text: string }) => (
    <BlindReply card={card} reply={props.reply} written={view.replies[card.id]} />
  );
  const sealed = <StillSealed act={act} actionOf={replyTo} groups={groups} view={view} />;

  switch (phase) {
    case "ask":
      return <p className="text-ink-2">{t("askPrivate")}</p>;
    case "review":
      return (
        <div className="flex flex-col gap-4">
          {groups ? <p className="text-ink-2 text-sm">{shared("placesSmall")}</p> : null}
          <ReviewList
            actionOf={(card) => (card.held ? replyTo(card) : null)}
            cards={view.review}
            groups={groups}
            onHold={(reviewId, held) => act({ type: "holdCard", reviewId, held })}
            onHoldAll={(held) => act({ type: "holdCards", held })}
            replies={view.replies}
          />
        </div>
      );
    case "show":
    case "vote":
      return (
        <div className="flex flex-col gap-4">
          <ShownCards actionOf={replyTo} groups={groups} view={view} />
          {sealed}
        </div>
      );
    case "group":
    case "weighed":
      return (
        <div className="flex flex-col gap-6">
          {record.vote && !hasDots(record.vote) ? (
            <p className="measure">{common(record.vote.enough ? "dotsNone" : "tooFewDots")}</p>
          ) : null}
          <Covered>
            <ThemeSorter
              act={act}
              activity={planned.key}
              cards={byId(view.cards)}
              dots={record.vote && hasDots(record.vote) ? record.vote.dots : null}
              inZones
              placeOf={zoneOf}
              places={zones}
              record={record}
              title={textOf(planned.prompt)}
              toFirstPage={props.toFirstPage}
              words={{
                loose: t("groupNone"),
                fresh: t("groupNew"),
                name: t("groupName"),
                remove: t("groupDelete"),
                full: t("groupsFull"),
                note: t("groupsSmall"),
              }}
            />
          </Covered>
          {sealed}
        </div>
      );
    default:
      return null;
  }
}

/** Whether a closed vote came to anything that is shown. */
const hasDots = ({ enough, dots }: NonNullable<BoardRecord["vote"]>): boolean =>
  enough && Object.keys(dots).length > 0;

export const boardOnConsole = defineOnConsole(boardScreens, BoardFacilitator);
