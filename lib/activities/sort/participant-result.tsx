"use client";

import { useTranslations } from "next-intl";
import type { Shown } from "@/lib/activities/screens-contract";
import { picturesOf, placeName } from "@/lib/activities/sort/pictures";
import { PicturesShown } from "@/lib/activities/sort/pictures-shown";
import type { SortRecord } from "@/lib/activities/sort/record";
import type { SortSettings } from "@/lib/activities/sort/schema";
import { useNaming } from "@/lib/activities/sort/use-naming";
import { type OwnPlacingHand, useOwnPlacing } from "@/lib/activities/sort/use-own-placing";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Covered } from "@/lib/ui/phone/covered";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { textKey } from "@/lib/words";

type Props = Shown<SortSettings, SortRecord>;

/** How the room placed it, and one's own behind a tap; for talking, beginnings of sentences. */
export function ResultScreen({ planned, phase, record: { result } }: Props) {
  const t = useTranslations("kinds.sort.phone");
  const common = useTranslations("kinds.sort.common");
  const inSummary = useTranslations("kinds.sort.common");
  const words = useWords();
  const naming = useNaming(useWordsText());
  const progress = usePhaseProgress(planned.key, phase);
  const hand = useOwnPlacing({ planned });
  const { settings } = planned;
  const { note, starters, tells } = settings;
  const pictures = picturesOf(settings, result, naming);
  return (
    <ActivityFrame
      hint={note ? words(note) : undefined}
      planned={planned}
      progress={progress}
      prompt={pictures.length > 0 ? common(tells === "empty" ? "roomEmpty" : "room") : undefined}
    >
      <PicturesShown pictures={pictures} />
      {pictures.length > 0 && tells === "empty" ? (
        <p className="text-base text-ink-2">{inSummary("howEmpty")}</p>
      ) : null}
      {phase === "discuss" && starters.length > 0 ? (
        <ul className="divide-y divide-line border-line border-y *:py-2.5">
          {starters.map((starter) => (
            <li key={textKey(starter)}>{words(starter)}</li>
          ))}
        </ul>
      ) : null}
      <Covered name={`placing/${planned.key}`} show={t("ownShow")} title={t("own")}>
        <Own hand={hand} settings={settings} />
      </Covered>
    </ActivityFrame>
  );
}

/** Place by place what lies there of one's own. */
function Own({ hand, settings }: { hand: OwnPlacingHand; settings: SortSettings }) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const naming = useNaming(useWordsText());
  const { layout, source, emptyText } = settings;
  const isEmpty =
    source.type === "points"
      ? Object.values(hand.counts).every((count) => count === 0)
      : hand.items.every(({ cell }) => cell === null);
  if (isEmpty) return <p className="text-ink-2">{t("ownNone")}</p>;
  return (
    <dl className="flex flex-col gap-2">
      {hand.cells.map((cell) => {
        const here = hand.items.filter((item) => item.cell === cell);
        return (
          <div key={cell}>
            <dt className="text-base text-ink-2">{placeName(layout, cell, naming)}</dt>
            <dd className="font-semibold">
              {source.type === "points" ? (
                (hand.counts[cell] ?? 0)
              ) : here.length > 0 ? (
                <PeoplesWords>{here.map(({ text }) => text).join(" · ")}</PeoplesWords>
              ) : (
                <span className="font-normal">{emptyText ? words(emptyText) : "–"}</span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
