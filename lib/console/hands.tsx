"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useWordsText } from "@/lib/client/use-words";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import { WITHOUT_PHONE_MAX } from "@/lib/session/commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import type { HandsRecord } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";
import { HandsCounted } from "@/lib/ui/hands-counted";

export interface HandsProps {
  view: FacilitatorView;
  commands: ConsoleCommands;
}

/** Where phones answer or vote, and where their result is shown: how many hands were up for what. */
export function Hands({ view, commands }: HandsProps) {
  const t = useTranslations("console");
  const textOf = useWordsText();
  const [open, setOpen] = useState(false);
  const { planned, hands = [] } = view;
  if (!planned || hands.length === 0) return null;
  return (
    <section className="flex flex-col items-start gap-3">
      <HandsCounted className="measure" hands={hands} textOf={textOf} />
      <Button
        aria-expanded={open}
        className="-ms-3"
        kind="quiet"
        onClick={() => setOpen(!open)}
        size="console"
      >
        {t("handsOpen")}
      </Button>
      {open ? (
        <>
          <p className="measure text-ink-2 text-sm">{t("handsNote")}</p>
          {hands.map((question) => (
            <Question
              key={question.key}
              onCount={(counts) =>
                commands.tell({
                  ...{ type: "countHands", activity: planned.key, question: question.key },
                  counts,
                })
              }
              question={question}
            />
          ))}
        </>
      ) : null}
    </section>
  );
}

interface QuestionProps {
  question: HandsRecord[number];
  onCount: (counts: Record<string, number>) => Promise<boolean>;
}

function Question({ question: { prompt, options }, onCount }: QuestionProps) {
  const t = useTranslations("console");
  const common = useTranslations("common");
  const textOf = useWordsText();
  const id = useId();
  const [saved, setSaved] = useState(false);
  // Fields that nobody here has touched follow what another console counts.
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const text = (said: HandsRecord[number]["prompt"]) =>
    said === null ? common("hands") : typeof said === "string" ? said : textOf(said);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // An empty field is no hand; others are numbers by the browser's own check.
    const counts = options.map(({ key, count }) => [key, Number(typed[key] ?? count)] as const);
    const isSaved = await onCount(Object.fromEntries(counts));
    setSaved(isSaved);
    // What was typed meanwhile stays.
    const isNewer = ([key, value]: [string, string]) => value !== typed[key];
    if (isSaved) setTyped((now) => Object.fromEntries(Object.entries(now).filter(isNewer)));
  }

  function type(key: string, value: string) {
    setTyped((before) => ({ ...before, [key]: value }));
    setSaved(false);
  }

  return (
    <form className="flex w-full flex-col gap-2 text-base" onSubmit={(event) => void save(event)}>
      <fieldset className="flex flex-wrap gap-x-4 gap-y-2">
        <legend className="mb-1 font-semibold">{text(prompt)}</legend>
        {options.map(({ key, label, count }) => (
          <span className="flex min-w-0 items-center gap-2" key={key}>
            <label className="min-w-0" htmlFor={`${id}-${key}`}>
              {text(label)}
            </label>
            <input
              className="tabular min-h-target w-16 shrink-0 rounded-control border border-edge bg-surface px-2"
              id={`${id}-${key}`}
              inputMode="numeric"
              max={WITHOUT_PHONE_MAX}
              min={0}
              onChange={({ target }) => type(key, target.value)}
              step={1}
              type="number"
              value={typed[key] ?? (count === 0 ? "" : count)}
            />
          </span>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="console" type="submit">
          {t("handsSave")}
        </Button>
        <p className="text-ink-2" role="status">
          {saved ? t("handsSaved") : null}
        </p>
      </div>
    </form>
  );
}
