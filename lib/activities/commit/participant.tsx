"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { ownPlan } from "@/lib/activities/commit/kept";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitField, CommitSettings } from "@/lib/activities/commit/schema";
import { commitScreens } from "@/lib/activities/commit/screens";
import { useOwnStep } from "@/lib/activities/commit/use-own-plan";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useWording, useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CheckRow } from "@/lib/ui/phone/check-row";
import { Covered } from "@/lib/ui/phone/covered";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { Dock } from "@/lib/ui/phone/dock";
import { textOfStep } from "@/lib/ui/phone/keepsake";
import { KeepsakeCard } from "@/lib/ui/phone/keepsake-card";
import { useKept } from "@/lib/ui/phone/use-kept";
import {
  alsoLeaving,
  type PhaseProgress,
  usePhaseProgress,
} from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";
import { textKey } from "@/lib/words";

/** A sentence's half; more would not be one step any more. */
const FIELD_CHARACTERS_MAX = 200;

type Props = Shown<CommitSettings, CommitRecord>;

/** One's own plan: written, kept and handed out here, never sent. */
export function CommitScreen(props: Props) {
  // Filling and checking are one task for the phone, so that being done lasts through both.
  const filling = usePhaseProgress(props.planned.key, "fill");
  const [writing, setWriting] = useState(false);
  if (props.phase === "fill") return <Filling {...props} progress={filling} />;
  // Open to everybody, also to those who skipped: it is not too late for a plan.
  const write = () => {
    filling.reopen();
    setWriting(true);
  };
  const away = () => setWriting(false);
  if (writing) return <Filling {...props} progress={closing(filling, away)} />;
  const Screen = props.phase === "keep" ? Keeping : Checking;
  return <Screen {...props} onWrite={write} />;
}

export const commitOnPhone = defineOnPhone(commitScreens, CommitScreen);

/** The same way, leaving the editor however it is gone. */
const closing = (progress: PhaseProgress, away: () => void): PhaseProgress => ({
  ...alsoLeaving(progress, away),
  sent() {
    away();
    progress.sent();
  },
});

