"use client";

import { useRef, useState } from "react";
import { isToBeSentAgain, type OwnCard } from "@/lib/client/own-card";
import { useWords } from "@/lib/client/use-words";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { type CardAsking, freePlaces, hasShare } from "@/lib/ui/phone/card-asking";
import { CardEditor } from "@/lib/ui/phone/card-editor";
import { useFirstEditor } from "@/lib/ui/phone/first-editor";
import { PlaceChips } from "@/lib/ui/phone/place-chips";
import { Starters } from "@/lib/ui/phone/starters";
import { useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { alsoLeaving, usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";

export interface CardWritingProps {
  planned: PlannedActivity;
  phase: string;
  asking: CardAsking;
}

/** One card at a time, in the place it belongs to where the plan has some. */
export function CardWriting({ planned, phase, asking }: CardWritingProps) {
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const isFirst = useFirstEditor(planned.key);
  const cards = useOwnCards(planned.key);
  const [editing, setEditing] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const chips = useRef<HTMLDivElement>(null);
  const { characterLimit, starters, places } = asking;

  const unsent = cards.all.find((card) => card.sent === null);
  const refused = cards.all.find(isToBeSentAgain);
  const card = cards.all.find((each) => each.edit === editing) ?? unsent;

  function edit(which: string | null) {
    setEditing(which);
    progress.reopen();
  }

  if (progress.waiting && !refused) {
    return (
      <Waiting
        own={{
          isEditable: (each) => each.sent !== null,
          onEdit: (each) => edit(each.edit),
          onWrite: hasShare(asking, cards.all) ? () => edit(null) : undefined,
          moreLabel: asking.moreLabel,
        }}
        planned={planned}
        progress={progress}
      />
    );
  }

  const shown = card ?? refused;
  const place = shown ? asking.placeOf(shown.attributes) : null;
  const free = freePlaces(asking, cards.all, shown?.edit);
  function write(draft: string) {
    if (shown) cards.change(shown.edit, { draft });
    else setEditing(cards.begin({ draft }).edit);
  }
  function change(part: Partial<OwnCard>) {
    const target = shown ?? cards.begin({});
    setEditing(target.edit);
    cards.change(target.edit, part);
  }
  function handIn(each: OwnCard) {
    const lacks = places.length > 0 && place === null;
    setMissing(lacks);
    if (lacks) return chips.current?.querySelector("button")?.focus();
    cards.handIn(each, asking.contentOf(each));
    setEditing(null);
    progress.sent();
  }

  return (
    <ActivityFrame
      editing
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={
        refused
          ? alsoLeaving(progress, () => cards.change(refused.edit, { state: "draft" }))
          : progress
      }
    >
      <PlaceChips
        missing={isMissing}
        onChoose={(key) => change({ attributes: asking.attributesFor(key) })}
        places={free}
        ref={chips}
        value={place}
      />
      {asking.heading ? <h2 className="font-semibold">{asking.heading}</h2> : null}
      <CardEditor
        card={shown}
        explains={isFirst}
        label={asking.label}
        limit={characterLimit}
        onHandIn={handIn}
        onText={write}
        options={asking.options(shown, change)}
        sendLabel={asking.sendLabel}
      >
        {starters.length > 0 && (shown?.draft ?? "") === "" ? (
          <Starters onChoose={write} starters={starters} />
        ) : null}
      </CardEditor>
    </ActivityFrame>
  );
}
