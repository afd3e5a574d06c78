"use client";

import type { useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useMemo } from "react";
import type { CardAttributes, RevealedCard } from "@/lib/activities/card-schema";
import type { Parser } from "@/lib/activities/contract";
import type { DeviceRecord } from "@/lib/client/device-record";
import type { Locale } from "@/lib/i18n/locale";
import type { MessageKey, Namespace } from "@/lib/i18n/messages";
import type { PlanWordsShown } from "@/lib/i18n/plan-words";
import type { SeriesScores } from "@/lib/series/series-schema";
import type { ActivityCommand } from "@/lib/session/commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import type { PlannedActivity } from "@/lib/session/view-schema";
import type { OwnMove, OwnNote, OwnStep } from "@/lib/ui/phone/keepsake";
import type { StageSurroundings, TellPages } from "@/lib/ui/stage/stage-frame";
import type { StageGroup } from "@/lib/ui/stage/stage-groups";
import type { Words } from "@/lib/words";

/** The current activity as a screen gets it: settings and record are its kind's. */
export interface Shown<Settings, KindRecord> {
  planned: PlannedActivity & { settings: Settings };
  phase: string;
  record: KindRecord;
}

/** What the phone gives to the screen of an activity's kind. */
export interface PhoneProps {
  /** All that one takes along of the session, for a kind that hands it over at the end. */
  takeHome: ReactNode;
}

/** What the console gives to the screen of an activity's kind. */
export interface ConsoleProps {
  view: FacilitatorView;
  /** Sends a command of this activity's kind; refusals are shown by the console. Answers whether it was taken. */
  act: (command: ActivityCommand["command"]) => Promise<boolean>;
  /** Writes to the author of a card, whom nobody knows. Answers whether it arrived. */
  reply: (card: string, text: string) => Promise<boolean>;
  /** Turns the stage to its first sheet, where it shows a later one. */
  toFirstPage: () => void;
}

/** The clock of a phase, for pictures that show more than its reading. */
export interface RunningClock {
  /** The server's time, ms since 1970; null while it is stopped. */
  endsAt: number | null;
  /** Milliseconds left while it is stopped; null while it runs. */
  remaining: number | null;
  /** What the plan gives the phase; null where it gives its minutes to the activity alone. */
  minutes: number | null;
  /** Server time minus this device's time, in milliseconds. */
  clockOffset: number;
}

/** What a kind's stage screen is given. It sees no more than the stage's view holds. */
export interface StageProps extends PlanWordsShown {
  /** Revealed cards, sorted by their random ids: an order that means nothing. */
  cards: readonly RevealedCard[];
  /** Counted from 0; the facilitator turns it. */
  page: number;
  clock: ReactNode;
  /** The same as numbers; null where none runs. */
  runningClock: RunningClock | null;
  /** When that clock is over, as a time of day; null where none runs. */
  goesOnAt: ReactNode;
  progress: ReactNode;
  /** How many have joined. */
  joined: number;
  /** A drawing of how many are done, for phases in which people do something; null in others. */
  sealed: ReactNode;
  /** What helps while nobody writes; null for nothing. */
  aid: ReactNode;
  surroundings: StageSurroundings;
  onPages?: TellPages;
}

/** What a kind says with, of what one takes along. */
export interface TakeHomeWords {
  t: ReturnType<typeof useTranslations<never>>;
  locale: Locale;
  /** A plan's words, as the screens show them. */
  textOf(words: Words): string;
}

/** Where a kind keeps one of its words. */
type OwnKey = Extract<MessageKey, `kinds.${string}`>;

/** Where the words for a phase stand: what it is called, and what is said aloud when the room comes to it. */
export type PhaseWords = Extract<
  Namespace,
  `phases.${string}` | `kinds.${string}.phases.${string}`
>;

/** Where the words for cards stand: how many there are, and what reading and showing them is called. */
export type CardWords = Extract<Namespace, "cards" | `kinds.${string}.cards`>;

/** What of an activity too few people gave to show: all of it, or only what came after the cards. */
export type TooFew = "activity" | TooFewAfterwards;

/** What is told where cards are shown and the votes on them are too few. */
export interface TooFewAfterwards {
  says: OwnKey;
  /** What the vote was about, if its words say it. */
  criterion?: Words;
}

/** Words for phases, by the names of these. */
type Named = Readonly<Record<string, PhaseWords>>;

