"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { OwnDots } from "@/lib/activities/own-dots";
import { useLive } from "@/lib/client/live-provider";
import { isolated } from "@/lib/i18n/isolated";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";
import { DrawnDots } from "@/lib/ui/dots";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Dock } from "@/lib/ui/phone/dock";
import { useKept } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { AllVotesGiven, VotesLeft } from "@/lib/ui/phone/votes-left";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";

/** What dots can lie on, below a heading where there are several. */
export interface DotGroup {
  id: string;
  name: ReactNode;
  rows: readonly { id: string; text: string }[];
}

interface DotVotingProps {
  planned: PlannedActivity;
  phase: string;
  /** What this device keeps of it. */
  kept: OwnDots;
  /** Dots of one person. */
  max: number;
  prompt: ReactNode;
  groups: readonly DotGroup[];
}

/** What people weigh, and some dots to lay on it: all on one, or spread. */
export function DotVoting({ planned, phase, kept, max, prompt, groups }: DotVotingProps) {
  const shared = useTranslations("phone");
  const progress = usePhaseProgress(planned.key, phase);
  const { connection } = useLive();
  const rows = groups.flatMap((group) => group.rows);
  const ballot = useOwnDots(
    kept,
    planned.key,
    rows.map(({ id }) => id),
  );
  const left = max - ballot.given;
  /** What was to get one more dot than there are. */
  const [denied, setDenied] = useState<string | null>(null);

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  if (rows.length === 0) {
    return <ActivityFrame planned={planned} prompt={shared("voteNone")} progress={progress} />;
  }
  return (
    <ActivityFrame ballot planned={planned} prompt={prompt} progress={progress}>
      {groups.map((group) => (
        <section className="flex flex-col gap-2" key={group.id}>
          {groups.length > 1 ? (
            <PeoplesWords as="h2" className="font-semibold">
              {group.name}
            </PeoplesWords>
          ) : null}
          <ul className="flex flex-col gap-2">
            {group.rows.map(({ id, text }) => {
              const dots = ballot.on(id);
              return (
                <DotRow
                  dots={dots}
                  key={id}
                  onLess={dots > 0 ? () => ballot.lay(id, dots - 1) : undefined}
                  onMore={left > 0 ? () => ballot.lay(id, dots + 1) : undefined}
                  onNoMore={() => setDenied(id)}
                  text={text}
                >
                  {denied === id && left === 0 ? <AllVotesGiven max={max} /> : null}
                </DotRow>
              );
            })}
          </ul>
        </section>
      ))}
      <Dock>
        <VotesLeft left={left} max={max} />
        <ShortReceipt about="votes" />
        <Button
          kind="primary"
          onClick={() => {
            ballot.cast();
            progress.sent();
          }}
          wide
        >
          {connection === "offline" ? shared("sendLater") : shared("dotsHandIn")}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}

interface DotRowProps {
  text: string;
  dots: number;
  /** Undefined: there is nothing to take away, or nothing left to lay. */
  onLess: (() => void) | undefined;
  onMore: (() => void) | undefined;
  onNoMore: () => void;
  /** Below the row. */
  children: ReactNode;
}

function DotRow({ text, dots, onLess, onMore, onNoMore, children }: DotRowProps) {
  const t = useTranslations("phone");
  const common = useTranslations("common");
  return (
    <li className="flex flex-col gap-1">
      <div
        className={`flex min-h-[60px] items-center gap-1 rounded-card border ps-3 ${
          dots > 0 ? "border-accent bg-accent-soft" : "border-edge bg-surface"
        }`}
      >
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <PeoplesWords className="min-w-0 hyphens-auto">{text}</PeoplesWords>
          {dots > 0 ? (
            <>
              <span className="sr-only">{common("dots", { n: dots })}</span>
              <DrawnDots n={dots} />
            </>
          ) : null}
        </span>
        <DotButton label={t("dotLess", { on: isolated(text) })} onPress={onLess}>
          <Minus aria-hidden size={20} strokeWidth={1.75} />
        </DotButton>
        <DotButton
          label={t("dotMore", { on: isolated(text) })}
          onPress={onMore}
          onUnable={onNoMore}
        >
          <Plus aria-hidden size={20} strokeWidth={1.75} />
        </DotButton>
      </div>
      {children}
    </li>
  );
}

/** One without effect keeps its place and its focus. */
function DotButton(props: {
  label: string;
  onPress: (() => void) | undefined;
  /** Says why it is without effect. */
  onUnable?: () => void;
  children: ReactNode;
}) {
  return (
    <button
      aria-disabled={props.onPress === undefined || undefined}
      aria-label={props.label}
      className="flex size-12 shrink-0 items-center justify-center rounded-control text-accent aria-disabled:text-edge"
      onClick={props.onPress ?? props.onUnable}
      type="button"
    >
      {props.children}
    </button>
  );
}

/** This device's dots on what there is: laid here, cast with rising revisions. */
function useOwnDots(kept: OwnDots, activity: string, ids: readonly string[]) {
  const own = useKept(kept, activity);
  // What the facilitator took away meanwhile gives its dots back.
  const laid = ids.flatMap((id) =>
    own.content.laid.filter(({ theme, dots }) => theme === id && dots > 0),
  );
  const on = (id: string) => laid.find(({ theme }) => theme === id)?.dots ?? 0;

  return {
    given: laid.reduce((sum, { dots }) => sum + dots, 0),
    on,
    lay(theme: string, dots: number) {
      const rest = laid.filter((each) => each.theme !== theme);
      own.change(() => ({ laid: [...rest, { theme, dots }] }));
    },
    cast() {
      const dots = Object.fromEntries(laid.map((each) => [each.theme, each.dots]));
      own.handIn(() => ({ content: { laid }, command: { type: "castDots", dots } }));
    },
  };
}
