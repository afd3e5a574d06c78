"use client";

import { useTranslations } from "next-intl";
import type { OwnPlan } from "@/lib/activities/commit/kept";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { stepsOf, ticksMaxOf } from "@/lib/activities/commit/steps";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { CheckRow } from "@/lib/ui/phone/check-row";
import { Disclosure } from "@/lib/ui/phone/disclosure";

interface ShareTicksProps {
  settings: CommitSettings;
  plan: OwnPlan;
  onChange: (apply: (plan: OwnPlan) => OwnPlan) => void;
}

/** What one may share as a number, and needn't. */
export function ShareTicks({ settings, plan, onChange }: ShareTicksProps) {
  const t = useTranslations("kinds.commit.phone");
  const words = useWords();
  const textOf = useWordsText();
  const { sharedField, ticksLabel } = settings;
  const steps = stepsOf(settings);
  if (steps.length === 0) return null;
  if (sharedField !== null) {
    return (
      <div className="rounded-card border border-line bg-surface px-4 py-1">
        <CheckRow
          checked={plan.shares}
          onChange={(shares) => onChange((before) => ({ ...before, shares }))}
        >
          {ticksLabel ? words(ticksLabel) : t("sharedChoice")}
        </CheckRow>
        {/* Whatever is chosen: what a neighbour sees says nothing of it. */}
        <p className="pb-2 text-base text-ink-2">{t("ownWordsStay")}</p>
      </div>
    );
  }
  const most = ticksMaxOf(settings);
  const isBounded = most < steps.length;
  const isFull = plan.steps.length >= most;
  const title = isBounded ? t("sharedStepsUpTo", { n: most }) : t("sharedSteps");
  const tick = (key: string, on: boolean) =>
    onChange((before) => {
      const others = before.steps.filter((each) => each !== key);
      return { ...before, steps: on && others.length < most ? [...others, key] : others };
    });
  return (
    // Where a plan says how many, they are part of what is asked.
    <Disclosure open={isBounded} title={ticksLabel ? textOf(ticksLabel) : title}>
      <div className={steps.length > 6 ? "grid grid-cols-2 gap-x-4" : undefined}>
        {steps.map(({ key, label }) => {
          const checked = plan.steps.includes(key);
          return (
            <CheckRow
              checked={checked}
              disabled={isFull && !checked}
              key={key}
              onChange={(on) => tick(key, on)}
            >
              {words(label)}
            </CheckRow>
          );
        })}
      </div>
    </Disclosure>
  );
}
