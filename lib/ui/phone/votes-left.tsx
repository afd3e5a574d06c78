"use client";

import { useTranslations } from "next-intl";
import { CardGlyph, VoteGlyph } from "@/lib/ui/drawn/drawings";

/** As many as one sees at a glance, and a narrow phone has room for. */
const DRAWN_MAX = 5;

/** What is left to give, in words and as sheets that are ticked one by one. */
export function VotesLeft({ left, max }: { left: number; max: number }) {
  const t = useTranslations("phone");
  return (
    <div className="flex items-center gap-3 text-base">
      {max <= DRAWN_MAX ? (
        <span aria-hidden className="flex gap-1">
          {Array.from({ length: max }, (_, place) =>
            place < max - left ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a vote has no identity but its place
              <VoteGlyph className="text-accent" key={place} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <CardGlyph className="text-ink-2" key={place} />
            ),
          )}
        </span>
      ) : null}
      <p className="font-semibold" role="status">
        {t("votesLeft", { n: left, max })}
      </p>
      <p className="ms-auto text-end text-ink-2">{t("voteChange")}</p>
    </div>
  );
}

/** Beside what was tapped after all votes were given. */
export function AllVotesGiven({ max }: { max: number }) {
  const t = useTranslations("phone");
  return (
    <p className="text-base text-ochre" role="alert">
      {t("votesAllGiven", { max })}
    </p>
  );
}
