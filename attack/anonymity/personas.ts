import type { Random } from "@/attack/random";

/**
 * Eight people, the same in every session, who can be told apart by everything but their words:
 * when they come and write, how much, whether they correct, take back, drop out, say that they are
 * done, allow. An adversary in the room sees and learns all of this. Texts are drawn by chance, so
 * that only channels count, never style.
 */
export interface Persona {
  name: string;
  /** When they tend to do things, from 0 (first) to 1 (last). */
  pace: number;
  /** Cards for one question, where several are allowed. */
  cards: number;
  edits: number;
  withdraws: number;
  reconnects: number;
  /** How long after the last card they say done, as a share of the phase. */
  lingers: number;
  allowsCase: number;
  allowsQuote: number;
  /** Says that it was unfair, where no card of the question becomes a case. */
  findsUnfair: number;
}

/** People in each session (anonymity.md: n = 8). */
export const PEOPLE = 8;

const persona = (name: string, pace: number, cards: number, habits: Partial<Persona>): Persona => ({
  name,
  pace,
  cards,
  edits: 0,
  withdraws: 0,
  reconnects: 0,
  lingers: 0,
  allowsCase: 0,
  allowsQuote: 0,
  findsUnfair: 0,
  ...habits,
});

export const personas: readonly Persona[] = [
  persona("ada", 0, 3, { edits: 0.1, allowsCase: 1, allowsQuote: 1 }),
  persona("ben", 0.15, 1, { reconnects: 0.3, lingers: 0.1, allowsQuote: 1 }),
  persona("cem", 0.3, 2, { edits: 0.6, withdraws: 0.1, allowsCase: 0.9 }),
  persona("dua", 0.4, 3, {
    ...{ edits: 0.2, withdraws: 0.2, reconnects: 0.1, lingers: 0.2 },
    findsUnfair: 0.5,
  }),
  persona("eli", 0.55, 1, { edits: 0.8, allowsCase: 0.5, allowsQuote: 0.5 }),
  persona("fay", 0.7, 2, { withdraws: 0.3, reconnects: 0.2, lingers: 0.3, allowsQuote: 0.9 }),
  persona("gus", 0.85, 2, { edits: 0.3, reconnects: 0.5, lingers: 0.1, allowsQuote: 0.2 }),
  persona("hal", 1, 3, { edits: 0.1, withdraws: 0.1, allowsCase: 0.8, allowsQuote: 0.8 }),
];

/**
 * What everybody does equally often: it shows, as its author's choice, beside cards and people, and a
 * habit would be recognised by that choice alone.
 */
export const chances = {
  notForStage: 0.1,
  /** Per question: whether one writes late at all, cards as many as ever. */
  late: 0.85,
  /** So often that a short run holds enough for the channel to be tried. */
  talkFromCard: 0.9,
  talkFromHelp: 0.3,
  leaves: 0.3,
  /** May become a case, in the question whose cards do. */
  case: 0.7,
} as const;

/** How far from their habit people stray, as a share of the phase. */
const STRAYS = 0.15;

/** A moment for doing something, from 0 to 1: around the person's pace. */
export function momentOf({ pace }: Persona, random: Random): number {
  return Math.min(1, Math.max(0, pace + (random.next() - 0.5) * 2 * STRAYS));
}
