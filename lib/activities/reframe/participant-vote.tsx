"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode, useEffect, useId, useState } from "react";
import { ownBallot } from "@/lib/activities/reframe/kept";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import { type ReframeSettings, readingBallot } from "@/lib/activities/reframe/schema";
import { useCaseText } from "@/lib/activities/reframe/use-case-text";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { TickGlyph } from "@/lib/ui/drawn/drawings";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Dock } from "@/lib/ui/phone/dock";
import { keptOn } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { AllVotesGiven, VotesLeft } from "@/lib/ui/phone/votes-left";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";

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
  const leadId = useId();
  const [first, ...others] = record.cases;
  /** One case stands above the prompt, and what is left to give beside the button; of several each has its own. */
  const single = first && others.length === 0 ? first : null;
  const lead = single && textOf(single);
  const singleBallot = single && ballots.of(single.id);

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  return (
    <ActivityFrame
      ballot
      lead={
        lead === null ? undefined : (
          <PeoplesWords
            as="blockquote"
            className="border-accent border-s-[3px] ps-3 text-base"
            id={leadId}
          >
            {lead}
          </PeoplesWords>
        )
      }
      planned={planned}
      prompt={t("votePrompt", { criterion: inText(criterion) })}
      progress={progress}
    >
      {record.cases.map((each) => (
        <BallotRows
          ballot={ballots.of(each.id)}
          key={each.id}
          labelledBy={lead === null ? undefined : leadId}
          onChange={(chosen) => ballots.choose(each.id, chosen)}
          tellsLeft={single === null}
          text={textOf(each)}
          votes={votes}
        />
      ))}
      <Dock>
        {singleBallot && singleBallot.shown.length > 0 ? (
          <VotesLeft left={votes - singleBallot.chosen.length} max={votes} />
        ) : null}
        <ShortReceipt about="votes" />
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
      </Dock>
    </ActivityFrame>
  );
}

interface BallotRowsProps {
  /** Null: everybody has a case of their own. */
  text: ReactNode;
  /** Where the case stands above the prompt. */
  labelledBy: string | undefined;
  /** Whether what is left to give stands here. */
  tellsLeft: boolean;
  ballot: { shown: string[]; chosen: string[] } | undefined;
  votes: number;
  onChange: (chosen: string[]) => void;
}

function BallotRows(props: BallotRowsProps) {
  const { text, labelledBy, tellsLeft, ballot, votes, onChange } = props;
  const t = useTranslations("kinds.reframe.phone");
  const shared = useTranslations("phone");
  const common = useTranslations("common");
  const cards = useLiveView((view) => view.cards);
  /** The reading that was to get one more vote than there are. */
  const [denied, setDenied] = useState<string | null>(null);
  if (!ballot) return <p className="text-ink-2">{common("loading")}</p>;
  const left = votes - ballot.chosen.length;
  const shown = ballot.shown.flatMap((id) => cards?.[id] ?? []);
  return (
    <fieldset aria-labelledby={labelledBy} className="flex min-w-0 flex-col gap-2">
      {labelledBy !== undefined ? null : text === null ? (
        <legend className="sr-only">{t("readingsOfRoom")}</legend>
      ) : (
        <PeoplesWords as="legend" className="mb-2 w-full rounded-card bg-sunken px-4 py-3">
          {text}
        </PeoplesWords>
      )}
      {shown.length === 0 ? (
        <p className="text-base text-ink-2" role="status">
          {shared("voteNone")}
        </p>
      ) : tellsLeft ? (
        <VotesLeft left={left} max={votes} />
      ) : null}
      {shown.map(({ id, text: reading }) => {
        const chosen = ballot.chosen.includes(id);
        return (
          <Fragment key={id}>
            {" "}
            <button
              aria-disabled={(!chosen && left === 0) || undefined}
              aria-pressed={chosen}
              className="group flex min-h-[60px] items-center gap-3 rounded-card border border-edge bg-surface px-3 py-2 text-start aria-disabled:border-line aria-pressed:border-accent aria-pressed:bg-accent-soft"
              onClick={() => {
                if (chosen) onChange(ballot.chosen.filter((each) => each !== id));
                else if (left > 0) onChange([...ballot.chosen, id]);
                setDenied(!chosen && left === 0 ? id : null);
              }}
              type="button"
            >
              <span className="flex size-6 shrink-0 items-center justify-center rounded-chip border border-edge group-aria-disabled:border-line group-aria-pressed:border-accent group-aria-pressed:bg-accent group-aria-pressed:text-on-accent">
                {chosen ? <TickGlyph /> : null}
              </span>
              <PeoplesWords className="min-w-0">{reading}</PeoplesWords>
            </button>
            {denied === id && left === 0 ? <AllVotesGiven max={votes} /> : null}
          </Fragment>
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
