"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitField, CommitSettings } from "@/lib/activities/commit/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { type DeviceRecord, nextRevision, type OwnPlan } from "@/lib/client/device-record";
import { useWording, useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CheckRow } from "@/lib/ui/phone/check-row";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { PlanView, usePlanSentence } from "@/lib/ui/phone/plan-view";
import {
  alsoLeaving,
  type PhaseProgress,
  usePhaseProgress,
} from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { Receipt } from "@/lib/ui/receipt";
import { textKey } from "@/lib/words";

/** A sentence's half; more would not be one step any more. */
const FIELD_CHARACTERS_MAX = 200;

const emptyPlan: OwnPlan = { fields: {}, steps: [], revision: 0, finished: false, state: "draft" };

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

/** The same way, leaving the editor however it is gone. */
const closing = (progress: PhaseProgress, away: () => void): PhaseProgress => ({
  ...alsoLeaving(progress, away),
  sent() {
    away();
    progress.sent();
  },
});

function usePlan(activity: string) {
  const { record, change, handIn } = useDevice();
  function changed(before: DeviceRecord, apply: (plan: OwnPlan) => OwnPlan): DeviceRecord {
    const plan = apply(before.plans[activity] ?? emptyPlan);
    return { ...before, plans: { ...before.plans, [activity]: plan } };
  }
  return {
    plan: record.plans[activity] ?? emptyPlan,
    change: (apply: (plan: OwnPlan) => OwnPlan) => change((before) => changed(before, apply)),
    reportFinished(steps: string[]) {
      handIn((before) => {
        const revision = nextRevision(before, before.plans[activity]);
        const command = { type: "reportFinished", revision, steps };
        return {
          record: changed(before, (plan) => ({
            ...plan,
            revision,
            finished: true,
            state: "saving",
          })),
          command: { type: "activity", activity, command },
        };
      });
    },
  };
}

function Filling({ planned, progress }: Props & { progress: PhaseProgress }) {
  const t = useTranslations("kinds.commit.phone");
  const shared = useTranslations("phone");
  const words = useWords();
  const textOf = useWordsText();
  const wordingOf = useWording();
  const { plan, change, reportFinished } = usePlan(planned.key);
  const [pressed, setPressed] = useState(false);
  const { fields, examples, genericSteps } = planned.settings;
  const empty = fields.filter((field) => field.required && !plan.fields[field.key]?.trim());

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;

  function setField(key: string, value: string) {
    change((before) => ({ ...before, fields: { ...before.fields, [key]: value } }));
  }

  function finish() {
    setPressed(true);
    if (empty.length > 0) return;
    reportFinished(plan.steps);
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
      <div className="flex flex-col gap-3">
        {fields.map((field) => (
          <PlanField
            field={field}
            key={field.key}
            missing={pressed && empty.includes(field)}
            onChange={(value) => setField(field.key, value)}
            value={plan.fields[field.key] ?? ""}
          />
        ))}
      </div>
      <div>
        <p className="text-base text-brick" role="status">
          {pressed && empty.length > 0
            ? t("planMissing", { fields: empty.map((field) => textOf(field.label)).join(", ") })
            : null}
        </p>
        <Button kind="primary" onClick={finish} wide>
          {t("planDone")}
        </Button>
      </div>
      <Receipt about="plan" />
      {examples.length > 0 ? (
        <Disclosure title={t("examples")}>
          <ul className="flex flex-col">
            {examples.map(({ trigger, step }) => (
              <li className="border-line border-t" key={textKey(trigger)}>
                <button
                  className="min-h-12 w-full py-2 text-start text-accent"
                  onClick={() => {
                    setField("when", wordingOf(trigger).text);
                    setField("then", wordingOf(step).text);
                  }}
                  type="button"
                >
                  {shared("planSentenceOpen", { when: textOf(trigger), step: textOf(step) })}
                </button>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {genericSteps.length > 0 ? (
        <Disclosure title={t("sharedSteps")}>
          {genericSteps.map(({ key, label }) => (
            <CheckRow
              checked={plan.steps.includes(key)}
              key={key}
              onChange={(on) =>
                change((before) => ({
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
    </ActivityFrame>
  );
}

interface PlanFieldProps {
  field: CommitField;
  value: string;
  missing: boolean;
  onChange: (value: string) => void;
}

function PlanField({ field, value, missing, onChange }: PlanFieldProps) {
  const words = useWords();
  const textOf = useWordsText();
  const id = useId();
  const shared = {
    "aria-invalid": missing || undefined,
    className:
      "min-h-12 w-full rounded-control border border-edge bg-surface px-3 py-2 text-lg aria-invalid:border-brick",
    id,
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
  const { plan } = usePlan(planned.key);
  const sentence = usePlanSentence(plan);
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
      <Disclosure title={shared("ownPlan")}>
        <div className="flex flex-col items-start gap-3">
          {sentence === null ? (
            <p className="text-ink-2">{shared("planEmpty")}</p>
          ) : (
            <PeoplesWords as="p" className="text-xl">
              {sentence}
            </PeoplesWords>
          )}
          <Button onClick={onWrite}>{sentence === null ? t("planWrite") : shared("edit")}</Button>
        </div>
      </Disclosure>
    </ActivityFrame>
  );
}

function Keeping({ planned, phase, onWrite }: WithoutEditor) {
  const t = useTranslations("kinds.commit.phone");
  const shared = useTranslations("phone");
  const progress = usePhaseProgress(planned.key, phase);
  const { plan } = usePlan(planned.key);
  const sentence = usePlanSentence(plan);
  return (
    <ActivityFrame
      hint={t("planLocal")}
      planned={planned}
      prompt={t("keepPrompt")}
      progress={progress}
    >
      <Disclosure title={shared("ownPlan")}>
        <div className="flex flex-col items-start gap-3">
          <PlanView plan={plan} />
          <Button onClick={onWrite}>{sentence === null ? t("planWrite") : shared("edit")}</Button>
        </div>
      </Disclosure>
    </ActivityFrame>
  );
}
