"use client";

import { BackLink } from "@/app/sessions/back-link";
import "@/lib/client/zod-setup";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OpenSingle } from "@/app/sessions/activities/[activity]/open-single";
import { Preview } from "@/app/sessions/activities/[activity]/preview";
import { ActivityGlyph } from "@/app/sessions/activities/activity-glyph";
import { ActivityScript } from "@/app/sessions/activity-script";
import { screensOf } from "@/lib/activities/screens";
import { usePhaseNames } from "@/lib/activities/use-phase-names";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { PlanTemplate, Script } from "@/lib/session/plan-template";
import { textKey, type Words } from "@/lib/words";
import type { Depth } from "@/lib/workshops/ready-activity";

interface ShownSize {
  minutes: number;
  phases: readonly { name: string; minutes: number | null }[];
}

export interface ActivityPageProps {
  ready: {
    key: string;
    kind: string;
    title: Words;
    strategy: number | null;
    strategyName: Words | null;
    depth: Depth;
    doing: Words;
    seen: Words;
    remains: Words;
    contentNote: Words | null;
    optOut: Words | null;
    evidence: Words | null;
    sources: readonly string[];
    script: Script;
    /** What phones ask for and keep to themselves. */
    privately: readonly Words[];
    /** In their order, as it stands. */
    phases: readonly string[];
    minutes: number;
    /** From the shortest. */
    sizes: readonly ShownSize[];
  };
  /** It as a session of its own. */
  plan: PlanTemplate;
}

/** All that there is to know of an activity before one holds it. */
export function ActivityPage({ ready, plan }: ActivityPageProps) {
  const t = useTranslations("catalogue");
  const all = useTranslations();
  const { words } = usePlanWords("du");
  const { key, kind, title, strategy, strategyName, depth, doing, seen, remains } = ready;
  const phaseNames = usePhaseNames()(kind);
  const facts = [
    { name: t("doing"), text: words(doing) },
    { name: t("seen"), text: words(seen) },
    { name: t("remains"), text: words(remains) },
    {
      name: t("privately"),
      text: ready.privately.length > 0 ? <Lines of={ready.privately} /> : null,
    },
    { name: all("common.contentNote"), text: ready.contentNote && words(ready.contentNote) },
    { name: all("common.optOut"), text: ready.optOut && words(ready.optOut) },
    { name: all("catalogue.evidence"), text: ready.evidence && words(ready.evidence) },
    {
      name: all("catalogue.sources"),
      text: ready.sources.length > 0 ? <Sources of={ready.sources} /> : null,
    },
  ].filter(({ text }) => text !== null);
  return (
    <>
      <header className="flex flex-col gap-2">
        <BackLink href="/sessions/activities">{t("back")}</BackLink>
        <div className="flex items-center gap-3">
          <ActivityGlyph activity={key} strategy={strategy} />
          <h1 className="text-balance font-medium font-serif text-3xl">{words(title)}</h1>
        </div>
        <p className="text-base text-ink-2">
          {strategyName ? (
            <>
              {t("strategy", { n: strategy ?? 0 })}: {words(strategyName)} ·{" "}
            </>
          ) : null}
          {all(screensOf(kind).called)} · {t("depthIs", { depth: t(`depths.${depth}`) })}
        </p>
      </header>
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <dl className="divide-y divide-line border-line border-y">
          {facts.map(({ name, text }) => (
            <div className="grid gap-x-6 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]" key={name}>
              <dt className="font-semibold">{name}</dt>
              <dd className="measure">{text}</dd>
            </div>
          ))}
        </dl>
        <OpenSingle
          activity={key}
          around={plan.minutes - ready.minutes}
          id={plan.id}
          minutes={ready.minutes}
          sizes={ready.sizes}
        />
      </div>
      <Part id="preview" title={t("preview")}>
        <Preview activity={key} kind={kind} phases={ready.phases} plan={plan} />
      </Part>
      <Part id="sizes" title={t("sizes")}>
        <ul className="divide-y divide-line border-line border-y">
          {ready.sizes.map((size) => (
            <li className="flex flex-wrap gap-x-6 py-2.5" key={size.minutes}>
              <strong className="tabular w-20 font-semibold">
                {t("minutes", { range: String(size.minutes) })}
              </strong>
              <span>
                {size.phases
                  .map(({ name, minutes }) =>
                    [phaseNames.whole(name), minutes].filter(Boolean).join("\u00a0"),
                  )
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part id="script" title={t("script")}>
        <ActivityScript kind={kind} phases={ready.phases} script={ready.script} words={words} />
      </Part>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 className="font-medium font-serif text-xl" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** As they were published, in English whatever the page speaks. */
function Sources({ of }: { of: readonly string[] }) {
  return (
    <ul className="flex flex-col gap-1" lang="en">
      {of.map((source) => (
        <li className="break-words" key={source}>
          {source}
        </li>
      ))}
    </ul>
  );
}

function Lines({ of }: { of: readonly Words[] }) {
  const { words } = usePlanWords("du");
  return (
    <ul>
      {of.map((line) => (
        <li key={textKey(line)}>{words(line)}</li>
      ))}
    </ul>
  );
}
