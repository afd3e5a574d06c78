"use client";

import { NotesByZone } from "@/lib/activities/board/notes-by-zone";
import { DotsOnNotes } from "@/lib/activities/board/participant-vote";
import type { BoardRecord } from "@/lib/activities/board/record";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { boardScreens } from "@/lib/activities/board/screens";
import { useNoteAsking } from "@/lib/activities/board/use-note-asking";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { onNeed } from "@/lib/client/on-need";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWords } from "@/lib/client/use-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CardWriting } from "@/lib/ui/phone/card-writing";
import { LateCardAsking } from "@/lib/ui/phone/late-card-asking";
import { useLateCards } from "@/lib/ui/phone/late-cards";
import { useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** What arranges notes from a phone is loaded where the plan lets the room do that, and by no other phone. */
const roomSorting = onNeed(() => import("@/lib/ui/phone/room-sorting"));

type Props = Shown<BoardSettings, BoardRecord>;

/** A board on the phone: add notes, wait, read them zone by zone, lay dots on them, and a question of one's own. */
function BoardOnPhone(props: Props) {
  if (props.phase === "ask") return <OwnQuestion {...props} />;
  if (props.phase === "add") return <Adding {...props} />;
  if (props.phase === "vote") return <DotsOnNotes {...props} />;
  return <Reading {...props} />;
}

function Adding({ planned, phase }: Props) {
  const asking = useNoteAsking(planned.settings);
  return <CardWriting asking={asking} phase={phase} planned={planned} />;
}

/** From review on one more note waits for those of enough other people. */
function Reading({ planned, phase, record }: Props) {
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const own = useOwnCards(planned.key);
  const asking = useNoteAsking(planned.settings);
  const late = useLateCards(own, { moreLabel: asking.moreLabel, note: asking.lateNote });
  const { bridge, zones } = planned.settings;
  const roomSorts = phase === "group" && planned.settings.roomSorts === true;
  const sorting = useLoaded(roomSorting, roomSorts);
  return (
    <ActivityFrame
      own={late.actions}
      planned={planned}
      progress={progress}
      {...(phase === "review" ? { prompt: words(bridge) } : {})}
    >
      {phase === "review" ? null : sorting && roomSorts ? (
        <sorting.RoomSorting
          activity={planned.key}
          record={record}
          words="kinds.board.sorting"
          zones={zones.length > 1 ? zones : []}
        />
      ) : (
        <NotesByZone record={record} zones={zones} />
      )}
      <LateCardAsking asking={asking} late={late} own={own} />
    </ActivityFrame>
  );
}

/** What is written here are the plan's private lines, which the frame shows: nothing is handed in. */
function OwnQuestion({ planned, phase }: Props) {
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { ask } = planned.settings;
  return (
    <ActivityFrame planned={planned} progress={progress} {...(ask ? { prompt: words(ask) } : {})} />
  );
}

export const boardOnPhone = defineOnPhone(boardScreens, BoardOnPhone);
