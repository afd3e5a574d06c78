"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { usePhaseNames } from "@/lib/activities/use-phase-names";
import type { Script } from "@/lib/session/plan-template";
import { textKey, type Words } from "@/lib/words";

export interface ActivityScriptProps {
  kind: string;
  script: Script;
  /** In their order, those that there are. */
  phases: readonly string[];
  words: (text: Words) => ReactNode;
}

/** What whoever leads an activity says and looks out for, phase by phase. */
export function ActivityScript({ kind, script, phases, words }: ActivityScriptProps) {
  const t = useTranslations("catalogue");
  const { whole: nameOf } = usePhaseNames()(kind);
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-3">
        {phases.map((phase) => {
          const said = script.phases[phase];
          return said ? (
            <li className="break-inside-avoid" key={phase}>
              <h4 className="font-semibold">{nameOf(phase)}</h4>
              <p className="measure font-serif text-lg">{words(said.say)}</p>
              <p className="measure text-base text-ink-2">{words(said.watchFor)}</p>
            </li>
          ) : null;
        })}
      </ol>
      <Said title={t("ifItStalls")}>
        <p>{words(script.ifItStalls)}</p>
      </Said>
      <Said title={t("debrief")}>
        <ul className="list-disc ps-5 marker:text-ink-2">
          {script.debrief.map((question) => (
            <li key={textKey(question)}>{words(question)}</li>
          ))}
        </ul>
      </Said>
      <Said title={t("talkInstead")}>
        <p>{words(script.talkInstead)}</p>
      </Said>
    </div>
  );
}

function Said({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="measure break-inside-avoid">
      <h4 className="font-semibold">{title}</h4>
      {children}
    </div>
  );
}
