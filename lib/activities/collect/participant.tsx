"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type CardPlace, PLACE_CARDS_SHOWN } from "@/lib/activities/card-places";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { columnOf } from "@/lib/activities/collect/columns";
import { AskScreen } from "@/lib/activities/collect/participant-ask";
import { CaseScreen } from "@/lib/activities/collect/participant-case";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { collectScreens } from "@/lib/activities/collect/screens";
import { useCardAsking } from "@/lib/activities/collect/use-card-asking";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useLiveView } from "@/lib/client/live-provider";
import { onNeed } from "@/lib/client/on-need";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWords } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CardWriting } from "@/lib/ui/phone/card-writing";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { LateCardAsking } from "@/lib/ui/phone/late-card-asking";
import { useLateCards } from "@/lib/ui/phone/late-cards";
import { RevealedCardItem } from "@/lib/ui/phone/revealed-card";
import { useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** Anonymous cards on the phone: write, wait, read, and lay dots on their themes; before and after, what the plan has. */
export function CollectScreen(props: Props) {
  if (props.phase === "case") return <CaseScreen {...props} />;
  if (props.phase === "ask") return <AskScreen {...props} />;
  if (props.phase === "write") return <Writing {...props} />;
  if (props.phase === "vote" || props.phase === "show") return <Dots {...props} />;
  return <Reading {...props} />;
}

export const collectOnPhone = defineOnPhone(collectScreens, CollectScreen);

/** What sorts cards from a phone is loaded where the plan lets the room sort, and by no other phone. */
const roomSorting = onNeed(() => import("@/lib/ui/phone/room-sorting"));

/** Loaded where the plan gives dots, and by no other phone. */
const dotsOnThemes = onNeed(() => import("@/lib/activities/collect/participant-vote"));

type Props = Shown<CollectSettings, CollectRecord>;

function Dots(props: Props) {
  const dots = useLoaded(dotsOnThemes, true);
  if (!dots) return <Reading {...props} />;
  return props.phase === "vote" ? <dots.DotsScreen {...props} /> : <dots.DotsResult {...props} />;
}

function Writing({ planned, phase }: Props) {
  const asking = useCardAsking(planned.settings);
  return <CardWriting asking={asking} phase={phase} planned={planned} />;
}

function Reading({ planned, phase, record }: Props) {
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const own = useOwnCards(planned.key);
  const asking = useCardAsking(planned.settings);
  const late = useLateCards(own, { moreLabel: asking.moreLabel, note: asking.lateNote });
  const roomSorts = phase === "cluster" && planned.settings.roomSorts === true;
  const sorting = useLoaded(roomSorting, roomSorts);

  if (phase === "review") {
    return (
      <ActivityFrame
        own={late.actions}
        planned={planned}
        prompt={words(planned.settings.bridge)}
        progress={progress}
      >
        <LateCardAsking asking={asking} late={late} own={own} />
      </ActivityFrame>
    );
  }
  return (
    <ActivityFrame own={late.actions} planned={planned} progress={progress}>
      {roomSorts && sorting ? (
        <sorting.RoomSorting activity={planned.key} record={record} words="kinds.collect.sorting" />
      ) : (
        <Cards columns={planned.settings.columns} record={record} />
      )}
      <LateCardAsking asking={asking} late={late} own={own} />
    </ActivityFrame>
  );
}

interface CardsOfGroup {
  id: string;
  name: ReactNode;
  cards: readonly RevealedCard[];
}

/** The revealed cards, below their themes or columns where there are any. */
function Cards({ record, columns }: { record: CollectRecord; columns: readonly CardPlace[] }) {
  const t = useTranslations("kinds.collect.phone");
  const shared = useTranslations("phone");
  const sorting = useTranslations("kinds.collect.sorting");
  const words = useWords();
  const cards = Object.values(useLiveView((view) => view.cards) ?? {});
  if (cards.length === 0) return <p className="text-ink-2">{sorting("nothing")}</p>;
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
    {
      id: "unsorted",
      name: inNone.length < loose.length ? shared("others") : t("cards"),
      cards: inNone,
    },
  ].filter((group) => group.cards.length > 0);
  return groups.map((group) => (
    <section className="flex flex-col gap-3" key={group.id}>
      <PeoplesWords as="h2" className="font-semibold">
        {group.name}
      </PeoplesWords>
      <CardItems cards={group.cards.slice(0, columns.length > 0 ? PLACE_CARDS_SHOWN : undefined)} />
      {columns.length > 0 && group.cards.length > PLACE_CARDS_SHOWN ? (
        <Disclosure
          name={`more/${group.id}`}
          title={t("moreCards", { n: group.cards.length - PLACE_CARDS_SHOWN })}
        >
          <CardItems cards={group.cards.slice(PLACE_CARDS_SHOWN)} />
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
