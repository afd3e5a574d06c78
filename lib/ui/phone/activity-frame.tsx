"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { hereOf } from "@/lib/client/not-handed-in";
import { useWords, useWordsText } from "@/lib/client/use-words";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { CardsNotShown } from "@/lib/ui/cards-not-shown";
import { Clock } from "@/lib/ui/clock";
import { ConnectionLine } from "@/lib/ui/connection-line";
import { HandsCounted } from "@/lib/ui/hands-counted";
import { useHelp } from "@/lib/ui/phone/help-dialog";
import { NotHandedIn } from "@/lib/ui/phone/not-handed-in";
import { OptOut } from "@/lib/ui/phone/opt-out";
import { type OwnCardActions, OwnCards } from "@/lib/ui/phone/own-cards";
import { PhoneFrame, type PhoneFrameProps } from "@/lib/ui/phone/phone-frame";
import { PrivateLines } from "@/lib/ui/phone/private-lines";
import { ShownAid } from "@/lib/ui/phone/shown-aid";
import { ShownHelp } from "@/lib/ui/phone/shown-help";
import type { PhaseProgress } from "@/lib/ui/phone/use-phase-progress";

export interface ActivityFrameProps extends Pick<PhoneFrameProps, "lead" | "part" | "step"> {
  planned: PlannedActivity;
  progress: PhaseProgress;
  /** A drawing of the room, where nothing is to be read or done. */
  scene?: ReactNode;
  /** The activity's own prompt where none is given; null for none. */
  prompt?: ReactNode;
  hint?: ReactNode;
  /** Whether something is being written here, which is then said to be safe. */
  editing?: boolean;
  /** Whether a ballot is handed in here, so that a refused one can be handed in again. */
  ballot?: boolean;
  /** What can be done with one's own cards; null where the kind lists what is one's own (`listsOwn`). */
  own?: OwnCardActions | null | undefined;
  children?: ReactNode;
}

/** How a "no" to a ballot is told, where it can be handed in again and where not. */
const NO = {
  refused: { again: "ballotRefused", late: "ballotTooLate" },
  conflict: { again: "ballotConflict", late: "ballotConflictLate" },
} as const;

/** The phone's frame around one activity: clock, connection, and the three ways that are always open. */
export function ActivityFrame(props: ActivityFrameProps) {
  const { planned, progress, lead, step, part, prompt, hint, own, children } = props;
  const { editing = false, ballot = false } = props;
  const t = useTranslations("phone");
  const words = useWords();
  const { connection, crowded, clockOffset, setDone } = useLive();
  const session = useLiveView((view) => view.session);
  const hands = useLiveView((view) => view.hands);
  const textOf = useWordsText();
  const now = useLiveView(({ activity }) => ({
    clock: activity?.clock ?? null,
    here: activity && hereOf(planned.key, activity),
    isWork: activity?.about.work === "now",
    takes: activity?.about.takes ?? null,
  }));
  const help = useHelp();
  const clock = now?.clock ?? null;
  /** Whether there is something here to hand in, and so to skip. */
  const isAsked = editing || ballot;
  /** Whether it is still to begin: afterwards nobody needs to be told what to expect. */
  const isBefore = isAsked && !progress.waiting && now?.isWork === true;

  const isOver = useIsOver(clock?.endsAt ?? null, clockOffset);

  const here = now?.here ?? null;
  const phase = here?.phase ?? "";
  useEffect(
    () => setDone({ activity: planned.key, phase }, progress.done),
    [setDone, planned.key, phase, progress.done],
  );

  const privateLines = (
    <PrivateLines
      covered={progress.waiting && now != null && now.takes !== null}
      phase={phase}
      planned={planned}
    />
  );
  /** What is written for oneself comes before the card that grows out of it, and after what the room shows. */
  const isLeadIn = now?.takes === "cards";

  return (
    <PhoneFrame
      clock={
        clock ? (
          <Clock
            className="font-medium font-serif text-lg"
            clockOffset={clockOffset}
            endsAt={clock.endsAt}
            pausedRemaining={clock.remaining}
          />
        ) : undefined
      }
      hint={
        isBefore && planned.contentNote ? (
          <>
            {hint ? <p>{hint}</p> : null}
            <p className="mt-1">{words(planned.contentNote)}</p>
          </>
        ) : (
          hint
        )
      }
      notice={
        <>
          <ConnectionLine about={editing ? "text" : "page"} online={connection !== "offline"} />
          {clock !== null && clock.endsAt === null && clock.remaining !== null ? (
            <p className="mt-2 text-base text-ink-2">{t("paused")}</p>
          ) : null}
          {session ? <CardsNotShown {...session} /> : null}
          <HandsCounted className="text-base text-ink-2" hands={hands ?? []} textOf={textOf} />
          <div role="status">
            {crowded && connection === "online" ? <Attention>{t("crowded")}</Attention> : null}
          </div>
          <div role="alert">
            {progress.refused === null ? null : (
              <Attention>{t(NO[progress.refused][ballot ? "again" : "late"])}</Attention>
            )}
          </div>
          {isOver && editing && !progress.waiting ? (
            <p className="mt-2 text-base text-ochre">{t("timeOver")}</p>
          ) : null}
        </>
      }
      onHelp={help}
      // Where nothing is asked, or it was answered, neither would change anything.
      onSkip={isAsked && !progress.waiting ? progress.skip : undefined}
      onWatch={isAsked && !progress.waiting ? progress.watch : undefined}
      lead={lead}
      part={part}
      prompt={prompt === null ? undefined : (prompt ?? words(planned.prompt))}
      scene={props.scene}
      step={step}
      title={words(planned.title)}
    >
      <ShownHelp />
      <ShownAid />
      <NotHandedIn here={here} listed={own === null ? "ownCards" : "myCard"} />
      {isLeadIn ? privateLines : null}
      {children}
      {isLeadIn ? null : privateLines}
      {isBefore ? <OptOut planned={planned} /> : null}
      {own === null ? null : <OwnCards actions={own} planned={planned} />}
    </PhoneFrame>
  );
}

/** Whether a phase has run past its end; changes nothing but words (activities.md: no auto-advance). */
function useIsOver(endsAt: number | null, clockOffset: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (endsAt === null) return setOver(false);
    const left = endsAt - (Date.now() + clockOffset);
    setOver(left <= 0);
    if (left <= 0) return;
    const timer = setTimeout(() => setOver(true), left);
    return () => clearTimeout(timer);
  }, [endsAt, clockOffset]);
  return over;
}

/** What became of something that was handed in, as the line about the network looks. */
function Attention({ children }: { children: ReactNode }) {
  return (
    <p className="mt-4 rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre">{children}</p>
  );
}
