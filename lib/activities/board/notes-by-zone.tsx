"use client";

import { useTranslations } from "next-intl";
import { type NotesOfZone, notesOfZones } from "@/lib/activities/board/notes-of-zones";
import type { BoardRecord } from "@/lib/activities/board/record";
import { type CardPlace, PLACE_CARDS_SHOWN } from "@/lib/activities/card-places";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { useLiveView } from "@/lib/client/live-provider";
import { useWords } from "@/lib/client/use-words";
import { CardDots } from "@/lib/ui/dots";
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
export function NotesByZone({ record, zones }: NotesByZoneProps) {
  const t = useTranslations("kinds.board.phone");
  const shared = useTranslations("phone");
  const sorting = useTranslations("kinds.board.sorting");
  const words = useWords();
  const notes = Object.values(useLiveView((view) => view.cards) ?? {});
  if (notes.length === 0) return <p className="text-ink-2">{sorting("nothing")}</p>;
  const dots = record.vote?.dots ?? {};
  const titleOf = ({ name }: NotesOfZone) => (name === null ? shared("others") : words(name));
  return notesOfZones(record, zones, notes).map((part) => (
    <section className="flex flex-col gap-3" key={part.id}>
      {zones.length > 1 ? <h2 className="font-semibold">{titleOf(part)}</h2> : null}
      {part.groups.map((group) => (
        <section className="flex flex-col gap-3" key={group.id}>
          <PeoplesWords as="h3" className="text-ink-2">
            {group.name}
          </PeoplesWords>
          <Notes dots={dots} id={group.id} notes={group.notes} />
        </section>
      ))}
      {part.groups.length > 0 && part.loose.length > 0 ? (
        <h3 className="text-ink-2">{t("inNoGroup")}</h3>
      ) : null}
      <Notes dots={dots} id={part.id} notes={part.loose} />
    </section>
  ));
}

interface NotesProps {
  id: string;
  notes: readonly RevealedCard[];
  /** What was laid on each; none on those that are left out. */
  dots: Readonly<Record<string, number>>;
}

/** As many as a room reads, those with most dots first, and the others behind a tap. */
function Notes({ id, notes, dots }: NotesProps) {
  const t = useTranslations("kinds.board.phone");
  if (notes.length === 0) return null;
  const ordered = notes.toSorted((a, b) => (dots[b.id] ?? 0) - (dots[a.id] ?? 0));
  const more = ordered.slice(PLACE_CARDS_SHOWN);
  const list = (some: readonly RevealedCard[]) => (
    <ul className="fade-in flex flex-col gap-3">
      {some.map((note) => (
        <RevealedCardItem card={note} key={note.id}>
          <CardDots className="text-base" n={dots[note.id] ?? 0} />
        </RevealedCardItem>
      ))}
    </ul>
  );
  return (
    <>
      {list(ordered.slice(0, PLACE_CARDS_SHOWN))}
      {more.length > 0 ? (
        <Disclosure name={`more/${id}`} title={t("moreNotes", { n: more.length })}>
          {list(more)}
        </Disclosure>
      ) : null}
    </>
  );
}
