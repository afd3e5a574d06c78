import type { RevealedCard } from "@/lib/activities/card-schema";
import type { PadColumn } from "@/lib/documents/pad";
import type { AllWords, Words } from "@/lib/words";

/** A command before its kind has parsed it. */
export type RawCommand = { type: string } & Record<string, unknown>;

/** Where a simulated person's decisions come from: seeded in tests and suites, true chance elsewhere. */
export interface Chance {
  /** A whole number from `least` up to and without `below`. */
  int(least: number, below: number): number;
  /** 128 bits, hex. */
  secret(): string;
}

/** One person of a simulated room: demo, seed, rehearsal, tests and the attack suites all play these. */
export interface Person {
  /** Which one of the room: it decides what they write, and what they leave out. From 0. */
  number: number;
  language: keyof Words;
  chance: Chance;
  /** What their phone keeps from one activity to the next, by names that kinds choose. */
  kept: Map<string, unknown>;
  /** SHA-256 of a hex secret, as hex. */
  hash(secret: string): string;
  /** Written instead of the texts that kinds have for them, also where they have none for this person. */
  wording?(): string;
  /** How often they have answered this, with now; 1 for whoever never changes their mind. */
  revision?(slot: string): number;
}

/** What somebody's phone shows of the current activity. */
export interface Scene<Settings> {
  key: string;
  settings: Settings;
  phase: string;
  record: unknown;
  /** Revealed cards. */
  cards: readonly RevealedCard[];
}

/**
 * What one person does in one phase: commands one after the other, each answered with the reply it got,
 * null where it was refused or there is none. Doing it again changes nothing.
 */
export type Simulation = Generator<RawCommand, void, unknown>;

/** What one person writes into a pad that several people write together. */
export interface PadWriting {
  /** Names of documents, of which a person may write one: whichever takes it. */
  anyOf: readonly string[];
  entries: readonly { column: PadColumn; text: string }[];
}

/** Which revision of their answer in this slot somebody hands in. */
export const revisionOf = (person: Person, slot: string): number => person.revision?.(slot) ?? 1;

/**
 * The secrets of somebody's card in a slot, the same each time, so that handing it in twice is one card.
 * A real phone draws the mark's secret as well; here whoever plays the person finds it by the edit secret.
 */
export function secretsOf(person: Person, slot: string): { edit: string; markHash: string } {
  const kept = person.kept.get(`edit/${slot}`);
  const edit = typeof kept === "string" ? kept : person.chance.secret();
  person.kept.set(`edit/${slot}`, edit);
  return { edit, markHash: person.hash(markOf(person, edit)) };
}

/** The secret of a card's mark, with which its author is known without anybody knowing the edit secret. */
export const markOf = (person: Pick<Person, "hash">, edit: string): string =>
  person.hash(edit).slice(0, edit.length);

/** In this person's language, shortened to what the plan allows; their own wording where they have one. */
export function written(person: Person, text: AllWords, limit: number): string {
  const said = [...(person.wording?.() ?? text[person.language])];
  return said.length <= limit ? said.join("") : `${said.slice(0, limit - 1).join("")}…`;
}

/** The text with this number; they repeat when there are more people than texts. */
export function textAt(known: readonly AllWords[], number: number): AllWords {
  const text = known[number % known.length];
  if (!text) throw new Error("There are no texts to pick from");
  return text;
}
