"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { CardOptions } from "@/lib/activities/collect/card-options";
import { ColumnChips, freeColumns } from "@/lib/activities/collect/column-chips";
import { columnOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { isToBeSentAgain, type OwnCard } from "@/lib/client/own-card";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CardEditor } from "@/lib/ui/phone/card-editor";
import { useFirstEditor } from "@/lib/ui/phone/first-editor";
import { Starters } from "@/lib/ui/phone/starters";
import { useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { alsoLeaving, usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";

/** One card at a time, in the column it belongs to where the plan has some. */
export function WritingScreen({ planned, phase }: Shown<CollectSettings, CollectRecord>) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const isFirst = useFirstEditor(planned.key);
  const cards = useOwnCards(planned.key);
  const [editing, setEditing] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const chips = useRef<HTMLDivElement>(null);
  const labelOf = useWordsText();
  const { characterLimit, starters, columns, cardLabel } = planned.settings;

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
          onWrite: hasShare(planned.settings, cards.all) ? () => edit(null) : undefined,
          moreLabel: t("anotherCard"),
        }}
        planned={planned}
        progress={progress}
      />
    );
  }

  const shown = card ?? refused;
  const column = shown ? columnOf(shown.attributes) : null;
  const free = freeColumns(planned.settings, cards.all, shown?.edit);
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
    const lacks = columns.length > 0 && column === null;
    setMissing(lacks);
    if (lacks) return chips.current?.querySelector("button")?.focus();
    cards.handIn(each, contentOf(each));
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
      <ColumnChips
        columns={free}
        missing={isMissing}
        onChoose={(key) => change({ attributes: { column: key } })}
        ref={chips}
        value={column}
      />
      {cardLabel ? <h2 className="font-semibold">{words(cardLabel)}</h2> : null}
      <CardEditor
        card={shown}
        explains={isFirst}
        label={cardLabel ? labelOf(cardLabel) : t("yourText")}
        limit={characterLimit}
        onHandIn={handIn}
        onText={write}
        options={<CardOptions card={shown} onChange={change} settings={planned.settings} />}
        sendLabel={t("handIn")}
      >
        {starters.length > 0 && (shown?.draft ?? "") === "" ? (
          <Starters onChoose={write} starters={starters} />
        ) : null}
      </CardEditor>
    </ActivityFrame>
  );
}

/** Whether this device may hand in one more card. */
function hasShare(settings: CollectSettings, cards: readonly OwnCard[]): boolean {
  const handedIn = cards.filter(({ sent }) => sent !== null).length;
  if (handedIn >= settings.itemLimit) return false;
  return settings.columns.length === 0 || freeColumns(settings, cards, undefined).length > 0;
}

/** What a card carries beside text and secrets. */
export const contentOf = ({ attributes, mayBeCase, mayBeQuoted, unfair }: OwnCard) => ({
  attributes,
  mayBeCase,
  mayBeQuoted,
  unfair,
});
