"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { StageProps } from "@/lib/activities/screens-contract";
import { CardsPicture, VoteBar } from "@/lib/ui/stage/pictures";

/** A note, and how many dots lie on it. */
interface Weighed {
  note: RevealedCard;
  dots: number;
}

/** The notes that got dots, most first; where as many lie on two, by their random ids. */
export const mostDotsFirst = (
  notes: readonly RevealedCard[],
  dots: Readonly<Record<string, number>>,
): Weighed[] =>
  notes
    .map((note) => ({ note, dots: dots[note.id] ?? 0 }))
    .filter((each) => each.dots > 0)
    .sort((a, b) => b.dots - a.dots || (a.note.id < b.note.id ? -1 : 1));

/** Notes with a bar each, most dots first; those without any are not named. */
export function DotsPicture({
  notes,
  ...pages
}: { notes: readonly Weighed[] } & Pick<StageProps, "page" | "onPages" | "surroundings">) {
  const t = useTranslations("kinds.board.stage");
  const common = useTranslations("common");
  const bars = useMemo(() => {
    const most = Math.max(1, ...notes.map(({ dots }) => dots));
    return notes.map(({ note, dots }) => ({
      id: note.id,
      text: note.text,
      below: <VoteBar share={dots / most} text={common("dots", { n: dots })} />,
    }));
  }, [notes, common]);
  return (
    <CardsPicture
      {...pages}
      cards={bars}
      columns={1}
      corner={t("byDots")}
      framed={false}
      heading={t("dotsResult")}
      note={undefined}
    />
  );
}
