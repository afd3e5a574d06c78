"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { phaseWords, screenIn, screensOf } from "@/lib/activities/screens";
import { screensOnConsole } from "@/lib/activities/screens-on-console";
import { tooFewOf } from "@/lib/activities/too-few";
import { useWords } from "@/lib/client/use-words";
import { Afterwards } from "@/lib/console/afterwards";
import { HandingIn } from "@/lib/console/handing-in";
import { Hands } from "@/lib/console/hands";
import { isBelowK } from "@/lib/console/next-step";
import { PaperCards } from "@/lib/console/paper-cards";
import { TalkInstead } from "@/lib/console/talk-instead";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { Button } from "@/lib/ui/button";
import { CardsNotShown } from "@/lib/ui/cards-not-shown";
import { Clock } from "@/lib/ui/clock";
import { Covered, useCovered } from "@/lib/ui/console/cover";
import { useReading } from "@/lib/ui/console/reading";
import { StickyBar } from "@/lib/ui/sticky-bar";

export interface NowProps {
  view: FacilitatorView;
  /** Behind the plan; said beside the clock where the bar above scrolls away. */
  driftMinutes: number;
  clockOffset: number;
  commands: ConsoleCommands;
}

/** What runs now: phase, prompt, clock, how far people are, what there is to look after, and what comes next. */
export function Now({ view, driftMinutes, clockOffset, commands }: NowProps) {
  const t = useTranslations("console");
  const [shown, setShown] = useState(false);
  const { isWanted } = useReading();
  // On a phone the cards are behind a tap, and *Read the cards* is one.
  if (isWanted && !shown) setShown(true);
  const { planned, activity } = view;
  if (!planned || !activity) return null;
  const Screen = screenIn(screensOnConsole, planned.kind);
  return (
    <div className="flex flex-col gap-4">
      <PhaseLine clockOffset={clockOffset} driftMinutes={driftMinutes} view={view} />
      <div className="flex flex-col gap-1">
        <h1
          className="tabular measure text-pretty font-medium font-serif text-xl outline-none"
          tabIndex={-1}
        >
          <Title view={view} />
        </h1>
        <Bridge view={view} />
        <CardsNotShown {...view.session} />
        <NotSettled view={view} />
      </div>
      <HandingIn clockOffset={clockOffset} commands={commands} view={view} />
      <PaperCards commands={commands} view={view} />
      {/* Some kinds have nothing to add while people write: then there is nothing to look at either. */}
      <div className="flex flex-col gap-4 has-[>div:empty]:hidden">
        <Button
          aria-expanded={shown}
          className="self-start sm:hidden"
          onClick={() => setShown(!shown)}
          size="console"
        >
          {shown ? t("hideScreen") : t("showScreen")}
        </Button>
        <div className={shown ? "" : "max-sm:hidden"}>
          {tooFewOf(view) === "activity" ? (
            <TalkInstead view={view} />
          ) : (
            <Screen
              act={commands.act}
              phase={activity.phase}
              planned={planned}
              record={activity.record}
              reply={(card, text) => commands.tell({ type: "replyBlind", card, text })}
              toFirstPage={() => {
                if (view.stage.page > 0) commands.move({ type: "turnPage", page: 0 });
              }}
              view={view}
            />
          )}
        </div>
      </div>
      <Hands commands={commands} view={view} />
      <Afterwards view={view} />
    </div>
  );
}

/** Where the room is and how long it still has: always in sight. */
function PhaseLine({ view, driftMinutes, clockOffset }: Omit<NowProps, "commands">) {
  const t = useTranslations();
  const words = useWords();
  const { planned, activity } = view;
  if (!planned || !activity) return null;
  return (
    <StickyBar
      className="-mx-4 sm:-mx-6 sticky top-0 z-10 flex min-h-12 items-center justify-between gap-x-4 border-line border-b bg-paper px-4 py-1 sm:px-6"
      edge="top"
    >
      <p className="min-w-0 text-ink-2 max-sm:text-sm">
        {t("console.now")} · {words(planned.title)} ·{" "}
        {t(`${phaseWords(planned.kind, activity.phase, planned.settings)}.name`)}
      </p>
      <p className="flex shrink-0 items-baseline gap-x-3">
        {driftMinutes > 0 ? (
          <span className="tabular desk:hidden font-semibold text-ochre text-sm">
            {t("console.drift", { minutes: `+${driftMinutes}` })}
          </span>
        ) : null}
        {activity.clock ? (
          <Clock
            className="font-medium font-serif text-2xl sm:text-[1.75rem]"
            clockOffset={clockOffset}
            endsAt={activity.clock.endsAt}
            pausedRemaining={activity.clock.remaining}
          />
        ) : null}
      </p>
    </StickyBar>
  );
}

/** What this is about: the cards that lie here, where there are some, and else what everybody is asked. */
function Title({ view }: { view: FacilitatorView }): ReactNode {
  const t = useTranslations();
  const words = useWords();
  const covered = useCovered();
  const { planned, activity } = view;
  if (!planned || !activity) return null;
  const review = Object.values(view.review);
  const revealed = Object.keys(view.cards).length;
  if (!isBelowK(view) && activity.phase === "review" && review.length > 0) {
    const held = review.filter((card) => card.held).length;
    const counted = t(`${screensOf(planned.kind).cards(planned.settings)}.counted`, {
      n: review.length,
    });
    return held > 0 && !covered ? `${counted}, ${t("console.heldCount", { n: held })}` : counted;
  }
  if (!isBelowK(view) && activity.phase === "reveal" && revealed > 0) {
    return t("cards.onStage", { n: revealed });
  }
  return words(planned.prompt);
}

/** Somebody would like to stay: from the first on, and until nobody would any more. */
function NotSettled({ view }: { view: FacilitatorView }) {
  const t = useTranslations("console");
  const { notSettled } = view.facilitator;
  return (
    <div className="not-empty:mt-3" role="status">
      {notSettled === 0 ? null : (
        <Covered>
          <p className="measure rounded-control bg-ochre-soft px-3 py-2 text-ochre">
            {t("signalUnsettled", { n: notSettled })}
          </p>
        </Covered>
      )}
    </div>
  );
}

/** What the room does while the facilitator reads. */
function Bridge({ view }: { view: FacilitatorView }) {
  const t = useTranslations("console");
  const words = useWords();
  const { planned } = view;
  if (!planned || view.activity?.about.next !== "reveal" || isBelowK(view)) return null;
  const bridge = screensOf(planned.kind).bridge(planned.settings);
  return bridge === null ? null : (
    <p className="measure text-ink-2">
      {t("roomSees")} {words(bridge)}
    </p>
  );
}
