"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { phaseWords } from "@/lib/activities/screens";
import { useWordsText } from "@/lib/client/use-words";
import { followingPhase, isBelowK } from "@/lib/console/next-step";
import type { FacilitatorView } from "@/lib/session/facilitator-view";

/** What comes next, how long it takes, and what going on there does: nobody is led into it unprepared. */
export function Afterwards({ view }: { view: FacilitatorView }) {
  const t = useTranslations("console.after");
  const all = useTranslations();
  const textOf = useWordsText();
  const { agenda } = view.facilitator;
  const at = agenda.findIndex(({ key }) => key === view.planned?.key);
  const entry = agenda[at];
  if (!entry || !view.activity) return null;
  const nameOf = (kind: string, phase: string) => all(`${phaseWords(kind, phase)}.name`);
  // What is below k has nothing to go through any more.
  const phase = isBelowK(view) ? undefined : followingPhase(entry, view.activity.phase);
  if (phase) {
    const { next } = view.activity.about;
    return (
      <After minutes={phase.minutes} title={t("title", { title: nameOf(entry.kind, phase.name) })}>
        {next === "goOn" ? null : t(next)}
      </After>
    );
  }
  const following = agenda[at + 1];
  if (!following) {
    return (
      <After minutes={null} title={t("end")}>
        {t("endText")}
      </After>
    );
  }
  const { kind, title, minutes, phases } = following;
  return (
    <After minutes={minutes} title={t("title", { title: textOf(title) })}>
      {phases.length > 1 ? phases.map(({ name }) => nameOf(kind, name)).join(" · ") : null}
    </After>
  );
}

interface AfterProps {
  title: string;
  /** Null where the plan gives it none. */
  minutes: number | null;
  /** Null where its name says it all. */
  children: ReactNode;
}

function After({ title, minutes, children }: AfterProps) {
  const t = useTranslations("console.after");
  return (
    <section className="mt-2 flex flex-col gap-1 border-line border-t pt-4">
      <h2 className="tabular font-semibold">
        {minutes === null ? title : `${title}, ${t("minutes", { n: minutes })}`}
      </h2>
      {children === null ? null : <p className="measure text-ink-2">{children}</p>}
    </section>
  );
}
