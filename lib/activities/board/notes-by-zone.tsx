"use client";

import { useTranslations } from "next-intl";
import type { BoardRecord } from "@/lib/activities/board/record";
import { zoneOf } from "@/lib/activities/board/zones";
import { type CardPlace, PLACE_CARDS_SHOWN } from "@/lib/activities/card-places";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { useLiveView } from "@/lib/client/live-provider";
import { useWords } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { RevealedCardItem } from "@/lib/ui/phone/revealed-card";

interface NotesByZoneProps {
  record: BoardRecord;
  zones: readonly CardPlace[];
}

/**
 * The board as a list: zone by zone its groups, and what is in none of them. A note in a group stands where its group
 * is. One's own are not marked, since neighbours look: they stand under "my card".
 */
export function NotesByZone({ record: { themes, sorted }, zones }: NotesByZoneProps) {
  const t = useTranslations("kinds.board.phone");
  const shared = useTranslations("phone");
  const sorting = useTranslations("kinds.board.sorting");
  const words = useWords();
  const notes = Object.values(useLiveView((view) => view.cards) ?? {});
  if (notes.length === 0) return <p className="text-ink-2">{sorting("nothing")}</p>;
  const isGroup = new Set(themes.map(({ id }) => id));
  const groupOf = ({ id }: RevealedCard) => {
    const group = sorted[id];
    return group !== undefined && isGroup.has(group) ? group : null;
  };
  const loose = notes.filter((note) => groupOf(note) === null);
  const parts = [
    ...zones.map(({ key, name }) => ({
      ...{ id: key, title: words(name) },
      groups: themes.filter(({ zone }) => zone === key),
      loose: loose.filter(({ attributes }) => zoneOf(attributes) === key),
    })),
    {
      ...{ id: "others", title: shared("others") },
      groups: themes.filter(({ zone }) => zone === null),
      loose: loose.filter(({ attributes }) => zoneOf(attributes) === null),
    },
  ];
  return parts.map((part) => {
    const groups = part.groups.flatMap((group) => {
      const inIt = notes.filter((note) => groupOf(note) === group.id);
      return inIt.length > 0 ? [{ ...group, notes: inIt }] : [];
    });
    if (groups.length === 0 && part.loose.length === 0) return null;
    return (
      <section className="flex flex-col gap-3" key={part.id}>
        {zones.length > 1 ? <h2 className="font-semibold">{part.title}</h2> : null}
        {groups.map((group) => (
          <section className="flex flex-col gap-3" key={group.id}>
            <PeoplesWords as="h3" className="text-ink-2">
              {group.name}
            </PeoplesWords>
            <Notes id={group.id} notes={group.notes} />
          </section>
        ))}
        {groups.length > 0 && part.loose.length > 0 ? (
          <h3 className="text-ink-2">{t("inNoGroup")}</h3>
        ) : null}
        <Notes id={part.id} notes={part.loose} />
      </section>
    );
  });
}

/** As many as a room reads, and the others behind a tap. */
function Notes({ id, notes }: { id: string; notes: readonly RevealedCard[] }) {
  const t = useTranslations("kinds.board.phone");
  if (notes.length === 0) return null;
  const more = notes.slice(PLACE_CARDS_SHOWN);
  const list = (some: readonly RevealedCard[]) => (
    <ul className="fade-in flex flex-col gap-3">
      {some.map((note) => (
        <RevealedCardItem card={note} key={note.id} />
      ))}
    </ul>
  );
  return (
    <>
      {list(notes.slice(0, PLACE_CARDS_SHOWN))}
      {more.length > 0 ? (
        <Disclosure name={`more/${id}`} title={t("moreNotes", { n: more.length })}>
          {list(more)}
        </Disclosure>
      ) : null}
    </>
  );
}
