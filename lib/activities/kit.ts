import type { CardConsents, RevealedCard, ReviewCard } from "@/lib/activities/card-schema";
import type { RefusalCode } from "@/lib/errors";

/**
 * The contract between the session core and a kind of activity. A kind's rules are plain
 * functions: time, randomness and the participant's tag come in through the context, sealed rows
 * through `Sealed`, and what is to happen goes out as data.
 */

/** What a participant handed in and nobody may see yet. Never an event (architecture.md, idea 1). */
export interface SealedCard {
  /** Keyed hash of the edit secret and the device that handed it in; its key dies with the activity. */
  editHash: string;
  /** Null once the card was shown: from then on this row knows none. */
  markHash: string | null;
  revision: number;
  batch: number;
  /** Null once withdrawn or shown: what is left keeps a late retry from bringing the card back. */
  content: CardContent | null;
  /** Given when review begins; until then nobody can refer to the card. */
  reviewId: string | null;
  held: boolean;
  /** A facilitator's tag: no case. */
  tagged: boolean;
}

/** Everything a card may carry. Kinds that need less leave the rest at its neutral value. */
export interface CardContent {
  text: string;
  /** Reframe: the case it answers. */
  caseId: string | null;
  /** Reframe: the lens it was written through. */
  lens: string | null;
  mayBeCase: boolean;
  mayBeQuoted: boolean;
  /** Its author's tag: it was unfair or hurtful. Rules out that it becomes a case. */
  unfair: boolean;
  /** Rules out case and quote, which are shown to everybody. */
  notForStage: boolean;
}

/** What every kind with cards knows of them: the batches, and what was revealed. */
export interface CardBatches {
  /** The batch that cards handed in now belong to. */
  batch: number;
  /** The last batch that was gathered for review; null before writing closed. */
  reviewed: number | null;
  /** The last batch that was revealed; null before the reveal. */
  revealed: number | null;
  /** False: too few contributors, so nothing is shown to anybody and the room talks instead. */
  enough: boolean;
  cards: Map<string, RevealedCard>;
  consents: Map<string, CardConsents>;
  /** Cards that came after the reveal and were destroyed at the close. */
  late: number;
  /** The same of an activity that was left before its reveal, 0 where they were fewer than k people's or none; null where it was not. */
  unshown: number | null;
}

/** One participant's votes or scores in one slot, findable only by its tag. */
export interface SealedBallot<Content = unknown> {
  slot: string;
  tag: string;
  revision: number;
  content: Content;
}

/** Read access to the sealed rows of one activity, inside the transaction. */
export interface Sealed {
  card(editHash: string): SealedCard | undefined;
  cardOfMark(markHash: string): SealedCard | undefined;
  cards(batch: number): SealedCard[];
  /** How many cards the contributor behind this tag has in the batch. */
  contributed(batch: number, tag: string): number;
  /** How many cards of one case the contributor behind this tag has in the batch. */
  share(batch: number, tag: string): number;
  /** How many contributors a batch has. */
  contributors(batch: number): number;
  ballot(slot: string, tag: string): SealedBallot | undefined;
  ballots(): SealedBallot[];
}

/** A change to the sealed rows of one activity, applied in the transaction of its command. */
export type SealedWrite =
  | { op: "putCard"; card: SealedCard }
  | { op: "setContributed"; batch: number; tag: string; count: number }
  | { op: "setShare"; batch: number; tag: string; count: number }
  | { op: "putBallot"; ballot: SealedBallot }
  | { op: "eraseActivity" };

/** What a command needs to read; the server loads it before deciding. Entering and closing read everything. */
export type SealedRead =
  | { of: "card"; edit: string }
  | { of: "mark"; markHash: string }
  | { of: "contributed"; batch: number }
  | { of: "share"; batch: number; caseId: string }
  | { of: "ballot"; slot: string }
  | { of: "everything" };

/** Where time, chance and the caller come from. Tests inject their own. */
export interface RuleContext {
  /** The database's clock, ms since 1970. */
  now: number;
  /** 128 random bits, hex. */
  randomId(): string;
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[];
  /** SHA-256 of a hex secret, as hex. */
  hash(secret: string): string;
  /** Contributors below which cards, or scores and votes, are not shown to anybody. */
  k: { cards: number; scores: number };
  /**
   * The most people who were there at once, as far as anybody knows: soft, for how much work a
   * room can share out. No threshold may depend on it.
   */
  joined: number;
  /** The late batch of this activity that was enough people's when it was last counted; null for none. */
  lateReady: number | null;
  sealed: Sealed;
  /** Tag of the calling participant for a slot; it dies with the activity's key (rule 4). */
  tag(slot: string): string;
}

/** What a kind's rule answers. */
export type Decision<Event> =
  | { ok: true; events: Event[]; sealed: SealedWrite[]; reply?: unknown }
  | { ok: false; code: RefusalCode };

export const refuse = (code: RefusalCode) => ({ ok: false, code }) as const;

export const accept = <Event>(
  events: Event[] = [],
  sealed: SealedWrite[] = [],
  reply?: unknown,
): Decision<Event> => ({ ok: true, events, sealed, ...(reply === undefined ? {} : { reply }) });

/** A revealed card whose author allowed it as a case. Everybody has seen all of this. */
export type ConsentedCard = Pick<RevealedCard, "id" | "text" | "markHash">;

/** Facts about earlier activities that a kind may build on (reframe takes its cases from collect). */
export interface Earlier {
  /** Revealed cards of the activity with this key whose authors allowed them as cases. */
  consentedCards(activityKey: string): ConsentedCard[];
  /** Whether the room has seen a result of the activity with this key. */
  wasShown(activityKey: string): boolean;
  /** The card that was shown under this mark, in any activity so far. */
  shownUnder(markHash: string): RevealedCard | undefined;
}

