"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActivityScript } from "@/app/sessions/activity-script";
import { BackLink } from "@/app/sessions/back-link";
import { beginnings, clockTime } from "@/lib/clock-times";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { SessionPlan } from "@/lib/session/plan";
import type { Script } from "@/lib/session/plan-template";
import { Button } from "@/lib/ui/button";
import type { Address, Words } from "@/lib/words";

export interface GuidePart {
  key: string;
  kind: string;
  title: Words;
  prompt: Words;
  minutes: number;
  script: Script;
  contentNote: Words | null;
  evidence: Words | null;
  sources: readonly string[];
  phases: readonly string[];
}

export interface GuideProps {
  plan: Pick<SessionPlan, "title" | "purpose" | "minutes">;
  /** Where one comes from, by the plan's title. */
  back: string;
  parts: readonly GuidePart[];
  address: Address;
  /** Minutes since midnight; null: times count from the beginning. */
  start: number | null;
  /** The way to all else on paper. */
  children: ReactNode;
}

/** All that whoever leads a plan needs on paper. */
export function Guide({ plan, back, parts, address, start, children }: GuideProps) {
  const t = useTranslations();
  const { words } = usePlanWords(address);
  const from = beginnings(parts.map(({ minutes }) => minutes));
  const timeOf = (at: number) => clockTime(start ?? 0, from[at] ?? 0);
  return (
    <article className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
          <BackLink href={back}>{words(plan.title)}</BackLink>
          <Button onClick={() => window.print()}>{t("sessions.print")}</Button>
        </div>
        <h1 className="text-balance font-medium font-serif text-3xl">{words(plan.title)}</h1>
        <p className="measure text-ink-2 text-lg">{words(plan.purpose)}</p>
      </header>
      {children}
      <section className="flex break-inside-avoid flex-col gap-2">
        <h2 className="font-medium font-serif text-xl">{t("sessions.materials")}</h2>
        <p className="measure">{t("sessions.materialsText")}</p>
      </section>
      <section className="flex break-inside-avoid flex-col gap-2">
        <h2 className="font-medium font-serif text-xl">{t("sessions.agenda")}</h2>
        <ol className="divide-y divide-line border-line border-y">
          {parts.map(({ key, title, minutes }, at) => (
            <li className="flex gap-4 py-1.5" key={key}>
              <span className="tabular w-14 shrink-0 font-semibold">{timeOf(at)}</span>
              <span className="grow">{words(title)}</span>
              <span className="tabular text-ink-2">
                {t("sessions.minutesShort", { n: minutes })}
              </span>
            </li>
          ))}
          <li className="flex gap-4 py-1.5">
            <span className="tabular w-14 shrink-0 font-semibold">
              {clockTime(start ?? 0, plan.minutes)}
            </span>
            <span>{t("sessions.guideEnd")}</span>
          </li>
        </ol>
      </section>
      {parts.map((part, at) => (
        <section className="flex flex-col gap-3 border-line border-t pt-5" key={part.key}>
          <h2 className="flex break-after-avoid flex-wrap items-baseline gap-x-4 font-medium font-serif text-2xl">
            <span className="tabular text-accent">{timeOf(at)}</span>
            <span>{words(part.title)}</span>
            <span className="tabular font-sans text-base text-ink-2">
              {t("sessions.minutesShort", { n: part.minutes })}
            </span>
          </h2>
          <p className="measure break-after-avoid font-semibold">{words(part.prompt)}</p>
          {part.contentNote ? (
            <p className="measure text-ink-2">{words(part.contentNote)}</p>
          ) : null}
          <ActivityScript
            kind={part.kind}
            phases={part.phases}
            script={part.script}
            words={words}
          />
          {part.evidence ? (
            <p className="measure text-base text-ink-2">
              <strong className="font-semibold">{t("catalogue.evidence")}:</strong>{" "}
              {words(part.evidence)}
            </p>
          ) : null}
        </section>
      ))}
      <GuideSources of={[...new Set(parts.flatMap(({ sources }) => sources))]} />
    </article>
  );
}

/** Publications behind all parts, once each, at the end: nobody reads them while leading. */
function GuideSources({ of }: { of: readonly string[] }) {
  const t = useTranslations("catalogue");
  return of.length === 0 ? null : (
    <section className="flex flex-col gap-2 border-line border-t pt-5">
      <h2 className="font-medium font-serif text-xl">{t("sources")}</h2>
      <ul className="measure flex flex-col gap-1 text-base text-ink-2" lang="en">
        {of
          .toSorted((one, other) => one.localeCompare(other, "en"))
          .map((source) => (
            <li className="break-words" key={source}>
              {source}
            </li>
          ))}
      </ul>
    </section>
  );
}
