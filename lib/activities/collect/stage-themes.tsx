"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo } from "react";
import { fillingPages, type ThemeGroup } from "@/lib/activities/collect/stage-groups";
import type { StageProps } from "@/lib/activities/screens-contract";
import { OpenStack } from "@/lib/ui/drawn/open-stack";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { GroupsPicture, type InView } from "@/lib/ui/stage/pictures";
import { StageHeading } from "@/lib/ui/stage/stage-frame";

/** As many stacks as are told apart from the back row, side by side. */
const STACKS_ON_A_SHEET = 3;

interface ThemesProps extends Pick<StageProps, "page" | "onPages" | "surroundings" | "words"> {
  groups: readonly ThemeGroup[];
  /** What the groups are: themes or columns. */
  corner: string;
  /** What the room was asked. */
  question: ReactNode;
}

/** How high each theme is, then theme by theme its cards: none is torn without its heading saying so. */
export function ThemesPicture({
  groups,
  corner,
  question,
  words,
  page,
  onPages,
  surroundings,
}: ThemesProps) {
  const t = useTranslations("kinds.collect.stage");
  const overviews = useMemo(() => sheetsOf(groups), [groups]);
  const parts = overviews.length;
  const inGroups = useMemo(
    () =>
      groups.map(({ id, name, cards, total }) => ({
        id,
        cards: fillingPages(cards).map((card) => ({ id: card.id, text: card.text })),
        heading: (part: number, of: number) => (
          <ThemeHeading
            cards={total}
            name={name}
            part={part}
            parts={of}
            shown={cards.length}
            words={words}
          />
        ),
      })),
    [groups, words],
  );
  const note = useCallback(
    ({ at, pages }: InView) => {
      const sheet = t("sheet", { at, pages });
      if (at > parts) return sheet;
      return `${parts === 1 ? t("overview") : t("overviewOf", { part: at, parts })} · ${sheet}`;
    },
    [t, parts],
  );
  return (
    <GroupsPicture
      corner={corner}
      first={overviews.map((stacks, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place
        <Overview all={groups} key={at} question={question} stacks={stacks} words={words} />
      ))}
      groups={inGroups}
      note={note}
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}

/** The groups, as many at a time as one sheet holds. */
function sheetsOf(groups: readonly ThemeGroup[]): ThemeGroup[][] {
  const sheets = Math.ceil(groups.length / STACKS_ON_A_SHEET);
  return Array.from({ length: sheets }, (_, at) =>
    groups.slice(at * STACKS_ON_A_SHEET, (at + 1) * STACKS_ON_A_SHEET),
  );
}

/** Open stacks on one base line: what is higher has more cards. */
function Overview({
  stacks,
  all,
  question,
  words,
}: Pick<StageProps, "words"> & {
  stacks: readonly ThemeGroup[];
  /** Those on the other sheets too: all are drawn to one scale. */
  all: readonly ThemeGroup[];
  question: ReactNode;
}) {
  const most = Math.max(...all.map(({ total }) => total));
  return (
    <>
      <StageHeading>{question}</StageHeading>
      <ul className="grid min-h-0 flex-1 grid-cols-3 grid-rows-[minmax(0,1fr)_auto_auto] gap-x-[calc(3*var(--u))]">
        {stacks.map(({ id, name, total }) => (
          <li className="row-span-3 grid grid-rows-subgrid" key={id}>
            <OpenStack className="h-full min-h-0 w-full" count={total} most={most} />
            <p className="tabular border-ink border-t-2 pt-[calc(0.4*var(--u))] font-medium font-serif text-stage-prompt">
              {total}
            </p>
            <ThemeName name={name} words={words} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The name that the facilitator gave it, or what is said of those without one. */
function ThemeName({ name, words }: Pick<ThemeGroup, "name"> & Pick<StageProps, "words">) {
  const t = useTranslations("kinds.collect.stage");
  if (name === null) return <p className="text-ink-2">{t("others")}</p>;
  if (typeof name !== "string") return <p>{words(name)}</p>;
  return <PeoplesWords as="p">{name}</PeoplesWords>;
}

function ThemeHeading({
  name,
  cards,
  shown,
  part,
  parts,
  words,
}: Pick<ThemeGroup, "name"> &
  Pick<StageProps, "words"> & {
    cards: number;
    /** How many of them stand below, on all pages. */
    shown: number;
    part: number;
    parts: number;
  }) {
  const t = useTranslations("kinds.collect.stage");
  const some = shown < cards ? t("someOf", { shown, n: cards }) : t("cardsOf", { n: cards });
  return (
    <StageHeading>
      {name === null ? (
        t("others")
      ) : typeof name === "string" ? (
        <PeoplesWords>{name}</PeoplesWords>
      ) : (
        words(name)
      )}{" "}
      <span className="ms-[calc(1*var(--u))] whitespace-nowrap font-normal font-sans text-ink-2 text-stage-label">
        {parts === 1 ? some : `${t("partOf", { part, parts })} · ${some}`}
      </span>
    </StageHeading>
  );
}
