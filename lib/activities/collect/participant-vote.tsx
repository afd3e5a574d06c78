"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ownDots } from "@/lib/activities/collect/kept";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLive } from "@/lib/client/live-provider";
import { useWords } from "@/lib/client/use-words";
import { isolated } from "@/lib/i18n/isolated";
import { BarChart } from "@/lib/ui/bar-chart";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Dock } from "@/lib/ui/phone/dock";
import { useKept } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { AllVotesGiven, VotesLeft } from "@/lib/ui/phone/votes-left";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";

type InnerProps = Shown<CollectSettings, CollectRecord>;

/** The themes, and some dots to lay on them: all on one, or spread. */
export function DotsScreen({ planned, phase, record }: InnerProps) {
  const t = useTranslations("kinds.collect.phone");
  const shared = useTranslations("phone");
  const progress = usePhaseProgress(planned.key, phase);
  const { connection } = useLive();
  const ballot = useOwnDots(planned.key, record);
  const words = useWords();
  const { dots: max, dotsQuestion } = planned.settings;
  const left = max - ballot.given;
  /** The theme that was to get one more dot than there are. */
  const [denied, setDenied] = useState<string | null>(null);

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  if (record.themes.length === 0) {
    return <ActivityFrame planned={planned} prompt={shared("voteNone")} progress={progress} />;
  }
  return (
    <ActivityFrame
      ballot
      planned={planned}
      prompt={dotsQuestion ? words(dotsQuestion) : t("dotsPrompt")}
      progress={progress}
    >
      <ul className="flex flex-col gap-2">
        {record.themes.map(({ id, name }) => {
          const dots = ballot.on(id);
          return (
            <ThemeRow
              dots={dots}
              key={id}
              name={name}
              onLess={dots > 0 ? () => ballot.lay(id, dots - 1) : undefined}
              onMore={left > 0 ? () => ballot.lay(id, dots + 1) : undefined}
              onNoMore={() => setDenied(id)}
            >
              {denied === id && left === 0 ? <AllVotesGiven max={max} /> : null}
            </ThemeRow>
          );
        })}
      </ul>
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
          {connection === "offline" ? shared("sendLater") : t("dotsHandIn")}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}

interface ThemeRowProps {
  name: string;
  dots: number;
  /** Undefined: there is nothing to take away, or nothing left to lay. */
  onLess: (() => void) | undefined;
  onMore: (() => void) | undefined;
  onNoMore: () => void;
  /** Below the row. */
  children: ReactNode;
}

function ThemeRow({ name, dots, onLess, onMore, onNoMore, children }: ThemeRowProps) {
  const t = useTranslations("kinds.collect.phone");
  return (
    <li className="flex flex-col gap-1">
      <div
        className={`flex min-h-[60px] items-center gap-1 rounded-card border ps-3 ${
          dots > 0 ? "border-accent bg-accent-soft" : "border-edge bg-surface"
        }`}
      >
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <PeoplesWords className="min-w-0 hyphens-auto">{name}</PeoplesWords>
          {dots > 0 ? <Dots n={dots} /> : null}
        </span>
        <DotButton label={t("dotLess", { theme: isolated(name) })} onPress={onLess}>
          <Minus aria-hidden size={20} strokeWidth={1.75} />
        </DotButton>
        <DotButton
          label={t("dotMore", { theme: isolated(name) })}
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

function Dots({ n }: { n: number }) {
  const t = useTranslations("kinds.collect.phone");
  return (
    <span className="flex gap-1">
      <span className="sr-only">{t("dots", { n })}</span>
      {Array.from({ length: n }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place
        <span aria-hidden className="size-3.5 rounded-full bg-accent" data-dot key={place} />
      ))}
    </span>
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

/** What the vote came to, the same picture as on the stage. */
export function DotsResult({ planned, phase, record }: InnerProps) {
  const t = useTranslations("kinds.collect.phone");
  const common = useTranslations("kinds.collect.common");
  const progress = usePhaseProgress(planned.key, phase);
  const { enough = false, themes = [] } = record.vote ?? {};
  if (!enough || themes.length === 0) {
    const prompt = enough ? common("dotsNone") : common("tooFewDots");
    return <ActivityFrame planned={planned} prompt={prompt} progress={progress} />;
  }
  return (
    <ActivityFrame planned={planned} prompt={t("dotsResult")} progress={progress}>
      <BarChart
        bars={themes.map(({ id, name, dots }) => ({
          id,
          label: name,
          value: dots,
          valueLabel: common("dots", { n: dots }),
        }))}
        title={t("dotsResult")}
        width={440}
      />
    </ActivityFrame>
  );
}

/** This device's dots: laid here, cast with rising revisions. */
function useOwnDots(activity: string, record: CollectRecord) {
  const own = useKept(ownDots, activity);
  // A theme that the facilitator took away meanwhile gives its dots back.
  const laid = record.themes.flatMap(({ id }) =>
    own.content.laid.filter(({ theme, dots }) => theme === id && dots > 0),
  );
  const on = (theme: string) => laid.find((each) => each.theme === theme)?.dots ?? 0;

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
