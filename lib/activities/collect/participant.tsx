"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CardAttributes, RevealedCard } from "@/lib/activities/card-schema";
import { CardOptions } from "@/lib/activities/collect/card-options";
import { ColumnChips, freeColumns } from "@/lib/activities/collect/column-chips";
import { COLUMN_CARDS_SHOWN, columnOf } from "@/lib/activities/collect/columns";
import { AskScreen } from "@/lib/activities/collect/participant-ask";
import { CaseScreen } from "@/lib/activities/collect/participant-case";
import { DotsResult, DotsScreen } from "@/lib/activities/collect/participant-vote";
import { contentOf, WritingScreen } from "@/lib/activities/collect/participant-write";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings, Column } from "@/lib/activities/collect/schema";
import { collectScreens } from "@/lib/activities/collect/screens";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useLiveView } from "@/lib/client/live-provider";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWords } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { LateCards, type LateState, useLateCards } from "@/lib/ui/phone/late-cards";
import { RevealedCardItem } from "@/lib/ui/phone/revealed-card";
import { type OwnCards, useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** Anonymous cards on the phone: write, wait, read, and lay dots on their themes; before and after, what the plan has. */
export function CollectScreen(props: Props) {
  if (props.phase === "case") return <CaseScreen {...props} />;
  if (props.phase === "ask") return <AskScreen {...props} />;
  if (props.phase === "write") return <WritingScreen {...props} />;
  if (props.phase === "vote") return <DotsScreen {...props} />;
  if (props.phase === "show") return <DotsResult {...props} />;
  return <Reading {...props} />;
}

export const collectOnPhone = defineOnPhone(collectScreens, CollectScreen);

type Props = Shown<CollectSettings, CollectRecord>;

function Reading({ planned, phase, record }: Props) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const own = useOwnCards(planned.key);
  const k = useLiveView(({ session }) => session.k.cards);
  const sorting = useLoaded(
    "room-sorting",
    phase === "cluster" && planned.settings.roomSorts === true,
    () => import("@/lib/activities/collect/room-sorting"),
  );
  const late = useLateCards(own, {
    moreLabel: t("anotherCard"),
    note: t("lateCard", { k: k ?? 0 }),
  });

  if (phase === "review") {
    return (
      <ActivityFrame
        own={late.actions}
        planned={planned}
        prompt={words(planned.settings.bridge)}
        progress={progress}
      >
        <Late late={late} own={own} planned={planned} />
      </ActivityFrame>
    );
  }
  if (phase === "cluster" && planned.settings.roomSorts) {
    return (
      <ActivityFrame own={late.actions} planned={planned} progress={progress}>
        {sorting ? (
          <sorting.RoomSorting activity={planned.key} record={record} />
        ) : (
          <Cards columns={planned.settings.columns} record={record} />
        )}
        <Late late={late} own={own} planned={planned} />
      </ActivityFrame>
    );
  }
  return (
    <ActivityFrame own={late.actions} planned={planned} progress={progress}>
      <Cards columns={planned.settings.columns} record={record} />
      <Late late={late} own={own} planned={planned} />
    </ActivityFrame>
  );
}

/** One more card, which waits for those of enough other people. */
function Late({ planned, own, late }: Pick<Props, "planned"> & { own: OwnCards; late: LateState }) {
  const t = useTranslations("kinds.collect.phone");
  const { characterLimit, itemLimit } = planned.settings;
  // What comes late stands in the first column with room, until another is chosen.
  const [first] = freeColumns(planned.settings, own.all, undefined);
  const attributes: CardAttributes = first ? { column: first.key } : {};
  return (
    <LateCards
      begin={() => own.begin({ late: true, attributes })}
      characterLimit={characterLimit}
      itemLimit={itemLimit}
      label={t("yourText")}
      late={late}
      onHandIn={(card) => own.handIn(card, contentOf(card), { late: true })}
      options={(card, target) => (
        <>
          <ColumnChips
            columns={freeColumns(planned.settings, own.all, card?.edit)}
            onChoose={(column) => own.change(target().edit, { attributes: { column } })}
            value={columnOf(card?.attributes ?? attributes)}
          />
          <CardOptions
            card={card}
            onChange={(part) => own.change(target().edit, part)}
            settings={planned.settings}
          />
        </>
      )}
      own={own}
      sendLabel={t("handIn")}
    />
  );
}

interface CardsOfGroup {
  id: string;
  name: ReactNode;
  cards: readonly RevealedCard[];
}

/** The revealed cards, below their themes or columns where there are any. */
function Cards({ record, columns }: { record: CollectRecord; columns: readonly Column[] }) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const cards = Object.values(useLiveView((view) => view.cards) ?? {});
  if (cards.length === 0) return <p className="text-ink-2">{t("noCards")}</p>;
  const loose = cards.filter((card) => record.sorted[card.id] === undefined);
  const inNone = loose.filter((card) => columnOf(card.attributes) === null);
  const groups: CardsOfGroup[] = [
    ...record.themes.map(({ id, name }) => ({
      id,
      name,
      cards: cards.filter((card) => record.sorted[card.id] === id),
    })),
    ...columns.map(({ key, name }) => ({
      id: key,
      name: words(name),
      cards: loose.filter((card) => columnOf(card.attributes) === key),
    })),
    { id: "unsorted", name: t(inNone.length < loose.length ? "others" : "cards"), cards: inNone },
  ].filter((group) => group.cards.length > 0);
  return groups.map((group) => (
    <section className="flex flex-col gap-3" key={group.id}>
      <PeoplesWords as="h2" className="font-semibold">
        {group.name}
      </PeoplesWords>
      <CardItems
        cards={group.cards.slice(0, columns.length > 0 ? COLUMN_CARDS_SHOWN : undefined)}
      />
      {columns.length > 0 && group.cards.length > COLUMN_CARDS_SHOWN ? (
        <Disclosure
          name={`more/${group.id}`}
          title={t("moreCards", { n: group.cards.length - COLUMN_CARDS_SHOWN })}
        >
          <CardItems cards={group.cards.slice(COLUMN_CARDS_SHOWN)} />
        </Disclosure>
      ) : null}
    </section>
  ));
}

function CardItems({ cards }: { cards: readonly RevealedCard[] }) {
  return (
    <ul className="fade-in flex flex-col gap-3">
      {cards.map((card) => (
        <RevealedCardItem card={card} key={card.id} />
      ))}
    </ul>
  );
}
