"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { KeptEntry } from "@/lib/activities/kept";
import { ownChecks } from "@/lib/activities/pause/kept";
import { useLive } from "@/lib/client/live-provider";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";
import { Dock } from "@/lib/ui/phone/dock";
import { ScoreZigzag } from "@/lib/ui/phone/score-zigzag";
import { StepMarks } from "@/lib/ui/phone/step-marks";
import { useKept } from "@/lib/ui/phone/use-kept";
import type { PhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { useSteps } from "@/lib/ui/phone/use-steps";
import { ShortReceipt } from "@/lib/ui/receipt";
import { SavingState, type SavingStateName } from "@/lib/ui/saving-state";

export interface ClosingProps {
  planned: PlannedActivity;
  progress: PhaseProgress;
  takeHome: ReactNode;
}

/**
 * How it was, whether one can leave, and what one takes along. After sending, skipping and watching
 * the same lines stand here, the offer to stay among them: nobody beside this phone learns whether
 * or what it answered.
 */
export function Closing({ planned, progress, takeHome }: ClosingProps) {
  const t = useTranslations("kinds.pause.phone");
  const shared = useTranslations("phone");
  const done = useRef<HTMLElement>(null);
  const wasWaiting = useRef(progress.waiting);

  useEffect(() => {
    // The questions are gone, and with them the place on the page: whoever answered further down
    // reads what everybody reads.
    if (progress.waiting && !wasWaiting.current) {
      window.scrollTo(0, 0);
      done.current?.focus({ preventScroll: true });
    }
    wasWaiting.current = progress.waiting;
  }, [progress.waiting]);

  return (
    <>
      {progress.waiting ? (
        <section
          ref={done}
          tabIndex={-1}
          className="flex flex-col items-start gap-3 rounded-card border border-line bg-surface px-4 py-4"
        >
          <p>{t("checksDone")}</p>
          <p>{t("stayOffer")}</p>
          <Button onClick={progress.reopen}>{shared("edit")}</Button>
        </section>
      ) : (
        <Checks planned={planned} progress={progress} />
      )}
      <div className="mt-2 flex flex-col gap-4 border-line border-t pt-6">{takeHome}</div>
    </>
  );
}

function Checks({ planned, progress }: Omit<ClosingProps, "takeHome">) {
  const t = useTranslations("kinds.pause.phone");
  const shared = useTranslations("phone");
  const own = useKept(ownChecks, planned.key);
  const { connection } = useLive();
  const id = useId();
  const question = useRef<HTMLHeadingElement>(null);
  const { safe, useful, settled } = own.content;
  const answers = [safe, useful, settled];
  const total = answers.length;
  const open = answers.indexOf(null);
  /** Whoever comes back to change something begins anew, others where they were. */
  const first = progress.done ? 0 : open === -1 ? total - 1 : open;
  const { at, isLast, go } = useSteps(total, first, () => question.current?.focus());

  function choose(part: Partial<typeof own.content>) {
    own.change((known) => ({ ...known, ...part }));
  }

  function send() {
    // Nothing answered is nothing to send, and looks the same.
    if (answers.some((answer) => answer !== null)) {
      own.handIn((known) => {
        // Where this page shows nothing, another one of this device may have answered.
        const all = {
          safe: safe ?? known.safe,
          useful: useful ?? known.useful,
          settled: settled ?? known.settled,
        };
        return { content: all, command: { type: "answerChecks", ...all } };
      });
    }
    progress.sent();
  }

  const isOpen = answers[at] === null;
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="font-semibold">{t("checks")}</h2>
        <p className="text-base text-ink-2">{shared("step", { n: at + 1, total })}</p>
      </div>
      <h3 className="font-medium font-serif text-xl" id={id} ref={question} tabIndex={-1}>
        {t(QUESTIONS[at] ?? QUESTIONS[0])}
      </h3>
      {at < SETTLED ? (
        <ScoreZigzag
          anchors={{ low: t("checkLow"), high: t("checkHigh") }}
          key={at}
          labelledBy={id}
          onChange={(score) => choose(at === 0 ? { safe: score } : { useful: score })}
          value={at === 0 ? safe : useful}
        />
      ) : (
        <Settled
          labelledBy={id}
          name={planned.key}
          onChange={(is) => choose({ settled: is })}
          value={settled}
        />
      )}
      <StepMarks at={at} onBack={at > 0 ? () => go(at - 1) : undefined} total={total} />
      {own.entry && own.entry.revision > 0 ? (
        <ChecksState offline={connection === "offline"} own={own.entry} />
      ) : null}
      <Dock>
        <ShortReceipt about="checks" />
        {isLast ? (
          <Button kind="primary" onClick={send} wide>
            {connection === "offline" ? shared("sendLater") : t("checksSend")}
          </Button>
        ) : (
          <Button kind={isOpen ? "secondary" : "primary"} onClick={() => go(at + 1)} wide>
            {isOpen ? t("leaveOpen") : shared("stepNext", { n: at + 2 })}
          </Button>
        )}
      </Dock>
    </section>
  );
}

/** In the order in which they are asked; the last has two answers instead of eleven. */
const QUESTIONS = ["checkSafe", "checkUseful", "checkSettled"] as const;
const SETTLED = 2;

/** Where the last answers are, for whoever comes back to change them. */
function ChecksState({ own, offline }: { own: KeptEntry; offline: boolean }) {
  // A refusal stands above, as for every ballot.
  if (own.state === "refused" || own.state === "conflict") return null;
  const state: SavingStateName = own.state === "saving" && offline ? "offline" : own.state;
  return <SavingState state={state} />;
}

interface SettledProps {
  labelledBy: string;
  name: string;
  value: boolean | null;
  onChange: (value: boolean) => void;
}

/** "Settled enough to leave?" Who learns of a "not yet", and how, stands above the choice. */
function Settled({ labelledBy, name, value, onChange }: SettledProps) {
  const t = useTranslations("kinds.pause.phone");
  const options = [
    { label: t("settledYes"), settled: true },
    { label: t("settledNo"), settled: false },
  ];
  return (
    <fieldset aria-labelledby={labelledBy} className="flex min-w-0 flex-col gap-2">
      <p className="text-base text-ink-2">{t("settledNote")}</p>
      <div className="grid grid-cols-2 gap-2">
        {options.map(({ label, settled }) => (
          <label
            className="relative flex min-h-12 items-center gap-3 rounded-control border border-edge bg-surface px-4 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold"
            key={label}
          >
            {/* As large as its label: a finger's target, also where the bar below covers a part. */}
            <input
              checked={value === settled}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-control"
              name={`settled-${name}`}
              onChange={() => onChange(settled)}
              type="radio"
            />
            <span
              aria-hidden
              className="size-5 shrink-0 rounded-full border-2 border-edge peer-checked:border-[6px] peer-checked:border-accent"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
