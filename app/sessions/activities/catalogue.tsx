"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActivityGlyph } from "@/app/sessions/activities/activity-glyph";
import {
  addressOf,
  type Filters,
  type Findable,
  isFound,
  LENGTHS,
} from "@/app/sessions/activities/filters";
import { screensOf } from "@/lib/activities/screens";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { Words } from "@/lib/words";
import { type Depth, depths } from "@/lib/workshops/ready-activity";

export interface CatalogueEntry extends Findable {
  key: string;
  title: Words;
  doing: Words;
  strategy: number | null;
  strategyName: Words | null;
}

export interface CatalogueProps {
  /** By strategy, what serves several first. */
  entries: readonly CatalogueEntry[];
  initial: Filters;
}

/** What there is to choose from, and what narrows it. */
export function Catalogue({ entries, initial }: CatalogueProps) {
  const t = useTranslations("catalogue");
  const all = useTranslations();
  const [wanted, setWanted] = useState(initial);
  const found = entries.filter((each) => isFound(each, wanted));
  const kinds = [...new Set(entries.map(({ kind }) => kind))];

  function want(part: Partial<Filters>) {
    const next = { ...wanted, ...part };
    setWanted(next);
    window.history.replaceState(null, "", `${window.location.pathname}${addressOf(next)}`);
  }

  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="font-medium font-serif text-3xl">{t("title")}</h1>
        <p className="text-base text-ink-2">{t("lead")}</p>
      </div>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Choice
          chosen={wanted.length}
          name={t("length")}
          onChoose={(length) => want({ length })}
          options={(["short", "middle", "long"] as const).map((value) => ({
            value,
            label: t(value, { least: LENGTHS[value][0], most: LENGTHS[value][1] }),
          }))}
        />
        <Choice
          chosen={wanted.kind}
          name={t("kind")}
          onChoose={(kind) => want({ kind })}
          options={kinds.map((value) => ({ value, label: all(screensOf(value).called) }))}
        />
        <Choice
          chosen={wanted.depth}
          name={t("depth")}
          onChoose={(depth) => want({ depth })}
          options={depths.map((value) => ({ value, label: t(`depths.${value}`) }))}
        />
      </div>
      <p className="text-base text-ink-2" role="status">
        {t("found", { n: found.length, all: entries.length })}
      </p>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {found.map((each) => (
          <Card entry={each} key={each.key} />
        ))}
      </ul>
    </>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  chosen: Value | null;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value | null) => void;
}

/** One of several, or all of them. Pressed again it is all of them. */
function Choice<Value extends string>({ name, chosen, options, onChoose }: ChoiceProps<Value>) {
  const t = useTranslations("catalogue");
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-start me-1 text-base text-ink-2">{name}</legend>
      {[{ value: null, label: t("any") }, ...options].map(({ value, label }) => (
        <button
          aria-pressed={value === chosen}
          className="min-h-target rounded-control border border-edge bg-surface px-3.5 font-semibold text-base aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          key={value ?? ""}
          onClick={() => onChoose(value === chosen ? null : value)}
          type="button"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** An activity at a glance, and the way to its page. */
function Card({
  entry: { key, title, doing, strategy, strategyName, minutes, kind, depth },
}: {
  entry: CatalogueEntry;
}) {
  const t = useTranslations("catalogue");
  const all = useTranslations();
  const { words } = usePlanWords("du");
  return (
    <li className="relative flex gap-3.5 rounded-card border border-line bg-surface p-4 hover:border-edge">
      <ActivityGlyph activity={key} strategy={strategy} />
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-pretty font-medium font-serif text-xl leading-tight">
          <a
            className="after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-accent focus-visible:after:outline-offset-2"
            href={`/sessions/activities/${key}`}
          >
            {words(title)}
          </a>
        </h2>
        {strategyName ? (
          <p className="text-ink-2 text-sm">
            {strategy} · {words(strategyName)}
          </p>
        ) : null}
        <p className="grow text-base">{words(doing)}</p>
        <Facts depth={depth} kind={all(screensOf(kind).called)} minutes={minutes} t={t} />
      </div>
    </li>
  );
}

interface FactsProps {
  minutes: readonly number[];
  kind: string;
  depth: Depth;
  t: ReturnType<typeof useTranslations<"catalogue">>;
}

function Facts({ minutes, kind, depth, t }: FactsProps) {
  const [least = 0, most = least] = [minutes[0], minutes.at(-1)];
  return (
    <p className="text-base">
      <strong className="tabular font-semibold">
        {t("minutes", { range: rangeOf(least, most) })}
      </strong>
      <span className="text-ink-2">
        {" "}
        · {kind} · {t(`depths.${depth}`)}
      </span>
    </p>
  );
}

const rangeOf = (least: number, most: number): string =>
  least === most ? String(least) : `${least}–${most}`;
