import type { $ZodError } from "zod/v4/core";
import type {
  CardAttributes,
  CardConsents,
  RevealedCard,
  ReviewCard,
} from "@/lib/activities/card-schema";
import type {
  DocumentsInput,
  DocumentsRead,
  DocumentUse,
  DocumentWrite,
} from "@/lib/activities/documents";
import type { PhaseList } from "@/lib/activities/phase";
import type {
  PadWriting,
  Person,
  RawCommand,
  Scene,
  Simulation,
} from "@/lib/activities/simulation";
import type { Audience, NarrowChannel } from "@/lib/channel";
import type { RefusalCode } from "@/lib/errors";
import type { PrintPage } from "@/lib/print-pack/pages";
import type { PrintWording } from "@/lib/print-pack/wording";
import type { SeriesScores } from "@/lib/series/series-schema";
import type { SeriesWords } from "@/lib/series/series-words";
import type { SectionKey, SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";
import type { Upcast } from "@/lib/upcast";
import type { Words } from "@/lib/words";

/**
 * The contract between the session core and a kind of activity. A kind's rules are plain
 * functions: time, randomness and the participant's tag come in through the context, sealed rows
 * through `Sealed`, and what is to happen goes out as data.
 */

/** What a participant handed in and nobody may see yet. Never an event (architecture.md, idea 2). */
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

/** What somebody wrote, and what they allow. */
export interface CardContent {
  text: string;
  /** What this kind's cards carry besides; it is shown with the card. */
  attributes: CardAttributes;
  mayBeCase: boolean;
  mayBeQuoted: boolean;
  /** Its author's tag: it was unfair or hurtful. Rules out that it becomes a case. */
  unfair: boolean;
  /** Rules out case and quote, which are shown to everybody. */
  notForStage: boolean;
  /** A paper card that a facilitator typed in: it counts for no threshold. */
  typedIn?: boolean | undefined;
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
  /** How many contributors a batch has. */
  contributors(batch: number): number;
  /** How many cards of one group the contributor behind this tag has in the batch. */
  share(batch: number, tag: string): number;
  ballot(slot: string, tag: string): SealedBallot | undefined;
  ballots(): SealedBallot[];
  /**
   * How often each thing stands in the ballots of a slot, `of` naming those of one. Kept up as ballots are put, so that
   * a room that asks one by one has them counted once: give the same function each time.
   */
  tally(slot: string, of: NamedIn): ReadonlyMap<string, number>;
}

/** What a ballot with this content names, each thing once. */
export type NamedIn = (content: unknown) => readonly string[];

/** A change to the sealed rows of one activity, applied in the transaction of its command. */
export type SealedWrite =
  | { op: "putCard"; card: SealedCard }
  | { op: "setContributed"; batch: number; tag: string; count: number }
  | { op: "setShare"; batch: number; tag: string; count: number }
  | { op: "putBallot"; ballot: SealedBallot }
  | { op: "eraseActivity" };

/**
 * What a command needs to read; the server loads it before deciding. Entering and closing read everything, and nothing
 * else can: each command names what it decides upon, so that what it costs doesn't grow with the room (P212).
 */
export type SealedRead =
  | { of: "card"; edit: string }
  | { of: "mark"; markHash: string }
  /** The card that facilitators see under this id, also one that was withdrawn since. */
  | { of: "gathered"; reviewId: string }
  /** All that were gathered for review and not shown yet, also those that were withdrawn since. */
  | { of: "review" }
  /** All cards of a batch, and how many each contributor has in it. */
  | { of: "batch"; batch: number }
  /** All that a facilitator has typed in, and the one of this secret, whatever became of it. */
  | { of: "typedIn"; card: string }
  | { of: "contributed"; batch: number }
  | { of: "share"; batch: number; group: string }
  | { of: "ballot"; slot: string }
  /** Everybody's ballots in it, the caller's own too. */
  | { of: "slot"; slot: string }
  | { of: "series"; words: SeriesWords };

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
  /** How many people in the room have no phone, as a facilitator has counted them. */
  withoutPhone: number;
  /** The late batch of this activity that was enough people's when it was last counted; null for none. */
  lateReady: number | null;
  sealed: Sealed;
  /** The documents that people arrange or write together in this activity. */
  documents: DocumentsRead;
  /** What the session's series keeps under these words; null where that is nothing. */
  seriesScores(words: SeriesWords): SeriesScores | null;
  /** Tag of the calling participant for a slot; it dies with the activity's key (rule 4). */
  tag(slot: string): string;
}

