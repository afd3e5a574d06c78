"use client";

import { useTranslations } from "next-intl";
import { ownDots } from "@/lib/activities/board/kept";
import { notesOfZones } from "@/lib/activities/board/notes-of-zones";
import type { BoardRecord } from "@/lib/activities/board/record";
import type { BoardSettings } from "@/lib/activities/board/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLiveView } from "@/lib/client/live-provider";
import { useWordsText } from "@/lib/client/use-words";
import { DotVoting } from "@/lib/ui/phone/dot-voting";

/** The notes zone by zone and group by group, and some dots to lay on them. */
export function DotsOnNotes({ planned, phase, record }: Shown<BoardSettings, BoardRecord>) {
  const t = useTranslations("kinds.board.phone");
  const shared = useTranslations("phone");
  const textOf = useWordsText();
  const notes = Object.values(useLiveView((view) => view.cards) ?? {});
  const { zones, dots } = planned.settings;
  const groups = notesOfZones(record, zones, notes).flatMap((zone) => {
    const title = zone.name === null ? shared("others") : textOf(zone.name);
    const named = zone.groups.map(({ id, name, notes: inIt }) => ({
      ...{ id, rows: inIt },
      name: zones.length > 1 ? `${title}: ${name}` : name,
    }));
    const looseTitle = zones.length > 1 ? title : t("inNoGroup");
    const loose = { id: zone.id, name: looseTitle, rows: zone.loose };
    return zone.loose.length > 0 ? [...named, loose] : named;
  });
  return (
    <DotVoting
      groups={groups}
      kept={ownDots}
      max={dots}
      phase={phase}
      planned={planned}
      prompt={t("dotsPrompt")}
    />
  );
}
