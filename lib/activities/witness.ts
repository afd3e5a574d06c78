import type { CommandRole, RawPlace } from "@/lib/activities/contract";
import type { Chance, RawCommand, Scene } from "@/lib/activities/simulation";

/**
 * What somebody states of a kind a second time, by hand, from what the product promises: so that a hole
 * in its rules differs from it. The suites of `attack/` hold it against the running product, which
 * itself knows nothing of it. Each kind has its own in `witness.ts`.
 */
export interface Witness {
  /** Every command of the kind; one that is missing here fails the suites. */
  commands: Readonly<Record<string, Testimony>>;
  /** Whether an activity at this place takes any of them; where it is left out, all do. */
  isAsked?(place: RawPlace): boolean;
  ballots?: BallotWitness;
  /** How many people stand behind each number that its record shows; none where it shows none. */
  peopleBehind?(record: unknown): number[];
  /** What a facilitator may press in this kind alone, `ofKind` being the second record. */
  press?(scene: Scene<unknown>, ofKind: unknown, chance: Chance): RawCommand[];
  /** Settings with which all its phases and commands come up, now and then others. */
  whole?(settings: unknown, session: number): object;
}

/** What one command is to be answered with. */
export interface Testimony {
  /** The only ones who may send it. */
  from: CommandRole;
  /** Phases in which it is accepted as the sample stands; in all others it is refused. */
  accepted: readonly string[];
  /** Whether it names something that must exist; a new card brings ids of its own. */
  refers?: boolean;
  /** Whether its answer says something; all others are answered with nothing but `ok` (P18). */
  replies?: boolean;
  /** Whether an activity with these settings takes it at all; where it is left out, each does. */
  isTaken?(settings: unknown): boolean;
  /** A well-formed command. Without a scene it names what there isn't. */
  sample(ids: SampleIds, scene: Scene<unknown> | null): object;
}

/** Ids that exist, of another session, or of nothing. */
export interface SampleIds {
  /** Secret of a card: fresh for one that is handed in, the same when it is withdrawn. */
  edit: string;
  markHash: string;
  card: string;
  review: string;
  /** A card that facilitators see: revealed, else under review. */
  seen: string;
}

/** What becomes of votes, scores and answers. */
export interface BallotWitness {
  /** What a participant's command puts where, if it is taken; `replies` are what it was answered. */
  cast(command: RawCommand, replies: readonly unknown[]): Cast[];
  /** The part of a stored ballot that its sender chose, null for none; left out where it is all of it. */
  chosen?(stored: unknown): unknown;
  /** Whether somebody has left open what it is about: then it is there and counts nowhere. */
  isLeftOpen?(content: unknown): boolean;
  /** The results that these events of one activity tell, each choice in the order of its event. */
  counted(events: readonly unknown[]): Counted[];
}

/** A ballot in its slot: what was drawn for its sender, or what they chose. */
export type Cast = { slot: string } & ({ drawn: unknown } | { content: unknown });

/** The result of one slot. */
export interface Counted {
  slot: string;
  /** False: too few, and nothing is told. */
  isTold: boolean;
  /** How many ballots were counted, where that is told. */
  ballots?: number;
  cells: readonly Cell[];
}

/** How often something was chosen. */
export interface Cell {
  choice: string;
  count: number;
  /** How often a ballot with this content counts here. */
  worth(content: unknown): number;
}