/** What a kind's rule answers. */
export type Decision<Event> =
  | {
      ok: true;
      events: Event[];
      sealed: SealedWrite[];
      reply?: unknown;
      documents?: readonly DocumentWrite[];
    }
  | { ok: false; code: RefusalCode };

export const refuse = (code: RefusalCode) => ({ ok: false, code }) as const;

export const accept = <Event>(
  events: Event[] = [],
  sealed: SealedWrite[] = [],
  reply?: unknown,
): Decision<Event> => ({ ok: true, events, sealed, ...(reply === undefined ? {} : { reply }) });

/** Only writes into a document. */
export const written = (write: DocumentWrite): Decision<never> => ({
  ok: true,
  events: [],
  sealed: [],
  documents: [write],
});

/** A revealed card whose author allowed it as a case. Everybody has seen all of this. */
export type ConsentedCard = Pick<RevealedCard, "id" | "text" | "markHash">;

/** What an activity lets later ones know of it. */
export interface Facts {
  /** Revealed cards whose authors allowed them as cases. */
  consentedCards?: readonly ConsentedCard[];
  /** Ids of revealed cards whose words may leave the room: by their authors, and by the plan. */
  quotableCards?: ReadonlySet<string>;
  /** Whether the room has seen a result that a later one could be subtracted from. */
  wasShown?: boolean;
}

/** What a kind may build on of earlier activities. */
export interface Earlier {
  /** The facts of the activity with this key. */
  facts(activity: string): Facts;
  /** The card that was shown under this mark, in any activity so far. */
  shownUnder(markHash: string): RevealedCard | undefined;
}

/** Who an activity takes commands from. */
export type CommandRole = "participant" | "facilitator";

/** What a rule is asked with: the activity as it stands, and where time and chance come from. */
export interface RuleInput<Settings, Data> {
  settings: Settings;
  data: Data;
  phase: string;
  earlier: Earlier;
  context: RuleContext;
}

/** A command as its kind's table states it. */
export interface CommandEntry<Settings, Data, Event, Command = never> {
  /** The only ones who may send it. */
  from: CommandRole;
  schema: Parser<Command>;
  /** How often one connection may send it, where that is less often than any frame. */
  pace?: CommandPace | null;
  /** Rows to load before `decide` runs; what was not loaded looks as if it did not exist. */
  reads?(command: Command, data: Data): SealedRead[];
  decide(command: Command, input: RuleInput<Settings, Data>): Decision<Event>;
}

/** So many a second, and so many at once. */
export interface CommandPace {
  perSecond: number;
  burst: number;
}

/** An entry with its command's type closed over: what comes in is parsed by its own schema. */
export interface CommandRule<Settings, Data, Event> {
  from: CommandRole;
  schema: Parser<unknown>;
  pace: CommandPace | null;
  /** Null: not this command. */
  reads(raw: unknown, data: Data): SealedRead[] | null;
  decide(raw: unknown, input: RuleInput<Settings, Data>): Decision<Event>;
}

/** The commands of a kind by their names, which are their `type` on the wire. */
export type CommandTable<Settings, Data, Event> = Readonly<
  Record<string, CommandRule<Settings, Data, Event>>
>;

/** Makes entries of a kind's table of commands. */
export const commandsOf =
  <Settings, Data, Event>() =>
  <Command>({
    from,
    schema,
    pace = null,
    reads = () => [],
    decide,
  }: CommandEntry<Settings, Data, Event, Command>): CommandRule<Settings, Data, Event> => {
    const parse = parsedOnce(schema);
    return {
      from,
      schema,
      pace,
      reads(raw, data) {
        const command = parse(raw);
        return command.success ? reads(command.data, data) : null;
      },
      decide(raw, input) {
        const command = parse(raw);
        return command.success ? decide(command.data, input) : refuse("bad-input");
      },
    };
  };

/** Parses what came in once, however often it is asked about: nobody changes it. */
function parsedOnce<T>({ safeParse }: Parser<T>): Parser<T>["safeParse"] {
  const known = new WeakMap<object, ReturnType<Parser<T>["safeParse"]>>();
  return (raw) => {
    if (typeof raw !== "object" || raw === null) return safeParse(raw);
    const result = known.get(raw) ?? safeParse(raw);
    known.set(raw, result);
    return result;
  };
}

export type PartOfSession = "opening" | "closing";

/** What a plan makes of one of its activities, beside its settings. */
export interface PlaceInPlan<Settings> {
  key: string;
  /** All activities of its kind in the plan, this one among them, in order. */
  ofItsKind: readonly { key: string; settings: Settings }[];
}