/** In order; the first one follows `ready`, the last one is followed by `closed`. */
export type Phases = readonly [string, ...string[]];

/** A kind's rules, over its own settings, data, command and event types. */
export interface ActivityRules<Settings, Data, Command, Event> {
  /** May depend on the settings; the same for the whole life of an activity. */
  phases(settings: Settings): Phases;
  initial(settings: Settings): Data;
  /** Rows to load before `decide` runs. */
  reads(command: Command, data: Data): SealedRead[];
  decide(input: {
    settings: Settings;
    data: Data;
    phase: string;
    role: "participant" | "facilitator";
    command: Command;
    earlier: Earlier;
    context: RuleContext;
  }): Decision<Event>;
  /** What entering a phase brings about: gather for review, reveal, count. */
  enter(input: {
    settings: Settings;
    data: Data;
    phase: string;
    earlier: Earlier;
    context: RuleContext;
  }): Decision<Event>;
  /** What closing leaves behind; the core erases the activity's sealed rows and its key afterwards. */
  close(input: {
    settings: Settings;
    data: Data;
    phase: string;
    earlier: Earlier;
    context: RuleContext;
  }): Decision<Event>;
  /** Changes `data` in place: big collections are Maps that the room owns (stack.md, live core 1). */
  evolve(data: Data, event: Event): void;
  /** Whether going back from this phase to the one before undoes nothing that was destroyed. */
  canGoBack(data: Data, phase: string): boolean;
}

/** Who a view is for. There is no fourth way out (architecture.md, idea 2). */
export type Audience = "participant" | "stage" | "facilitator";

/** What a kind shows. What is not in here cannot leak. */
export interface KindView {
  /** The kind's own record, parsed on the client by the kind's view schema. */
  record: unknown;
  /** Revealed cards, one record each with equal bytes for every audience (rule 3). */
  cards: Iterable<RevealedCard>;
  /** Facilitators only: consents beside the cards. */
  consents: ReadonlyMap<string, CardConsents>;
  /** Facilitators only: cards under review and held ones, sorted by their random ids. */
  review: readonly ReviewCard[];
}

export interface ViewInput<Settings, Data> {
  settings: Settings;
  data: Data;
  phase: string;
  audience: Audience;
  /** Cards that were gathered for review and are still sealed, held ones included. */
  review: readonly ReviewCard[];
}

/** One kind as its folder states it. */
export interface Kind<Settings, Data, Command, Event> {
  settings: Parser<Settings>;
  command: Parser<Command>;
  event: Parser<Event>;
  rules: ActivityRules<Settings, Data, Command, Event>;
  view(input: ViewInput<Settings, Data>): KindView;
  /** The part of its data that all kinds with cards share; null for a kind without. */
  batches(data: Data): CardBatches | null;
  /** The batch of late cards that may be taken into review in this phase; null for none. */
  lateBatch(data: Data, phase: string): number | null;
  consentedCards(data: Data): ConsentedCard[];
  /** Whether the room has seen a result that a later one could be subtracted from. */
  wasShown?(data: Data): boolean;
}

/** The part of a zod schema that is needed here. */
export interface Parser<T> {
  parse(value: unknown): T;
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/**
 * One activity of a live session with its kind's types closed over, so that the core handles all
 * kinds alike and needs no casts: commands and events are parsed where they come in.
 */
export interface ActivityInstance {
  phases: Phases;
  /** Null: not a command of this kind. */
  reads(command: unknown): SealedRead[] | null;
  decide(input: {
    phase: string;
    role: "participant" | "facilitator";
    command: unknown;
    earlier: Earlier;
    context: RuleContext;
  }): Decision<unknown>;
  enter(input: { phase: string; earlier: Earlier; context: RuleContext }): Decision<unknown>;
  close(input: { phase: string; earlier: Earlier; context: RuleContext }): Decision<unknown>;
  evolve(event: unknown): void;
  canGoBack(phase: string): boolean;
  view(phase: string, audience: Audience, review: readonly ReviewCard[]): KindView;
  batches(): CardBatches | null;
  lateBatch(phase: string): number | null;
  consentedCards(): ConsentedCard[];
  wasShown(): boolean;
}

/** Closes a kind over one activity's settings and data. Throws where the plan's settings are wrong. */
export function instantiate<Settings, Data, Command, Event>(
  kind: Kind<Settings, Data, Command, Event>,
  rawSettings: unknown,
): ActivityInstance {
  const settings = kind.settings.parse(rawSettings);
  const data = kind.rules.initial(settings);
  return {
    phases: kind.rules.phases(settings),
    reads(raw) {
      const command = kind.command.safeParse(raw);
      return command.success ? kind.rules.reads(command.data, data) : null;
    },
    decide({ command: raw, ...rest }) {
      const command = kind.command.safeParse(raw);
      if (!command.success) return refuse("bad-input");
      return kind.rules.decide({ settings, data, command: command.data, ...rest });
    },
    enter: (input) => kind.rules.enter({ settings, data, ...input }),
    close: (input) => kind.rules.close({ settings, data, ...input }),
    evolve: (event) => kind.rules.evolve(data, kind.event.parse(event)),
    canGoBack: (phase) => kind.rules.canGoBack(data, phase),
    view: (phase, audience, review) => kind.view({ settings, data, phase, audience, review }),
    batches: () => kind.batches(data),
    lateBatch: (phase) => kind.lateBatch(data, phase),
    consentedCards: () => kind.consentedCards(data),
    wasShown: () => kind.wasShown?.(data) ?? false,
  };
}
