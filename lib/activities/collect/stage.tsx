"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { DotsPicture, DotsResultPicture } from "@/lib/activities/collect/stage-vote";
import type { Shown, StageProps } from "@/lib/activities/screens-contract";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { CardsPicture, PromptPicture } from "@/lib/ui/stage/pictures";
import type { Words } from "@/lib/words";

/** The prompt while writing, a task for two during review, the shuffled cards, the vote on themes. */
export function CollectStage(props: Shown<CollectSettings, CollectRecord> & StageProps) {
  const {
    planned,
    phase,
    record,
    cards,
    page,
    words,
    clock,
    progress,
    sealed,
    aid,
    surroundings,
    onPages,
  } = props;
  const t = useTranslations("kinds.collect.stage");

  const shown = useMemo(() => {
    if (phase === "reveal") {
      return fillingPages(cards).map(({ id, text }) => ({ id, text }));
    }
    // Theme by theme, in the order the facilitator made them; what is not sorted yet comes last.
    const known = new Set(record.themes.map(({ id }) => id));
    const inTheme = (theme: string) => cards.filter(({ id }) => record.sorted[id] === theme);
    const unsorted = cards.filter(({ id }) => !known.has(record.sorted[id] ?? ""));
    return [
      ...record.themes.flatMap(({ id: theme, name }) =>
        fillingPages(inTheme(theme)).map(({ id, text }) => ({
          id,
          text,
          below: <ThemeName name={name} />,
        })),
      ),
      ...fillingPages(unsorted).map(({ id, text }) => ({ id, text })),
    ];
  }, [cards, phase, record]);

  if (phase === "write") {
    return (
      <PromptPicture
        below={aid}
        prompt={words(planned.prompt)}
        drawing={sealed}
        surroundings={surroundings}
      >
        {clock}
        {progress}
      </PromptPicture>
    );
  }
  if (phase === "review") {
    return <PromptPicture prompt={words(planned.settings.bridge)} surroundings={surroundings} />;
  }
  if (phase === "vote") return <DotsPicture {...props} />;
  if (phase === "show") return <DotsResultPicture {...props} />;
  // By now the room knows the question: themes need its place.
  const byTheme = phase !== "reveal" && record.themes.length > 0;
  return (
    <CardsPicture
      above={byTheme ? <div className="h-[calc(1.4*var(--u))] shrink-0" /> : null}
      cards={shown}
      corner={byTheme ? t("byTheme") : clock}
      heading={byTheme ? undefined : words(questionOf(planned.prompt))}
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}

/**
 * Two long cards, two short ones, and so on: a column of the stage holds one of each, so that there
 * are half as many pages to turn. Length and random ids are all that this order knows.
 */
function fillingPages(cards: readonly RevealedCard[]): RevealedCard[] {
  const rest = [...cards].sort((a, b) => b.text.length - a.text.length || (a.id < b.id ? -1 : 1));
  const ordered: RevealedCard[] = [];
  while (rest.length > 0) {
    ordered.push(...rest.splice(0, 2));
    ordered.push(...rest.splice(-2, 2).reverse());
  }
  return ordered;
}

/** The question alone: what follows it in a prompt is about writing, and cards need the room. */
function questionOf({ de, deSie, en }: Words): Words {
  const [first, second, third] = [de, deSie, en].map((prompt) => prompt?.split(/(?<=\?)\s/)[0]);
  return { de: first, deSie: second, en: third };
}

function ThemeName({ name }: { name: string }) {
  return (
    <PeoplesWords
      as="p"
      className="mt-[calc(0.3*var(--u))] w-fit rounded-chip bg-accent-soft px-[calc(1*var(--u))] font-semibold text-ink text-stage-label"
    >
      {name}
    </PeoplesWords>
  );
}
