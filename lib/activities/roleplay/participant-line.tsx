"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { GroupRow, RoleActions, RoleCard } from "@/lib/activities/roleplay/participant-role";
import type { Role } from "@/lib/activities/roleplay/role-set";
import { type RoundProps, usePart } from "@/lib/activities/roleplay/round-frame";
import { isToBeSentAgain, type OwnCard } from "@/lib/client/own-card";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CardEditor } from "@/lib/ui/phone/card-editor";
import { useFirstEditor } from "@/lib/ui/phone/first-editor";
import { Starters } from "@/lib/ui/phone/starters";
import { useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";

/** This device's lines of one round, oldest first. */
export function useLinesOf(activity: string, round: number) {
  const cards = useOwnCards(activity);
  // Which role a line is of the server knows by the seat it comes from.
  const attributes = { round: String(round), role: null };
  const lines = cards.all.filter((card) => card.attributes.round === attributes.round);
  return {
    lines,
    change: cards.change,
    begin: (draft: string) => cards.begin({ draft, attributes }),
    handIn: (card: OwnCard) =>
      cards.handIn(card, { attributes, mayBeCase: false, mayBeQuoted: false, unfair: false }),
  };
}

/** Silent mode: what the role would say, in a line or two. */
export function LineScreen(props: RoundProps & { role: Role }) {
  const { planned, phase, own, step, role } = props;
  const t = useTranslations("kinds.roleplay.phone");
  const progress = usePhaseProgress(planned.key, phase);
  const part = usePart(planned.settings, step);
  const isFirst = useFirstEditor(planned.key);
  const { lines, ...line } = useLinesOf(planned.key, step.round);
  const [editing, setEditing] = useState<string | null>(null);
  const { characterLimit, linesEach, starters } = planned.settings;
  const refused = lines.find(isToBeSentAgain);
  const card =
    lines.find(({ edit }) => edit === editing) ??
    lines.find(({ sent }) => sent === null) ??
    refused;

  function edit(which: string | null) {
    setEditing(which);
    progress.reopen();
  }

  if (progress.waiting && !refused) {
    const handedIn = lines.filter(({ sent }) => sent !== null).length;
    return (
      <Waiting
        own={{
          isEditable: (each) => lines.some(({ edit, sent }) => edit === each.edit && sent !== null),
          onEdit: (each) => edit(each.edit),
          onWrite: handedIn < linesEach ? () => edit(null) : undefined,
          moreLabel: t("anotherLine"),
        }}
        planned={planned}
        progress={progress}
      />
    );
  }

  function write(draft: string) {
    if (card) line.change(card.edit, { draft });
    else setEditing(line.begin(draft).edit);
  }

  return (
    <ActivityFrame
      editing
      lead={own.group ? <GroupRow group={own.group} /> : undefined}
      part={part}
      planned={planned}
      progress={progress}
      prompt={null}
    >
      <RoleCard role={role} step={step} />
      <CardEditor
        card={card}
        explains={isFirst}
        label={t("yourLine")}
        limit={characterLimit}
        onHandIn={(each) => {
          line.handIn(each);
          setEditing(null);
          progress.sent();
        }}
        onText={write}
        rows={3}
        sendLabel={t("handIn")}
      >
        <p className="text-base text-ink-2">{t("noteSilent")}</p>
        {starters.length > 0 && (card?.draft ?? "") === "" ? (
          <Starters onChoose={write} starters={starters} />
        ) : null}
        <RoleActions {...props} canChange round={step.round} />
      </CardEditor>
    </ActivityFrame>
  );
}
