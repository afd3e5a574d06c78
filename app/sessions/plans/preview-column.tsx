"use client";

import "@/lib/client/zod-setup";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { audienceOf, type PreviewScreenName } from "@/app/preview/screens";
import { PreviewFrame } from "@/app/sessions/preview-frame";
import { useExample } from "@/app/sessions/use-example";
import { usePhaseNames } from "@/lib/activities/use-phase-names";
import type { ExamplePlan } from "@/lib/example/example-session";
import { NextGlyph, PrevGlyph } from "@/lib/ui/drawn/drawings";

/** In the order in which a session is led: what is asked, from where, and what comes of it. */
const SCREENS: readonly PreviewScreenName[] = ["phone", "console", "stage"];

export interface PreviewColumnProps {
  /** The same object as long as nothing of it changes. */
  plan: ExamplePlan;
  /** Key of the activity that is shown. */
  chosen: string;
}

/** One screen of the chosen activity in one of its phases, with what is edited, filled in by made-up people. */
export function PreviewColumn({ plan, chosen }: PreviewColumnProps) {
  const t = useTranslations("catalogue");
  const own = useTranslations("agenda");
  const namesOf = usePhaseNames();
  const id = useId();
  const [screen, setScreen] = useState<PreviewScreenName>("phone");
  const [place, setPlace] = useState({ activity: chosen, at: 0 });
  const { example, isCurrent, isBroken } = useExample(plan, chosen);
  const phases = example ? [...example.views.keys()] : [];
  // Another activity is looked at from its beginning, and one with fewer phases not beyond its end.
  const wanted = place.activity === example?.activity ? place.at : 0;
  const at = Math.min(wanted, phases.length - 1);
  const phase = phases[at];
  const shown = plan.activities.find(({ key }) => key === example?.activity);
  const name = phase && shown ? namesOf(shown.kind, shown.settings).whole(phase) : "";
  const views = phase === undefined ? undefined : example?.views.get(phase);
  const turn = (by: number) => setPlace({ activity: chosen, at: at + by });
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3">
      <h2 className="sr-only" id={id}>
        {t("preview")}
      </h2>
      <ScreenChoice chosen={screen} onChoose={setScreen} />
      <div className="flex items-center justify-center gap-1">
        <TurnButton isEnd={at <= 0} label={own("phaseBefore")} onTurn={() => turn(-1)}>
          <PrevGlyph className="size-5!" />
        </TurnButton>
        <p aria-live="polite" className="min-w-28 text-center font-semibold text-base">
          {name}
        </p>
        <TurnButton
          isEnd={at >= phases.length - 1}
          label={own("phaseAfter")}
          onTurn={() => turn(1)}
        >
          <NextGlyph className="size-5!" />
        </TurnButton>
      </div>
      <div
        className={`mx-auto w-full transition-opacity ${screen === "phone" ? "max-w-62" : "max-w-136"} ${isCurrent ? "" : "opacity-60"}`}
      >
        <PreviewFrame
          screen={screen}
          title={t("previewOf", { screen: t(`screens.${screen}`), phase: name })}
          view={views?.[audienceOf[screen]] ?? null}
        />
      </div>
      <p className="text-base text-ochre" role="status">
        {isBroken ? own(example ? "previewBroken" : "previewNone") : null}
      </p>
    </section>
  );
}

interface ScreenChoiceProps {
  chosen: PreviewScreenName;
  onChoose: (screen: PreviewScreenName) => void;
}

/** Which of the three screens. */
function ScreenChoice({ chosen, onChoose }: ScreenChoiceProps) {
  const t = useTranslations("catalogue");
  return (
    <div className="grid grid-cols-3 overflow-hidden rounded-control border border-edge bg-surface">
      {SCREENS.map((screen) => (
        <button
          aria-pressed={screen === chosen}
          className="min-h-target border-edge font-semibold text-base not-first:border-s -outline-offset-3! aria-pressed:bg-accent-soft aria-pressed:text-accent"
          key={screen}
          onClick={() => onChoose(screen)}
          type="button"
        >
          {t(`screens.${screen}`)}
        </button>
      ))}
    </div>
  );
}

interface TurnButtonProps {
  /** There is nothing further on: it stays where it is, for the keyboard. */
  isEnd: boolean;
  label: string;
  onTurn: () => void;
  children: ReactNode;
}

function TurnButton({ isEnd, label, onTurn, children }: TurnButtonProps) {
  return (
    <button
      aria-disabled={isEnd}
      aria-label={label}
      className={`inline-flex size-target items-center justify-center rounded-control ${isEnd ? "text-ink-2 opacity-60" : "text-accent"}`}
      onClick={isEnd ? undefined : onTurn}
      type="button"
    >
      {children}
    </button>
  );
}