/** What a kind shows. What is not in here cannot leak. */
export interface KindView {
  /** The kind's own record, parsed on the client by the kind's view schema. */
  record: unknown;
  /** Facilitators only: a second record of the kind's; null for nothing. */
  ofFacilitators?: unknown;
  /** Facilitators only: how many things *Next* would show, where its words say so. */
  nextCount?: number | null;
  /** Revealed cards, one record each with equal bytes for every audience (rule 3). */
  cards?: Iterable<RevealedCard>;
  /** Facilitators only: consents beside the cards. */
  consents?: ReadonlyMap<string, CardConsents>;
  /** Facilitators only: cards under review and held ones, sorted by their random ids. */
  review?: readonly ReviewCard[];
}

export interface ViewInput<Settings, Data> {
  settings: Settings;
  data: Data;
  phase: string;
  audience: Audience;
  /** Cards that were gathered for review and are still sealed, held ones included. */
  review: readonly ReviewCard[];
  earlier: Earlier;
  documents: DocumentsRead;
}

/** What one seat, or a group of seats, is shown beside what all participants are. */
export interface NarrowView {
  /** Tags of the seats whose connections get it, and no other. */
  seats: readonly string[];
  /** The kind's own, parsed on the client by a schema of the kind's. */
  record: unknown;
}

export interface ChannelsInput<Settings, Data>
  extends Omit<ViewInput<Settings, Data>, "audience" | "review" | "documents"> {
  /** What stands in the seats, by their tags: the ballots of `SEAT_SLOT`. */
  seats: ReadonlyMap<string, unknown>;
}

/** An activity of a session that has ended, as its kind's part of the summary gets it. */
export interface Held<Settings, Data> {
  title: Words;
  /** Whether it was held to its end; else it was skipped, or never begun. */
  isClosed: boolean;
  settings: Settings;
  data: Data;
}

/** What a summary says besides what the activities hold. */
export interface SummaryAbout {
  k: RuleContext["k"];
  /** How many ever joined. */
  joined: number;
  wording: Wording;
  earlier: Earlier;
}

/** One answer that a hand can be raised for. */
export interface HandsOption {
  key: string;
  /** What somebody wrote, or the plan's words. */
  label: Words | string;
  /** Whether its author has not allowed it to be quoted: the room has read it, and the summary leaves it out. */
  isWithheld?: boolean;
}

/** One question that a room can also answer by a show of hands. */
export interface HandsQuestion {
  key: string;
  /** Null where the activity's prompt asks it. */
  prompt: Words | string | null;
  /** The same of the prompt. */
  isWithheld?: boolean;
  options: readonly HandsOption[];
  /** Where the summary tells them; null where the plan keeps the activity out of it. */
  section: SectionKey | null;
}

/** An activity of a plan, as its kind's sheets of the print pack get it. */
export interface PrintInput<Settings> {
  settings: Settings;
  place: PlaceInPlan<Settings>;
  /** The activity's own words, as they stand on paper. */
  prompt: string;
  /** For how many. */
  people: number;
  wording: PrintWording;
}

/** A kind's blocks by section; a section that it leaves out, it has nothing to do with. */
export type SectionBlocks = Partial<Record<SectionKey, SummaryBlock[]>>;

/** For which activity fictional cases are asked, and of which one. */
export interface CasesAsked<Data> {
  /** Key of the activity in which people would look at one. */
  activity: string;
  /** Key of the one that is asked. */
  own: string;
  data: Data;
}

/** A ballot with this content in this slot. */
export interface Signal {
  slot: string;
  content: Readonly<Record<string, unknown>>;
}

/** What every kind with cards tells the core. */
export interface CardFacts<Data> {
  /** Null while it has none: as long as a mode of the activity, which takes no cards, was the only one. */
  batches(data: Data): CardBatches | null;
  /** The batch of late cards that may be taken into review in this phase; null for none. */
  lateBatch(data: Data, phase: string): number | null;
}

/** From version to version of what is stored of a kind, in its folder. */
export interface KindUpcasts {
  /** Of an activity's settings, as they stand in a plan. */
  settings: readonly Upcast[];
  /** Of the kind's events. */
  events: readonly Upcast[];
  /** Of kinds that are older than scripts by phase. */
  scripts?: ScriptsBefore;
}

/** What a plan's script says from its second version on, by phase; `work` is the phase its one line was for. */
export interface ScriptsBefore {
  work: string;
  lines: Readonly<Record<string, unknown>>;
}

/**
 * One kind of activity as its folder states it: everything that rules, server and plans need to know.
 * Its screens stand beside it (`screens-contract.tsx`). What is optional is left out by kinds without it.
 */