function Filling({ planned, progress }: Props & { progress: PhaseProgress }) {
  const t = useTranslations("kinds.commit.phone");
  const words = useWords();
  const { content: plan, keep, handIn } = useKept(ownPlan, planned.key);
  const [pressed, setPressed] = useState(false);
  const { fields, examples, genericSteps } = planned.settings;
  const empty = fields.filter((field) => field.required && !plan.fields[field.key]?.trim());
  const form = useRef<HTMLDivElement>(null);
  const receiptId = useId();

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;

  function setField(key: string, value: string) {
    keep((before) => ({ ...before, fields: { ...before.fields, [key]: value } }));
  }

  function finish() {
    setPressed(true);
    const [firstEmpty] = empty;
    if (firstEmpty) {
      form.current?.querySelector<HTMLElement>(`[name="${firstEmpty.key}"]`)?.focus();
      return;
    }
    const { steps } = plan;
    handIn((before) => ({
      content: { ...before, finished: true },
      command: { type: "reportFinished", steps },
    }));
    progress.sent();
  }

  return (
    <ActivityFrame
      ballot
      editing
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
    >
      <div className="flex flex-col gap-3" ref={form}>
        {fields.map((field) => (
          <PlanField
            describedBy={receiptId}
            field={field}
            key={field.key}
            missing={pressed && empty.includes(field)}
            onChange={(value) => setField(field.key, value)}
            value={plan.fields[field.key] ?? ""}
          />
        ))}
      </div>
      <Examples
        examples={examples}
        onBorrow={(trigger, step) => {
          setField("when", trigger);
          setField("then", step);
        }}
      />
      {genericSteps.length > 0 ? (
        <Disclosure title={t("sharedSteps")}>
          {genericSteps.map(({ key, label }) => (
            <CheckRow
              checked={plan.steps.includes(key)}
              key={key}
              onChange={(on) =>
                keep((before) => ({
                  ...before,
                  steps: on ? [...before.steps, key] : before.steps.filter((each) => each !== key),
                }))
              }
            >
              {words(label)}
            </CheckRow>
          ))}
        </Disclosure>
      ) : null}
      <Dock>
        <ShortReceipt about="plan" id={receiptId} />
        <Button kind="primary" onClick={finish} wide>
          {t("planDone")}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}

interface ExamplesProps {
  examples: CommitSettings["examples"];
  onBorrow: (trigger: string, step: string) => void;
}

/** Whole plans to begin with. */
function Examples({ examples, onBorrow }: ExamplesProps) {
  const t = useTranslations("kinds.commit.phone");
  const textOf = useWordsText();
  const wordingOf = useWording();
  if (examples.length === 0) return null;
  return (
    <Disclosure title={t("examples")}>
      <ul className="flex flex-col">
        {examples.map(({ trigger, step }) => (
          <li className="border-line border-t" key={textKey(trigger)}>
            <button
              className="min-h-12 w-full py-2 text-start text-accent"
              onClick={() => onBorrow(wordingOf(trigger).text, wordingOf(step).text)}
              type="button"
            >
              {t.markup("planSentenceOpen", {
                ...{ when: textOf(trigger), step: textOf(step) },
                hinge: (words) => words,
              })}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

interface PlanFieldProps {
  describedBy: string;
  field: CommitField;
  value: string;
  missing: boolean;
  onChange: (value: string) => void;
}

function PlanField({ describedBy, field, value, missing, onChange }: PlanFieldProps) {
  const t = useTranslations("kinds.commit.phone");
  const words = useWords();
  const textOf = useWordsText();
  const id = useId();
  const shared = {
    "aria-describedby": missing ? `${id}-missing ${describedBy}` : describedBy,
    "aria-invalid": missing || undefined,
    className:
      "min-h-12 w-full rounded-control border border-edge bg-surface px-3 py-2 text-lg aria-invalid:border-brick",
    id,
    name: field.key,
    value,
  };
  return (
    <div className="flex flex-col gap-1">
      <label className="font-semibold text-base" htmlFor={id}>
        {words(field.label)}
      </label>
      {field.input === "date" ? (
        <input {...shared} onChange={(event) => onChange(event.target.value)} type="date" />
      ) : (
        <textarea
          {...shared}
          dir="auto"
          maxLength={FIELD_CHARACTERS_MAX}
          onChange={(event) => onChange(event.target.value)}
          placeholder={field.placeholder ? textOf(field.placeholder) : undefined}
          rows={2}
        />
      )}
      {missing ? (
        <p className="text-base text-brick" id={`${id}-missing`}>
          {t("planMissing")}
        </p>
      ) : null}
    </div>
  );
}

type WithoutEditor = Props & { onWrite: () => void };

/** What to ask of one's plan. The same on every phone, whether there is one or not. */
function Checking({ planned, onWrite }: WithoutEditor) {
  const t = useTranslations("kinds.commit.phone");
  const shared = useTranslations("phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, "fill");
  const { content: plan } = useKept(ownPlan, planned.key);
  const step = useOwnStep(plan);
  return (
    <ActivityFrame planned={planned} prompt={t("planCheck")} progress={progress}>
      {planned.settings.checks.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 ps-5 marker:text-ink-2">
          {planned.settings.checks.map((check) => (
            <li key={textKey(check)}>{words(check)}</li>
          ))}
        </ul>
      ) : null}
      {/* Covered until tapped: a plan may name people, and neighbours look. */}
      <Disclosure title={t("ownPlan")}>
        <div className="flex flex-col items-start gap-3">
          {step === null ? (
            <p className="text-ink-2">{t("planEmpty")}</p>
          ) : (
            <PeoplesWords as="p" className="font-medium font-serif text-xl">
              {textOfStep(step)}
            </PeoplesWords>
          )}
          <Button onClick={onWrite}>{step === null ? t("planWrite") : shared("edit")}</Button>
        </div>
      </Disclosure>
    </ActivityFrame>
  );
}

function Keeping({ planned, phase, onWrite }: WithoutEditor) {
  const t = useTranslations("kinds.commit.phone");
  const shared = useTranslations("phone");
  const progress = usePhaseProgress(planned.key, phase);
  const { content: plan } = useKept(ownPlan, planned.key);
  const step = useOwnStep(plan);
  const keepsake = {
    ...{ notes: [], helpful: null, moves: [], session: null },
    steps: step === null ? [] : [step],
  };
  return (
    <ActivityFrame
      hint={t("planLocal")}
      planned={planned}
      prompt={t("keepPrompt")}
      progress={progress}
    >
      <Covered
        kind="primary"
        name={`plan/${planned.key}`}
        show={t("planShow")}
        title={t("ownPlan")}
      >
        <KeepsakeCard keepsake={keepsake} />
        <Button onClick={onWrite} wide>
          {step === null ? t("planWrite") : shared("edit")}
        </Button>
      </Covered>
    </ActivityFrame>
  );
}
