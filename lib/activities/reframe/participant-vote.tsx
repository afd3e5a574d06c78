"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { ownBallot } from "@/lib/activities/reframe/kept";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import { type ReframeSettings, readingBallot } from "@/lib/activities/reframe/schema";
import { useCaseText } from "@/lib/activities/reframe/use-case-text";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { keptOn } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { Receipt } from "@/lib/ui/receipt";

/** Between two attempts to get a ballot, when the server was busy. */
const ASK_AGAIN_MS = 2_000;

/** The case on top, at most eight readings below it, a few votes. */
export function VotingScreen({ planned, phase, record }: Shown<ReframeSettings, ReframeRecord>) {
  const t = useTranslations("kinds.reframe.phone");
  const shared = useTranslations("phone");
  const inText = useWordsText();
  const progress = usePhaseProgress(planned.key, phase);
  const ballots = useBallots(planned.key, record);
  const textOf = useCaseText(planned.settings.source);
  const { connection } = useLive();
  const { votes, criterion } = planned.settings;
  const ready = record.cases.every(({ id }) => ballots.of(id) !== undefined);

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  return (
    <ActivityFrame
      ballot
      planned={planned}
      prompt={t("votePrompt", { criterion: inText(criterion) })}
      progress={progress}
    >
      {record.cases.map((each) => (
        <BallotRows
          ballot={ballots.of(each.id)}
          key={each.id}
          onChange={(chosen) => ballots.choose(each.id, chosen)}
          text={textOf(each)}
          votes={votes}
        />
      ))}
      <Button
        busy={!ready}
        kind="primary"
        onClick={() => {
          // Before the ballot is here there is nothing to hand in, and "done" would lose the vote.
          if (!ready) return;
          for (const { id } of record.cases) ballots.cast(id);
          progress.sent();
        }}
        wide
      >
        {connection === "offline" ? shared("sendLater") : t("voteHandIn")}
      </Button>
      <p className="text-base text-ink-2">{shared("voteChange")}</p>
      <Receipt about="votes" />
    </ActivityFrame>
  );
}

interface BallotRowsProps {
  /** Null: everybody has a case of their own. */
  text: ReactNode;
  ballot: { shown: string[]; chosen: string[] } | undefined;
  votes: number;
  onChange: (chosen: string[]) => void;
}

function BallotRows({ text, ballot, votes, onChange }: BallotRowsProps) {
  const t = useTranslations("kinds.reframe.phone");
  const shared = useTranslations("phone");
  const common = useTranslations("common");
  const cards = useLiveView((view) => view.cards);
  if (!ballot) return <p className="text-ink-2">{common("loading")}</p>;
  const left = votes - ballot.chosen.length;
  const shown = ballot.shown.flatMap((id) => cards?.[id] ?? []);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      {text === null ? (
        <legend className="sr-only">{t("readingsOfRoom")}</legend>
      ) : (
        <PeoplesWords as="legend" className="mb-2 w-full rounded-card bg-sunken px-4 py-3">
          {text}
        </PeoplesWords>
      )}
      <p className="text-base text-ink-2" role="status">
        {shown.length === 0 ? shared("voteNone") : shared("votesLeft", { n: left, max: votes })}
      </p>
      {shown.map(({ id, text: reading }) => {
        const chosen = ballot.chosen.includes(id);
        return (
          <button
            aria-disabled={(!chosen && left === 0) || undefined}
            aria-pressed={chosen}
            className="group flex min-h-12 items-center gap-3 rounded-control border border-edge bg-surface px-3 py-2 text-start aria-disabled:border-line aria-pressed:border-accent aria-pressed:bg-accent-soft"
            key={id}
            onClick={() => {
              if (chosen) onChange(ballot.chosen.filter((each) => each !== id));
              else if (left > 0) onChange([...ballot.chosen, id]);
            }}
            type="button"
          >
            <span className="flex size-6 shrink-0 items-center justify-center rounded-chip border border-edge group-aria-disabled:border-line group-aria-pressed:border-accent group-aria-pressed:bg-accent group-aria-pressed:text-on-accent">
              {chosen ? <Check aria-hidden size={20} strokeWidth={1.75} /> : null}
            </span>
            <PeoplesWords className="min-w-0">{reading}</PeoplesWords>
          </button>
        );
      })}
    </fieldset>
  );
}

/** This device's ballots: asked for once per case, kept, and cast with rising revisions. */
function useBallots(activity: string, record: ReframeRecord) {
  const device = useDevice();
  const { send, connection } = useLive();
  const [attempt, setAttempt] = useState(0);
  const own = (caseId: string) => keptOn(device, ownBallot, { activity, slot: caseId });
  const missing = record.cases.find(({ id }) => own(id).entry === undefined)?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks once more, and `own` is always the same
  useEffect(() => {
    if (missing === undefined || connection !== "online") return;
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    send({
      type: "activity",
      activity,
      command: { type: "openBallot", caseId: missing },
    }).then((answer) => {
      const ballot = answer.ok ? readingBallot.safeParse(answer.reply) : null;
      if (!current) return;
      if (!ballot?.success) {
        timer = setTimeout(() => setAttempt((before) => before + 1), ASK_AGAIN_MS);
        return;
      }
      const { shown, chosen } = ballot.data;
      own(missing).begin({ shown, chosen: chosen ?? [] });
    });
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [missing, connection, activity, attempt, send]);

  return {
    of(caseId: string) {
      const { entry, content } = own(caseId);
      return entry && content;
    },
    choose: (caseId: string, chosen: string[]) =>
      own(caseId).change((ballot) => ({ ...ballot, chosen })),
    cast(caseId: string) {
      const { chosen: readings } = own(caseId).content;
      own(caseId).handIn((ballot) => ({
        content: { ...ballot, chosen: readings },
        command: { type: "castBallot", caseId, readings },
      }));
    },
  };
}
