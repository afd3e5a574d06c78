"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Shown } from "@/lib/activities/screens-contract";
import { Decisions } from "@/lib/activities/sort/decisions";
import { OwnLines } from "@/lib/activities/sort/own-lines";
import { PlaceItems } from "@/lib/activities/sort/place-items";
import { PlaceOne } from "@/lib/activities/sort/place-one";
import { PlacePoints } from "@/lib/activities/sort/place-points";
import type { SortRecord } from "@/lib/activities/sort/record";
import type { SortSettings } from "@/lib/activities/sort/schema";
import {
  type Missing,
  type OwnPlacingHand,
  useOwnPlacing,
} from "@/lib/activities/sort/use-own-placing";
import { useLive } from "@/lib/client/live-provider";
import { useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Dock } from "@/lib/ui/phone/dock";
import { type PhaseProgress, usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";
import { textKey } from "@/lib/words";

type Props = Shown<SortSettings, SortRecord>;

/** Placing, and handing in how many lie where. It can be changed until the phase is over. */
export function PlaceScreen({ planned, phase }: Props) {
  const progress = usePhaseProgress(planned.key, phase);
  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  return <Placing planned={planned} progress={progress} />;
}

interface PlacingProps extends Pick<Props, "planned"> {
  progress: PhaseProgress;
}

function Placing({ planned, progress }: PlacingProps) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const hand = useOwnPlacing({ planned });
  const field = useRef<HTMLDivElement>(null);
  const { settings } = planned;
  const { missing } = hand;
  const isOwn = settings.source.type === "own";
  const isOneTap = settings.source.type === "points" && settings.source.count === 1;
  /** Whoever comes late writes first; nothing may close under somebody who is still typing. */
  const [isWriting, setIsWriting] = useState(isOwn && missing?.what === "lines");

  function goOn() {
    if (missing?.what === "lines") setIsWriting(true);
    else if (missing) {
      field.current?.querySelector<HTMLElement>(`[data-missing="${missing.what}"]`)?.focus();
    } else {
      hand.handIn();
      progress.sent();
    }
  }

  function goOnPlacing() {
    if (missing?.what !== "lines") return setIsWriting(false);
    const lines = [...(field.current?.querySelectorAll("input") ?? [])];
    lines.find(({ value }) => value.trim() === "")?.focus();
  }

  return (
    <ActivityFrame
      ballot
      editing
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
    >
      {isWriting ? (
        <div ref={field}>
          <OwnLines hand={hand} settings={settings} />
        </div>
      ) : (
        <div className="flex flex-col gap-4" ref={field}>
          <Place hand={hand} planned={planned} />
          {settings.decisions && missing?.what !== "places" ? (
            <Decisions decisions={settings.decisions} hand={hand} />
          ) : null}
          <Nudges hand={hand} settings={settings} />
          <div className="-ms-3 flex flex-wrap">
            {isOneTap ? null : (
              <Button disabled={hand.undo === null} kind="quiet" onClick={() => hand.undo?.()}>
                {t("undo")}
              </Button>
            )}
            {isOwn ? (
              <Button kind="quiet" onClick={() => setIsWriting(true)}>
                {t("changeLines")}
              </Button>
            ) : null}
          </div>
        </div>
      )}
      <Dock>
        <ShortReceipt about={isWriting ? "local" : "scores"} />
        {isWriting ? (
          <WrittenButton missing={missing} onPress={goOnPlacing} />
        ) : (
          <HandInButton missing={missing} onPress={goOn} settings={settings} />
        )}
      </Dock>
    </ActivityFrame>
  );
}

function WrittenButton({ missing, onPress }: { missing: Missing; onPress: () => void }) {
  const t = useTranslations("kinds.sort.phone");
  const left = missing?.what === "lines" ? missing.n : 0;
  return (
    <Button kind={left > 0 ? "unready" : "primary"} onClick={onPress} wide>
      {left > 0 ? t("linesLeft", { n: left }) : t("toPlacing")}
    </Button>
  );
}

/** In its place it says what is missing, and leads there. */
function HandInButton({
  missing,
  settings: { handIn },
  onPress,
}: {
  missing: Missing;
  settings: SortSettings;
  onPress: () => void;
}) {
  const t = useTranslations("kinds.sort.phone");
  const shared = useTranslations("phone");
  const words = useWords();
  const { connection } = useLive();
  if (missing) {
    const n = "n" in missing ? missing.n : 1;
    return (
      <Button kind="unready" onClick={onPress} wide>
        {n < 0 ? t("pointsOver", { n: -n }) : t(MISSING[missing.what], { n })}
      </Button>
    );
  }
  return (
    <Button kind="primary" onClick={onPress} wide>
      {connection === "offline" ? shared("sendLater") : handIn ? words(handIn) : t("handIn")}
    </Button>
  );
}

const MISSING = {
  points: "pointsLeft",
  lines: "linesLeft",
  places: "placeFirst",
  decisions: "decideFirst",
} as const;

function Place({ hand, planned }: { hand: OwnPlacingHand } & Pick<Props, "planned">) {
  const { source } = planned.settings;
  if (source.type !== "points") return <PlaceItems hand={hand} planned={planned} />;
  return source.count === 1 ? (
    <PlaceOne hand={hand} planned={planned} />
  ) : (
    <PlacePoints hand={hand} planned={planned} />
  );
}

/** What the plan says to where somebody's own lie; the server never learns whether it was said. */
function Nudges({ hand, settings }: { hand: OwnPlacingHand; settings: SortSettings }) {
  const words = useWords();
  const lying = (cell: string) =>
    settings.source.type === "points"
      ? (hand.counts[cell] ?? 0)
      : hand.items.filter((item) => item.cell === cell).length;
  const said = settings.nudges.filter(({ cells, least }) =>
    cells.some((cell) => lying(cell) >= least),
  );
  return (
    <div className="flex flex-col gap-2 empty:hidden" role="status">
      {said.map(({ text }) => (
        <p className="rounded-card bg-sunken px-4 py-3 text-base" key={textKey(text)}>
          {words(text)}
        </p>
      ))}
    </div>
  );
}
