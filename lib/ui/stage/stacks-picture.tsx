"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo } from "react";
import type { ThemeColour } from "@/lib/activities/theme-colour";
import type { Namespace } from "@/lib/i18n/messages";
import type { PlanWordsShown } from "@/lib/i18n/plan-words";
import { CardDots } from "@/lib/ui/dots";
import { OpenStack } from "@/lib/ui/drawn/open-stack";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { GroupsPicture, type InView } from "@/lib/ui/stage/pictures";
import { StageHeading, type StageSurroundings, type TellPages } from "@/lib/ui/stage/stage-frame";
import { fillingPages, type StageGroup } from "@/lib/ui/stage/stage-groups";
import { ThemeMark } from "@/lib/ui/theme-mark";

/** As many stacks as are told apart from the back row, side by side. */
const STACKS_ON_A_SHEET = 3;

type PlanWords = Pick<PlanWordsShown, "words">;

/** Where the words for cards stand: how many there are. */
type CardWords = Extract<Namespace, "cards" | `kinds.${string}.cards`>;

export interface StacksPictureProps extends PlanWords {
  page: number;
  onPages?: TellPages;
  surroundings: StageSurroundings;
  cardWords: CardWords;
  groups: readonly StageGroup[];
  /** What the groups are: themes or places. */
  corner: string;
  /** What the room was asked. */
  question: ReactNode;
}

/** How high each theme is, then theme by theme its cards: none is torn without its heading saying so. */
export function StacksPicture({
  cardWords,
  groups,
  corner,
  question,
  words,
  page,
  onPages,
  surroundings,
}: StacksPictureProps) {
  const t = useTranslations("stage.stacks");
  const overviews = useMemo(() => sheetsOf(groups), [groups]);
  const parts = overviews.length;
  const inGroups = useMemo(
    () =>
      groups.map((group) => ({
        id: group.id,
        cards: fillingPages(group.cards).map(({ id, text }) => ({ id, text })),
        heading: headingOf(group, { words, cardWords }),
      })),
    [groups, words, cardWords],
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

interface SpotlitGroupProps extends PlanWords {
  group: StageGroup;
  /** What the room laid on each card; most first. */
  dots?: Readonly<Record<string, number>>;
  cardWords: CardWords;
  page: number;
  onPages?: TellPages;
  surroundings: StageSurroundings;
}

/** The cards of one group alone, while cards are put together. */
export function SpotlitGroup({ group, dots, cardWords, words, ...pages }: SpotlitGroupProps) {
  const groups = useMemo(() => {
    const dotsOn = (id: string) => dots?.[id] ?? 0;
    const cards = fillingPages(group.cards).sort((a, b) => dotsOn(b.id) - dotsOn(a.id));
    return [
      {
        id: group.id,
        cards: cards.map(({ id, text }) => ({
          ...{ id, text },
          below: <CardDots className="mt-[calc(0.4*var(--u))] text-stage-label" n={dotsOn(id)} />,
        })),
        heading: headingOf(group, { words, cardWords }),
      },
    ];
  }, [group, dots, words, cardWords]);
  return <GroupsPicture {...pages} groups={groups} note={() => null} />;
}

/** The groups, as many at a time as one sheet holds. */
function sheetsOf(groups: readonly StageGroup[]): StageGroup[][] {
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
}: PlanWords & {
  stacks: readonly StageGroup[];
  /** Those on the other sheets too: all are drawn to one scale. */
  all: readonly StageGroup[];
  question: ReactNode;
}) {
  const most = Math.max(...all.map(({ total }) => total));
  return (
    <>
      <StageHeading>{question}</StageHeading>
      <ul className="grid min-h-0 flex-1 grid-cols-3 grid-rows-[minmax(0,1fr)_auto_auto] gap-x-[calc(3*var(--u))]">
        {stacks.map(({ id, name, zone, colour, total }) => (
          <li className="row-span-3 grid grid-rows-subgrid" key={id}>
            <OpenStack className="h-full min-h-0 w-full" count={total} most={most} />
            <p className="tabular border-ink border-t-2 pt-[calc(0.4*var(--u))] font-medium font-serif text-stage-prompt">
              {total}
            </p>
            <GroupName colour={colour} name={name} words={words} zone={zone} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The name that the facilitator gave it, its zone before it; or what is said of those without one. */
function GroupName({
  name,
  zone,
  colour = null,
  words,
}: Pick<StageGroup, "name" | "zone" | "colour"> & PlanWords) {
  const t = useTranslations("stage.stacks");
  if (name === null) return <p className="text-ink-2">{t("others")}</p>;
  if (typeof name !== "string") return <p>{words(name)}</p>;
  return (
    <p>
      <StageMark colour={colour} />
      {zone ? <span className="text-ink-2">{words(zone)}: </span> : null}
      <PeoplesWords>{name}</PeoplesWords>
    </p>
  );
}

/** As high as the letters it stands before. */
const StageMark = ({ colour }: { colour: ThemeColour | null }) => (
  <ThemeMark className="me-[0.35em] inline! size-[0.9em]! align-[-0.08em]" colour={colour} />
);

const headingOf =
  (
    { name, zone, colour, cards, total }: StageGroup,
    said: PlanWords & Pick<StacksPictureProps, "cardWords">,
  ) =>
  (part: number, of: number) => (
    <GroupHeading
      {...said}
      cards={total}
      colour={colour}
      name={name}
      part={part}
      parts={of}
      shown={cards.length}
      zone={zone}
    />
  );

interface GroupHeadingProps extends Pick<StageGroup, "name" | "zone" | "colour">, PlanWords {
  cardWords: CardWords;
  cards: number;
  /** How many of them stand below, on all pages. */
  shown: number;
  part: number;
  parts: number;
}

function GroupHeading(props: GroupHeadingProps) {
  const { name, zone, colour = null, cardWords, cards, shown, part, parts, words } = props;
  const t = useTranslations();
  const counted = t(`${cardWords}.counted`, { n: cards });
  const some = shown < cards ? t("stage.stacks.someOf", { shown, counted }) : counted;
  return (
    <StageHeading>
      <StageMark colour={colour} />
      {zone ? <span className="text-ink-2">{words(zone)}: </span> : null}
      {name === null ? (
        t("stage.stacks.others")
      ) : typeof name === "string" ? (
        <PeoplesWords>{name}</PeoplesWords>
      ) : (
        words(name)
      )}{" "}
      <span className="ms-[calc(1*var(--u))] whitespace-nowrap font-normal font-sans text-ink-2 text-stage-label">
        {parts === 1 ? some : `${t("stage.stacks.partOf", { part, parts })} · ${some}`}
      </span>
    </StageHeading>
  );
}