export interface Kind<Settings, Data, Event> {
  /** As plans and screens call it; also the name of its folder. */
  name: string;
  /** With the bounds of every number: what does not fit is no plan. */
  settings: Parser<Settings>;
  event: Parser<Event>;
  upcasts: KindUpcasts;
  /** In order, as `phases.ts` describes them. May depend on settings and place; the same for life. */
  phases(settings: Settings, place: PlaceInPlan<Settings>): PhaseList;
  initial(settings: Settings, place: PlaceInPlan<Settings>): Data;
  commands: CommandTable<Settings, Data, Event>;
  /** What entering a phase brings about: gather for review, reveal, count. */
  enter?(input: RuleInput<Settings, Data>): Decision<Event>;
  /** Whether a step goes on by itself when its clock is up; the server sees to it, once (docs/decisions/0076). */
  goesOn?(settings: Settings, data: Data, phase: string): boolean;
  /** The phase that has to be held before the activity can be left by skipping or for the closing; null for none. */
  mustPass?(settings: Settings, data: Data, phase: string): string | null;
  /** What is sent for somebody who leaves the session while the activity is open. */
  whenLeaving?: RawCommand;
  /** What closing leaves behind; the core erases the activity's sealed rows and its key afterwards. */
  close?(input: RuleInput<Settings, Data>): Decision<Event>;
  /** Changes `data` in place: big collections are Maps that the room owns (architecture.md, idea 1). */
  evolve(data: Data, event: Event): void;
  /** Whether what has happened keeps the room from going back, where its phases would allow it. */
  isPastReturn?(data: Data, phase: string): boolean;
  view(input: ViewInput<Settings, Data>): KindView;
  /**
   * What seats and groups see beside all participants, by channels that it names as it likes. A kind that has
   * this seats people by ballots of `SEAT_SLOT`; nothing else of them is known, and it goes with the activity.
   */
  channels?(input: ChannelsInput<Settings, Data>): ReadonlyMap<NarrowChannel, NarrowView>;
  /** What people arrange or write together now, by names that the kind gives. */
  documents?(input: DocumentsInput<Settings, Data>): ReadonlyMap<string, DocumentUse>;
  facts?(settings: Settings, data: Data): Facts;
  cards?: CardFacts<Data>;
  /** Keys of questions whose answers a series keeps for a later meeting (`lib/series/`). */
  keepsForSeries?(settings: Settings): readonly string[];
  /** What people without a phone can answer by raising a hand, while phones answer it or their result is shown. */
  hands?(settings: Settings, data: Data, earlier: Earlier): readonly HandsQuestion[];
  /** Keys of earlier activities that these settings build on. */
  refersTo?(settings: Settings): readonly string[];
  /** The settings with which it refers to no other, for when it is held alone; a kind with `refersTo` has this. */
  alone?(settings: Settings): Settings;
  /** Parts of its settings that a facilitator can keep under a name, for other plans. */
  presets?: readonly PresetPart<Settings>[];
  /** Beginnings and questions for a phase in which people write. */
  starters?(settings: Settings, phase: string): readonly Words[];
  /** Fictional cases that it keeps for an activity: one whose cards it takes as cases, or itself. */
  casesFor?(settings: Settings, asked: CasesAsked<Data>): readonly Words[];
  /** Something made up of its own, for whoever would rather not think of something real; null for nothing. */
  fictional?(settings: Settings): Words | null;
  /** Its sections of the summary, out of all activities of the kind that a plan has. */
  summarise?(activities: readonly Held<Settings, Data>[], about: SummaryAbout): SectionBlocks;
  /** What the print pack holds of one activity: sheets for a room in which not everybody has a phone, or none should need it. */
  printPages?(input: PrintInput<Settings>): readonly PrintPage[];
  /** What one person does in a phase, as far as others notice it; nothing where it is left out. */
  simulate?(person: Person, scene: Scene<Settings>): Simulation;
  /** What one person writes into a pad in a phase, beside what they send; null for nothing. */
  simulatePad?(person: Person, scene: Scene<Settings>): PadWriting | null;
  /** Seconds that people take for a phase, from the quickest to the slowest. */
  pace: readonly [quickest: number, slowest: number];
  /** Whether it opens a session, with its rules, or closes it: a plan has one of each, first and last. */
  part?(settings: Settings): PartOfSession | null;
  /** An answer whose number facilitators are told from the first on, while it can still be acted upon. */
  signal?(settings: Settings): Signal | null;
}