/** What shared screens need of one kind of activity and say of it, as its folder states it. */
export interface KindScreens<Settings, KindRecord> {
  /** The kind's name, as in its `kind.ts`. */
  name: string;
  /** What the catalogue calls activities of this kind, in a word. */
  called: OwnKey;
  settings: Parser<Settings>;
  record: Parser<KindRecord>;
  /** What its owner has planned in it, out of what the device keeps: no view says any more what was. */
  ownSteps?(record: DeviceRecord, words: TakeHomeWords): OwnStep[];
  /** What its owner has noted in it beside plans, likewise. */
  ownNotes?(record: DeviceRecord, words: TakeHomeWords): OwnNote[];
  /** How one's own answers moved, likewise. */
  ownMoves?(record: DeviceRecord, words: TakeHomeWords): OwnMove[];
  /** What a series can keep of its owner's answers, likewise. */
  ownScores?(record: DeviceRecord): SeriesScores;
  /** Whether its own screen lists what is one's own, so that the phone's frame does not. */
  listsOwn?(settings: NoInfer<Settings>): boolean;
  /**
   * Its phases that are called otherwise than those of the same name in `phases`, or that only it has. Lists of a
   * plan name them without settings.
   */
  phases?: Named | ((settings: NoInfer<Settings> | null) => Named);
  /** Which of several rounds, from 1, a phase is a step of: it is called the same in each. Null for none. */
  round?(phase: string): number | null;
  /** What the console's button to a phase says, where "Next:" and the phase's name would say less. */
  leadsTo?: Readonly<Record<string, OwnKey>>;
  /** What its cards are called, where that is not "cards". */
  cards?: CardWords | ((settings: NoInfer<Settings>) => CardWords);
  /** What its lines that help to begin are, where they don't begin a sentence. */
  startersAre?: OwnKey;
  /** What too few gave to show, so that the room talks instead; null where nothing is missing. */
  tooFew?(shown: TooFewInput<Settings, KindRecord>): TooFew | null;
  /** What the room does while the facilitator reads cards. */
  bridge?(settings: Settings): Words;
  /** What the room talks about where too few gave something to show; a card's own text, or the plan's. */
  subjects?(
    shown: Pick<Shown<Settings, KindRecord>, "planned" | "record">,
  ): readonly (string | Words)[];
  /** What a paper card may belong to, where its cards carry more than text. */
  paperCardsFor?(
    shown: Pick<Shown<Settings, KindRecord>, "planned" | "record">,
  ): readonly PaperCardFor[];
}

/** What a paper card that is typed in may belong to. */
export interface PaperCardFor {
  /** Null where there is nothing to choose from. */
  name: string | Words | null;
  /** What the card carries then, as its kind's cards do. */
  attributes: CardAttributes;
}

/** A kind whose cards carry nothing. */
const onlyText: readonly PaperCardFor[] = [{ name: null, attributes: {} }];

/** What a kind finds out from whether too few gave something. */
type TooFewInput<Settings, KindRecord> = Pick<Shown<Settings, KindRecord>, "phase" | "record"> & {
  settings: Settings;
};

/** The current activity before its kind has read it. */
export interface Unread {
  planned: PlannedActivity;
  phase: string;
  record: unknown;
}

/** The same with the kind's types closed over: what does not read is nothing. */
export interface AnyScreens {
  name: string;
  called: OwnKey;
  /** Whether these screens can show it; they can't where it is of another release. */
  reads(settings: unknown, record: unknown): boolean;
  ownSteps: ((record: DeviceRecord, words: TakeHomeWords) => OwnStep[]) | null;
  ownNotes: ((record: DeviceRecord, words: TakeHomeWords) => OwnNote[]) | null;
  ownMoves: ((record: DeviceRecord, words: TakeHomeWords) => OwnMove[]) | null;
  ownScores: ((record: DeviceRecord) => SeriesScores) | null;
  listsOwn(settings: unknown): boolean;
  /** By the settings of an activity, where they are at hand. */
  phases(settings: unknown): Named;
  round(phase: string): number | null;
  leadsTo: Readonly<Record<string, OwnKey>>;
  cards(settings: unknown): CardWords;
  startersAre: OwnKey | "console.aid.starters";
  tooFew(shown: Unread): TooFew | null;
  bridge(settings: unknown): Words | null;
  subjects(shown: Pick<Unread, "planned" | "record">): readonly (string | Words)[];
  paperCardsFor(shown: Pick<Unread, "planned" | "record">): readonly PaperCardFor[];
}

/** A kind and how it reads what is its own; null where it does not read. */
interface Reader<Settings, KindRecord> {
  name: string;
  settingsOf(raw: unknown): Settings | null;
  recordOf(raw: unknown): KindRecord | null;
}

