"use client";

import { type ComponentType, type ReactNode, useMemo } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { Parser } from "@/lib/activities/contract";
import type { PlanWordsShown } from "@/lib/i18n/plan-words";
import type { ActivityCommand } from "@/lib/session/commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import type { PlannedActivity } from "@/lib/session/view-schema";
import type { StageSurroundings } from "@/lib/ui/stage/stage-frame";
import type { Words } from "@/lib/words";

/** The current activity as a screen gets it: settings and record are its kind's. */
export interface Shown<Settings, KindRecord> {
  planned: PlannedActivity & { settings: Settings };
  phase: string;
  record: KindRecord;
}

/** What the console gives to the screen of an activity's kind. */
export interface ConsoleProps {
  view: FacilitatorView;
  /** Sends a command of this activity's kind; refusals are shown by the console. */
  act: (command: ActivityCommand["command"]) => void;
  /** Writes to the author of a card, whom nobody knows. Answers whether it arrived. */
  reply: (card: string, text: string) => Promise<boolean>;
}

/** What a kind's stage screen is given. It sees no more than the stage's view holds. */
export interface StageProps extends PlanWordsShown {
  /** Revealed cards, sorted by their random ids: an order that means nothing. */
  cards: readonly RevealedCard[];
  /** Counted from 0; the facilitator turns it. */
  page: number;
  clock: ReactNode;
  progress: ReactNode;
  /** What helps while nobody writes; null for nothing. */
  aid: ReactNode;
  surroundings: StageSurroundings;
  /** Told how many pages there are to turn. */
  onPages?: ((pages: number) => void) | undefined;
}

/** What of an activity too few people gave to show: all of it, or only what came after the cards. */
export type TooFew = "activity" | "votes" | "dots";

/** One kind of activity as its folder states it: its three screens, and what shared screens say of it. */
export interface KindScreens<Settings, KindRecord> {
  /** The kind's name, as in its `kind.ts`. */
  name: string;
  settings: Parser<Settings>;
  record: Parser<KindRecord>;
  Participant: ComponentType<Shown<Settings, KindRecord>>;
  Stage: ComponentType<Shown<Settings, KindRecord> & StageProps>;
  Console: ComponentType<Shown<Settings, KindRecord> & ConsoleProps>;
  /** Whether its own screen lists what is one's own, so that the phone's frame does not. */
  listsOwn?(settings: Settings): boolean;
  /** What its cards are called. */
  cardsAre?: "cards" | "readings";
  /** What its lines that help to begin are. */
  startersAre?: "starters" | "questions";
  /** What too few gave to show, so that the room talks instead; null where nothing is missing. */
  tooFew?(shown: Pick<Shown<Settings, KindRecord>, "phase" | "record">): TooFew | null;
  /** What a vote is about. */
  criterion?(settings: Settings): Words;
  /** What the room does while the facilitator reads cards. */
  bridge?(settings: Settings): Words;
  /** What the room talks about where too few gave something to show; a card's own text, or the plan's. */
  subjects?(
    shown: Pick<Shown<Settings, KindRecord>, "planned" | "record">,
  ): readonly (string | Words)[];
}

/** The current activity before its kind has read it. */
export interface Unread {
  planned: PlannedActivity;
  phase: string;
  record: unknown;
}

/** A kind's screens with its types closed over: what does not read shows nothing. */
export interface AnyScreens {
  name: string;
  /** Whether these screens can show it; they can't where it is of another release. */
  reads(settings: unknown, record: unknown): boolean;
  Participant: ComponentType<Unread>;
  Stage: ComponentType<Unread & StageProps>;
  Console: ComponentType<Unread & ConsoleProps>;
  listsOwn(settings: unknown): boolean;
  cardsAre: "cards" | "readings";
  startersAre: "starters" | "questions";
  tooFew(shown: Pick<Unread, "phase" | "record">): TooFew | null;
  criterion(settings: unknown): Words | null;
  bridge(settings: unknown): Words | null;
  subjects(shown: Pick<Unread, "planned" | "record">): readonly (string | Words)[];
}

/** Of one kind; null where it does not read. */
interface Readers<Settings, KindRecord> {
  settingsOf(raw: unknown): Settings | null;
  recordOf(raw: unknown): KindRecord | null;
}

/** The same object while nothing changes, so that what depends on it is not made anew. */
function useShown<Settings, KindRecord>(
  { settingsOf, recordOf }: Readers<Settings, KindRecord>,
  { planned, phase, record: raw }: Unread,
): Shown<Settings, KindRecord> | null {
  const settings = useMemo(() => settingsOf(planned.settings), [settingsOf, planned.settings]);
  const record = useMemo(() => recordOf(raw), [recordOf, raw]);
  return useMemo(
    () =>
      settings === null || record === null
        ? null
        : { planned: { ...planned, settings }, phase, record },
    [planned, settings, record, phase],
  );
}

/** Closes a kind's screens over its types. */
export function defineScreens<Settings, KindRecord>(
  screens: KindScreens<Settings, KindRecord>,
): AnyScreens {
  const {
    name,
    Participant,
    Stage,
    Console,
    cardsAre = "cards",
    startersAre = "starters",
  } = screens;
  const readers: Readers<Settings, KindRecord> = {
    settingsOf(raw) {
      const parsed = screens.settings.safeParse(raw);
      return parsed.success ? parsed.data : null;
    },
    recordOf(raw) {
      const parsed = screens.record.safeParse(raw);
      return parsed.success ? parsed.data : null;
    },
  };
  const { settingsOf, recordOf } = readers;

  return {
    ...{ name, cardsAre, startersAre },
    reads: (settings, record) => settingsOf(settings) !== null && recordOf(record) !== null,
    Participant(props) {
      const shown = useShown(readers, props);
      return shown && <Participant {...shown} />;
    },
    Stage(props) {
      const shown = useShown(readers, props);
      return shown && <Stage {...props} {...shown} />;
    },
    Console(props) {
      const shown = useShown(readers, props);
      return shown && <Console {...props} {...shown} />;
    },
    listsOwn(raw) {
      const settings = settingsOf(raw);
      return settings !== null && (screens.listsOwn?.(settings) ?? false);
    },
    tooFew({ phase, record: raw }) {
      const record = recordOf(raw);
      return record === null ? null : (screens.tooFew?.({ phase, record }) ?? null);
    },
    criterion(raw) {
      const settings = settingsOf(raw);
      return settings === null ? null : (screens.criterion?.(settings) ?? null);
    },
    bridge(raw) {
      const settings = settingsOf(raw);
      return settings === null ? null : (screens.bridge?.(settings) ?? null);
    },
    subjects({ planned, record: raw }) {
      const settings = settingsOf(planned.settings);
      const record = recordOf(raw);
      if (settings === null || record === null) return [];
      return screens.subjects?.({ planned: { ...planned, settings }, record }) ?? [];
    },
  };
}
