"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { formOf, type OwnPlan, ownPlan, sharedOf } from "@/lib/activities/commit/kept";
import { daysAfter, todayOn } from "@/lib/activities/commit/own-days";
import { PlanField } from "@/lib/activities/commit/plan-field";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { sentenceOf } from "@/lib/activities/commit/sentence";
import { ShareTicks } from "@/lib/activities/commit/share-ticks";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWording, useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { Dock } from "@/lib/ui/phone/dock";
import { useKept } from "@/lib/ui/phone/use-kept";
import type { PhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";
import type { Words } from "@/lib/words";

type Props = Shown<CommitSettings, CommitRecord> & { progress: PhaseProgress };

/** Dates that stand there before anybody has chosen one. */
const presets = ({ fields }: CommitSettings, today: string): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ key, daysAhead }) =>
      daysAhead === null ? [] : [[key, daysAfter(today, daysAhead)]],
    ),
  );

/**
 * Where one writes for oneself. Only "finished" and what is ticked is handed in, and nothing any more once that was
 * counted: it would only be refused.
 */
export function Filling({ planned, record: { isCounted }, progress }: Props) {
  const t = useTranslations("kinds.commit.phone");
  const words = useWords();
  const { content, keep, handIn } = useKept(ownPlan, planned.key);
  const [pressed, setPressed] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const receiptId = useId();
  const { settings } = planned;
  const preset = presets(settings, todayOn(new Date()));
  const withPresets = (plan: OwnPlan): OwnPlan => ({
    ...plan,
    fields: { ...preset, ...plan.fields },
    form: formOf(settings),
  });
  const plan = withPresets(content);
  const empty = settings.fields.filter(
    ({ required, key }) => required && !plan.fields[key]?.trim(),
  );

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;

  const change = (apply: (plan: OwnPlan) => OwnPlan) =>
    keep((before) => apply(withPresets(before)));

  function setFields(values: Readonly<Record<string, string>>, chosen: OwnPlan["chosen"] = {}) {
    change((before) => ({
      ...before,
      fields: { ...before.fields, ...values },
      chosen: { ...before.chosen, ...chosen },
    }));
  }

  function finish() {
    setPressed(true);
    const [firstEmpty] = empty;
    if (firstEmpty) {
      form.current?.querySelector<HTMLElement>(`[name="${firstEmpty.key}"]`)?.focus();
      return;
    }
    const finished = (before: OwnPlan): OwnPlan => ({ ...withPresets(before), finished: true });
    if (isCounted) keep(finished, true);
    else {
      handIn((before) => ({
        content: finished(before),
        command: { type: "reportFinished", steps: sharedOf(settings, before) },
      }));
    }
    progress.sent();
  }

  return (
    <ActivityFrame
      ballot={!isCounted}
      editing
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
    >
      <div className="flex flex-col gap-4" ref={form}>
        {settings.fields.map((field) => (
          <PlanField
            chosen={plan.chosen[field.key]}
            describedBy={receiptId}
            field={field}
            key={field.key}
            missing={pressed && empty.includes(field)}
            onChange={(value) => setFields({ [field.key]: value })}
            onChoose={(offer, value) => setFields({ [field.key]: value }, { [field.key]: offer })}
            value={plan.fields[field.key] ?? ""}
          />
        ))}
      </div>
      <Examples onBorrow={setFields} settings={settings} />
      {isCounted ? null : <ShareTicks onChange={change} plan={plan} settings={settings} />}
      <Dock>
        <ShortReceipt about={isCounted ? "local" : "plan"} id={receiptId} />
        <Button kind="primary" onClick={finish} wide>
          {settings.button ? words(settings.button) : t("planDone")}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}

interface ExamplesProps {
  settings: CommitSettings;
  onBorrow: (values: Readonly<Record<string, string>>) => void;
}

/** Whole plans to begin with. */
function Examples({ settings: { examples, fields, sentence }, onBorrow }: ExamplesProps) {
  const t = useTranslations("kinds.commit.phone");
  const textOf = useWordsText();
  const wordingOf = useWording();
  const listed = examples.map((example) => {
    const given = (of: (text: Words) => string) =>
      Object.fromEntries(example.map(({ field, text }) => [field, of(text)]));
    const shown = given(textOf);
    const blank = Object.fromEntries(fields.map(({ key }) => [key, ""]));
    const pieces = sentence ? sentenceOf(textOf(sentence), { ...blank, ...shown }) : null;
    return {
      values: given((text) => wordingOf(text).text),
      says: pieces?.map(({ text }) => text).join("") ?? Object.values(shown).join(" · "),
    };
  });
  if (listed.length === 0) return null;
  return (
    <Disclosure title={t("examples")}>
      <ul className="flex flex-col">
        {listed.map(({ values, says }) => (
          <li className="border-line border-t" key={says}>
            <button
              className="min-h-12 w-full py-2 text-start text-accent"
              onClick={() => onBorrow(values)}
              type="button"
            >
              {says}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
