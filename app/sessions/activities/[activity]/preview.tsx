"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { audienceOf, previewScreens } from "@/app/preview/screens";
import { PreviewFrame } from "@/app/sessions/preview-frame";
import { useExample } from "@/app/sessions/use-example";
import { usePhaseNames } from "@/lib/activities/use-phase-names";
import type { PlanTemplate } from "@/lib/session/plan-template";

export interface PreviewProps {
  activity: string;
  kind: string;
  /** In their order. */
  phases: readonly string[];
  /** In which it is held. */
  plan: PlanTemplate;
}

/** The three screens in each phase, side by side, as made-up people fill them. */
export function Preview({ activity, kind, phases, plan }: PreviewProps) {
  const t = useTranslations("catalogue");
  const [phase, setPhase] = useState(phases[0] ?? "");
  const { example } = useExample(plan, activity);
  const views = example?.views.get(phase);
  const { whole: nameOf } = usePhaseNames()(kind);
  return (
    <>
      <p className="measure text-base text-ink-2">{t("previewLead")}</p>
      <div className="flex flex-wrap gap-2">
        {phases.map((each) => (
          <button
            aria-pressed={each === phase}
            className="min-h-target rounded-control border border-edge bg-surface px-3.5 font-semibold text-base aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            key={each}
            onClick={() => setPhase(each)}
            type="button"
          >
            {nameOf(each)}
          </button>
        ))}
      </div>
      <div className="grid items-start gap-6 sm:grid-cols-[15rem_minmax(0,34rem)]">
        {previewScreens.map((screen) => (
          <figure
            className={`flex min-w-0 flex-col gap-1.5 ${screen === "phone" ? "max-w-60 sm:row-span-2" : ""}`}
            key={screen}
          >
            <figcaption className="text-base text-ink-2">{t(`screens.${screen}`)}</figcaption>
            <PreviewFrame
              screen={screen}
              title={t("previewOf", { screen: t(`screens.${screen}`), phase: nameOf(phase) })}
              view={views?.[audienceOf[screen]] ?? null}
            />
          </figure>
        ))}
      </div>
    </>
  );
}