/** A part of a kind's settings that makes sense by itself: it can be kept under a name, and taken into other plans. */
export interface PresetPart<Settings> {
  /** Where it stands in the settings; its upcasts are the settings', run over this part alone. */
  part: keyof Settings & string;
  schema: Parser<unknown>;
  /** Whether settings make sense with it in its place, beside fitting; left out where they always do. */
  suits?(settings: Settings): boolean;
}

/** The part of a zod schema that is needed here. */
export interface Parser<T> {
  parse(value: unknown): T;
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: $ZodError };
}

/** Its place among others, before their settings are known to be any kind's. */
export interface RawPlace {
  key: string;
  ofItsKind: readonly { key: string; settings: unknown }[];
}

/**
 * One activity of a live session with its kind's types closed over, so that the core handles all
 * kinds alike and needs no casts: commands and events are parsed where they come in.
 */
export interface ActivityInstance {
  phases: PhaseList;
  isClosing: boolean;
  signal: Signal | null;
  keepsForSeries: readonly string[];
  /** Null: not a command of this kind. */
  reads(command: RawCommand): SealedRead[] | null;
  decide(input: {
    phase: string;
    role: CommandRole;
    command: RawCommand;
    earlier: Earlier;
    context: RuleContext;
  }): Decision<unknown>;
  enter(input: { phase: string; earlier: Earlier; context: RuleContext }): Decision<unknown>;
  close(input: { phase: string; earlier: Earlier; context: RuleContext }): Decision<unknown>;
  evolve(event: unknown): void;
  canGoBack(phase: string): boolean;
  goesOn(phase: string): boolean;
  mustPass(phase: string): string | null;
  whenLeaving: RawCommand | null;
  view(input: {
    phase: string;
    audience: Audience;
    review: readonly ReviewCard[];
    earlier: Earlier;
    /** Left out: none has begun. */
    documents?: DocumentsRead;
  }): Required<KindView>;
  /** Null for a kind without seats. */
  channels:
    | ((input: {
        phase: string;
        earlier: Earlier;
        seats: ReadonlyMap<string, unknown>;
      }) => ReadonlyMap<NarrowChannel, NarrowView>)
    | null;
  /** Null for a kind without documents. */
  documents:
    | ((input: {
        phase: string;
        seats: ReadonlyMap<string, unknown>;
      }) => ReadonlyMap<string, DocumentUse>)
    | null;
  batches(): CardBatches | null;
  lateBatch(phase: string): number | null;
  facts(): Facts;
  hands(earlier: Earlier): readonly HandsQuestion[];
  starters(phase: string): readonly Words[];
  casesFor(activity: string): readonly Words[];
  fictional(): Words | null;
}

/** A kind whose types are closed over: what the registry holds. */
export interface AnyKind {
  name: string;
  upcasts: KindUpcasts;
  settings: Parser<unknown>;
  commands: Readonly<
    Record<string, Pick<CommandRule<never, never, never>, "from" | "schema" | "pace">>
  >;
  /** Throws where the settings are not this kind's. */
  instantiate(settings: unknown, place: RawPlace): ActivityInstance;
  /** Settings as this kind reads them; throws where they are not this kind's. */
  parseSettings(settings: unknown): Readonly<Record<string, unknown>>;
  refersTo(settings: unknown): readonly string[];
  /** Settings with which it refers to no other. */
  alone(settings: unknown): Readonly<Record<string, unknown>>;
  presets: readonly Pick<PresetPart<never>, "part" | "schema">[];
  /** These settings with another value for a part that can be kept; null where they wouldn't make sense. */
  withPreset(
    settings: unknown,
    part: string,
    value: unknown,
  ): Readonly<Record<string, unknown>> | null;
  part(settings: unknown): PartOfSession | null;
  /** Of instances that this kind has made. */
  summarise(activities: readonly HeldInstance[], about: SummaryAbout): SectionBlocks;
  /** Throws where the settings are not this kind's. */
  printPages(
    settings: unknown,
    place: RawPlace,
    about: Pick<PrintInput<unknown>, "prompt" | "people" | "wording">,
  ): readonly PrintPage[];
  simulate(person: Person, scene: Scene<unknown>): Simulation;
  simulatePad(person: Person, scene: Scene<unknown>): PadWriting | null;
  /** Whether people sit in it: then their phones have something to send in every phase. */
  hasSeats: boolean;
  pace: readonly [quickest: number, slowest: number];
}

/** An activity of a session that has ended. */
export interface HeldInstance extends Pick<Held<never, never>, "title" | "isClosed"> {
  instance: ActivityInstance;
}
