"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { phaseWords } from "@/lib/activities/screens";
import { tooFewOf } from "@/lib/activities/too-few";
import { useWords } from "@/lib/client/use-words";
import { scriptNow } from "@/lib/console/script-now";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { ActivityNotes } from "@/lib/ui/activity-notes";
import { textKey } from "@/lib/words";

/** What to say and what to look out for in this phase, always in reach. */
export function ScriptPanel({ view }: { view: FacilitatorView }) {
  const t = useTranslations("console");
  const phases = useTranslations();
  const words = useWords();
  const { planned, activity } = view;
  const now = scriptNow(view);
  if (!planned || !activity || !now) return null;
  // What is said of something that is shown would be wrong where nothing is: the middle has the words.
  const missing = tooFewOf(view);
  const line = missing === null ? now.line : null;
  // By its name it is seen that the words have changed with the phase.
  const say = t("sayIn", {
    phase: phases(`${phaseWords(planned.kind, activity.phase, planned.settings)}.name`),
  });
  return (
    <section aria-label={t("script")} className="flex flex-col gap-4">
      {missing === "activity" ? <Part title={say}>{words(planned.talkInstead)}</Part> : null}
      {line ? (
        <>
          <Part title={say}>{words(line.say)}</Part>
          <Part title={t("watchFor")}>{words(line.watchFor)}</Part>
        </>
      ) : null}
      {now.ifItStalls ? <Part title={t("ifStalls")}>{words(now.ifItStalls)}</Part> : null}
      {now.debrief ? (
        <div>
          <h2 className={heading}>{t("debrief")}</h2>
          <ul className="list-disc ps-5 marker:text-ink-2">
            {now.debrief.map((question) => (
              <li key={textKey(question)}>{words(question)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {missing === "activity" ? null : (
        <details>
          <summary className="-my-2 flex min-h-target list-none items-center font-semibold text-accent underline underline-offset-4">
            {t("talkInstead")}
          </summary>
          <p className="pt-1">{words(planned.talkInstead)}</p>
        </details>
      )}
      <ActivityNotes
        contentNote={planned.contentNote}
        evidence={view.facilitator.evidence}
        optOut={planned.optOut?.task ?? null}
        words={words}
      />
    </section>
  );
}

/** Smaller than what is read aloud below it. */
const heading = "pb-0.5 font-semibold text-ink-2 text-sm tracking-wide";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className={heading}>{title}</h2>
      <p>{children}</p>
    </div>
  );
}
