"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { HelpCounts } from "@/lib/activities/roleplay/help-counts";
import { TAKEN_SHEET_SLOT, takenSheet } from "@/lib/activities/roleplay/kept";
import type { RoleplayGroup, RoleplayRecord } from "@/lib/activities/roleplay/record";
import { KeptSheet, Rows } from "@/lib/activities/roleplay/rows";
import { GUESS_KNOW_ASK, type RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { linesByHeading } from "@/lib/activities/roleplay/shown-lines";
import { useHeading } from "@/lib/activities/roleplay/use-heading";
import type { OwnSeat } from "@/lib/activities/roleplay/use-own-seat";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLiveView } from "@/lib/client/live-provider";
import { onNeed } from "@/lib/client/on-need";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { RevealedCardItem } from "@/lib/ui/phone/revealed-card";
import { useKept } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

type Props = Shown<RoleplaySettings, RoleplayRecord>;

/** What several people write at once takes a library that no other step needs. */
const sheetScreen = onNeed(() => import("@/lib/activities/roleplay/participant-sheet"));

/** One question of the debrief, with what there is to look at beside it; or the sheet that one's group writes. */
export function DebriefScreen({ own, ...props }: Props & { own: OwnSeat }) {
  const { planned, phase } = props;
  const t = useTranslations("kinds.roleplay.phone");
  const { group, seat } = own;
  const pad = phase === GUESS_KNOW_ASK ? (group?.pad ?? null) : null;
  const sheet = useLoaded(sheetScreen, pad !== null);
  useTakenSheet(planned.key, group);
  // Another group's sheet is another screen, with nothing of the first one's on it; so is one that was closed or opened again.
  if (sheet && pad && group) {
    return <sheet.SheetScreen {...props} group={group} key={`${group.letter}/${pad.isOpen}`} />;
  }
  const isWithout = phase === GUESS_KNOW_ASK && seat !== null && group === null;
  return (
    <Question {...props}>
      {isWithout ? <p className="text-base text-ink-2">{t("sheetNone")}</p> : null}
      {group?.pad?.kept ? <KeptSheet letter={group.letter} rows={group.pad.kept} /> : null}
    </Question>
  );
}

/** Takes the group's sheet along, once it was put away. */
function useTakenSheet(activity: string, group: RoleplayGroup | null): void {
  const { content, keep } = useKept(takenSheet, activity, TAKEN_SHEET_SLOT);
  const kept = group?.pad?.kept ?? null;
  const isNew = kept !== null && JSON.stringify(kept) !== JSON.stringify(content);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is another sheet than the one that is kept
  useEffect(() => {
    if (isNew) keep(() => kept);
  }, [isNew]);
}

function Question({ planned, phase, record, children }: Props & { children: ReactNode }) {
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { settings } = planned;
  const step = settings.debrief.find(({ key }) => key === phase);
  const isLast = phase === settings.debrief.at(-1)?.key;
  return (
    <ActivityFrame
      planned={planned}
      progress={progress}
      prompt={step ? words(step.text) : undefined}
    >
      {phase === "helped" ? <HelpCounts help={record.help} settings={settings} /> : null}
      <Rows rows={record.rows} />
      {children}
      {isLast ? null : <Lines record={record} settings={settings} />}
    </ActivityFrame>
  );
}

/** What was written in roles, below what they are of; nothing where people only talked. */
function Lines({ record, settings }: { record: RoleplayRecord; settings: RoleplaySettings }) {
  const t = useTranslations("kinds.roleplay.common");
  const words = useWords();
  const heading = useHeading(settings.roleSet, useWordsText());
  const cards = useLiveView((view) => view.cards) ?? {};
  if (record.enough === null) return null;
  if (record.enough === false) return <p className="text-ink-2">{t("tooFewLines")}</p>;
  return (
    <>
      {settings.label ? <p className="text-base text-ink-2">{words(settings.label)}</p> : null}
      {linesByHeading(settings.roleSet, Object.values(cards)).map(({ under, lines }) => (
        <section className="flex flex-col gap-3" key={under}>
          <h2 className="font-semibold">{heading(under)}</h2>
          <ul className="fade-in flex flex-col gap-3">
            {lines.map((card) => (
              <RevealedCardItem card={card} key={card.id} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
