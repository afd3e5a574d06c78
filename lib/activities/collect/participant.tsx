"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CardOptions, type CardOptionsProps } from "@/lib/activities/collect/card-options";
import { DotsResult, DotsScreen } from "@/lib/activities/collect/participant-vote";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { collectScreens } from "@/lib/activities/collect/screens";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useLiveView } from "@/lib/client/live-provider";
import { isToBeSentAgain, type OwnCard } from "@/lib/client/own-card";
import { useWording, useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { useOpened } from "@/lib/ui/opened";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CardEditor } from "@/lib/ui/phone/card-editor";
import { useFirstEditor } from "@/lib/ui/phone/first-editor";
import { LateCards, type LateState, useLateCards } from "@/lib/ui/phone/late-cards";
import { RevealedCardItem } from "@/lib/ui/phone/revealed-card";
import { type OwnCards, useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { alsoLeaving, usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { textKey, type Words } from "@/lib/words";

/** Anonymous cards on the phone: write, wait, read, and lay dots on their themes. */
export function CollectScreen(props: Props) {
  if (props.phase === "write") return <Writing {...props} />;
  if (props.phase === "vote") return <DotsScreen {...props} />;
  if (props.phase === "show") return <DotsResult {...props} />;
  return <Reading {...props} />;
}

export const collectOnPhone = defineOnPhone(collectScreens, CollectScreen);

type Props = Shown<CollectSettings, CollectRecord>;

function Writing({ planned, phase }: Props) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const wordingOf = useWording();
  const progress = usePhaseProgress(planned.key, phase);
  const isFirst = useFirstEditor(planned.key);
  const cards = useOwnCards(planned.key);
  const [editing, setEditing] = useState<string | null>(null);
  const { characterLimit, itemLimit, starters } = planned.settings;

  const unsent = cards.all.find((card) => card.sent === null);
  const refused = cards.all.find(isToBeSentAgain);
  const handedIn = cards.all.filter((card) => card.sent !== null);
  const card = cards.all.find((each) => each.edit === editing) ?? unsent;

  if (progress.waiting && !refused) {
    return (
      <Waiting
        own={{
          isEditable: (each) => each.sent !== null,
          onEdit: (each) => {
            setEditing(each.edit);
            progress.reopen();
          },
          onWrite:
            handedIn.length < itemLimit
              ? () => {
                  setEditing(null);
                  progress.reopen();
                }
              : undefined,
          moreLabel: t("anotherCard"),
        }}
        planned={planned}
        progress={progress}
      />
    );
  }

  const shown = card ?? refused;
  function write(draft: string) {
    if (shown) cards.change(shown.edit, { draft });
    else setEditing(cards.begin({ draft }).edit);
  }
  function allow(part: Parameters<CardOptionsProps["onChange"]>[0]) {
    const target = shown ?? cards.begin({});
    setEditing(target.edit);
    cards.change(target.edit, part);
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
      <CardEditor
        card={shown}
        explains={isFirst}
        label={t("yourText")}
        limit={characterLimit}
        onHandIn={(each) => {
          cards.handIn(each, consentsOf(each));
          setEditing(null);
          progress.sent();
        }}
        onText={write}
        options={<CardOptions card={shown} onChange={allow} settings={planned.settings} />}
        sendLabel={t("handIn")}
      >
        {starters.length > 0 && (shown?.draft ?? "") === "" ? (
          <Starters
            onChoose={(starter) => write(wordingOf(starter).text.replace("\u00a0…", " "))}
            starters={starters}
          />
        ) : null}
      </CardEditor>
    </ActivityFrame>
  );
}

interface StartersProps {
  starters: CollectSettings["starters"];
  onChoose: (starter: Words) => void;
}

/** Sentences to go on from, covered until they are asked for, or the facilitator shows them. */
function Starters({ starters, onChoose }: StartersProps) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const id = useId();
  const isShown = useLiveView(({ aid }) => aid?.name === "starters") ?? false;
  const [open, setOpen] = useOpened("starters", isShown);
  return (
    <div className="flex flex-col items-start">
      <Button
        aria-controls={id}
        aria-expanded={open}
        className="-ms-3"
        kind="quiet"
        onClick={() => setOpen(!open)}
      >
        {t("starters")}
      </Button>
      <ul hidden={!open} id={id}>
        {starters.map((starter) => (
          <li key={textKey(starter)}>
            <Button className="-ms-3 text-start" kind="quiet" onClick={() => onChoose(starter)}>
              {words(starter)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reading({ planned, phase, record }: Props) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const own = useOwnCards(planned.key);
  const k = useLiveView(({ session }) => session.k.cards);
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
  return (
    <ActivityFrame own={late.actions} planned={planned} progress={progress}>
      <Cards record={record} />
      {phase === "closed" ? null : <Late late={late} own={own} planned={planned} />}
    </ActivityFrame>
  );
}

/** One more card, which waits for those of enough other people. */
function Late({ planned, own, late }: Pick<Props, "planned"> & { own: OwnCards; late: LateState }) {
  const t = useTranslations("kinds.collect.phone");
  const { characterLimit, itemLimit } = planned.settings;
  return (
    <LateCards
      begin={() => own.begin({ late: true })}
      characterLimit={characterLimit}
      itemLimit={itemLimit}
      label={t("yourText")}
      late={late}
      onHandIn={(card) => own.handIn(card, consentsOf(card), { late: true })}
      options={(card, target) => (
        <CardOptions
          card={card}
          onChange={(part) => own.change(target().edit, part)}
          settings={planned.settings}
        />
      )}
      own={own}
      sendLabel={t("handIn")}
    />
  );
}

const consentsOf = ({ mayBeCase, mayBeQuoted, unfair }: OwnCard) => ({
  mayBeCase,
  mayBeQuoted,
  unfair,
});

/** The revealed cards, below their themes where there are any. */
function Cards({ record }: { record: CollectRecord }) {
  const t = useTranslations("kinds.collect.phone");
  const cards = Object.values(useLiveView((view) => view.cards) ?? {});
  if (cards.length === 0) return <p className="text-ink-2">{t("noCards")}</p>;
  const groups = [
    ...record.themes.map(({ id, name }) => ({
      id,
      name,
      cards: cards.filter((card) => record.sorted[card.id] === id),
    })),
    {
      id: "unsorted",
      name: t("cards"),
      cards: cards.filter((card) => record.sorted[card.id] === undefined),
    },
  ].filter((group) => group.cards.length > 0);
  return groups.map((group) => (
    <section className="flex flex-col gap-3" key={group.id}>
      <PeoplesWords as="h2" className="font-semibold">
        {group.name}
      </PeoplesWords>
      <ul className="fade-in flex flex-col gap-3">
        {group.cards.map((card) => (
          <RevealedCardItem card={card} key={card.id} />
        ))}
      </ul>
    </section>
  ));
}