/** The same object while nothing changes, so that what depends on it is not made anew. */
function useShown<Settings, KindRecord>(
  { settingsOf, recordOf }: Reader<Settings, KindRecord>,
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

/** The screen of one kind, with its types closed over: what does not read shows nothing. */
export interface ScreenOfKind<Given> {
  kind: string;
  Screen: ComponentType<Unread & Given>;
}

export type ScreenOnPhone = ScreenOfKind<PhoneProps>;
export type ScreenOnConsole = ScreenOfKind<ConsoleProps>;

export interface ScreenOnStage extends ScreenOfKind<StageProps> {
  /** The groups in which these cards lie, with all of them in one; none where they lie in none, or it does not read. */
  board(shown: Unread, cards: readonly RevealedCard[]): readonly StageGroup[];
}

function screenOf<Settings, KindRecord, Given>(
  reader: Reader<Settings, KindRecord>,
  Inner: ComponentType<Shown<Settings, KindRecord> & Given>,
): ScreenOfKind<Given> {
  return {
    kind: reader.name,
    Screen(props) {
      const shown = useShown(reader, props);
      return shown && <Inner {...props} {...shown} />;
    },
  };
}

/** What participants see of the kind. Each of a kind's three screens stands by itself, so that nobody loads the others'. */
export const defineOnPhone = <Settings, KindRecord>(
  kind: Reader<Settings, KindRecord>,
  Screen: ComponentType<Shown<Settings, KindRecord> & PhoneProps>,
): ScreenOnPhone => screenOf<Settings, KindRecord, PhoneProps>(kind, Screen);

/** What the room sees of it; a kind whose cards are arranged says with `board` how they lie. */
export const defineOnStage = <Settings, KindRecord>(
  kind: Reader<Settings, KindRecord>,
  Screen: ComponentType<Shown<Settings, KindRecord> & StageProps>,
  board?: (
    shown: Pick<Shown<Settings, KindRecord>, "planned" | "record">,
    cards: readonly RevealedCard[],
  ) => readonly StageGroup[],
): ScreenOnStage => ({
  ...screenOf<Settings, KindRecord, StageProps>(kind, Screen),
  board({ planned, record: raw }, cards) {
    const settings = kind.settingsOf(planned.settings);
    const record = kind.recordOf(raw);
    if (settings === null || record === null) return [];
    return board?.({ planned: { ...planned, settings }, record }, cards) ?? [];
  },
});

/** What facilitators see of it. */
export const defineOnConsole = <Settings, KindRecord>(
  kind: Reader<Settings, KindRecord>,
  Screen: ComponentType<Shown<Settings, KindRecord> & ConsoleProps>,
): ScreenOnConsole => screenOf<Settings, KindRecord, ConsoleProps>(kind, Screen);

/** Closes over a kind's types what its screens share and shared screens say of it. */
export function defineScreens<Settings, KindRecord>(
  screens: KindScreens<Settings, KindRecord>,
): AnyScreens & Reader<Settings, KindRecord> {
  const {
    name,
    called,
    ownSteps = null,
    ownNotes = null,
    ownMoves = null,
    ownScores = null,
    phases = {},
    leadsTo = {},
    cards = "cards",
    startersAre = "console.aid.starters",
  } = screens;
  const settingsOf = (raw: unknown): Settings | null => {
    const parsed = screens.settings.safeParse(raw);
    return parsed.success ? parsed.data : null;
  };
  const recordOf = (raw: unknown): KindRecord | null => {
    const parsed = screens.record.safeParse(raw);
    return parsed.success ? parsed.data : null;
  };

  return {
    ...{
      name,
      called,
      settingsOf,
      recordOf,
      ownSteps,
      ownNotes,
      ownMoves,
      ownScores,
      leadsTo,
      startersAre,
    },
    round: (phase) => screens.round?.(phase) ?? null,
    phases(raw) {
      return typeof phases === "function" ? phases(settingsOf(raw)) : phases;
    },
    cards(raw) {
      if (typeof cards === "string") return cards;
      const settings = settingsOf(raw);
      return settings === null ? "cards" : cards(settings);
    },
    reads: (settings, record) => settingsOf(settings) !== null && recordOf(record) !== null,
    listsOwn(raw) {
      const settings = settingsOf(raw);
      return settings !== null && (screens.listsOwn?.(settings) ?? false);
    },
    tooFew({ planned, phase, record: raw }) {
      const settings = settingsOf(planned.settings);
      const record = recordOf(raw);
      if (settings === null || record === null) return null;
      return screens.tooFew?.({ settings, phase, record }) ?? null;
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
    paperCardsFor({ planned, record: raw }) {
      const settings = settingsOf(planned.settings);
      const record = recordOf(raw);
      if (settings === null || record === null) return [];
      return screens.paperCardsFor?.({ planned: { ...planned, settings }, record }) ?? onlyText;
    },
  };
}
