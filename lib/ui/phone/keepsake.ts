/** A part of a plan's sentence; hinges are the words between which somebody's own stand: if, then, by. */
export interface Piece {
  text: string;
  isHinge: boolean;
}

/** One step that somebody has planned. */
export interface OwnStep {
  sentence: readonly Piece[];
  /** ISO dates on which to be reminded of it, the last one being that by which it is to be done; empty for none. */
  days: readonly string[];
}

/** How one's own answers to one question lay before and after. */
export interface OwnMove {
  question: string;
  before: number;
  after: number;
}

/** What somebody has noted for themselves alone. */
export interface OwnNote {
  /** What it was asked with. */
  prompt: string;
  text: string;
}

/** What somebody takes along of a session, on one card. All of it comes from the own device. */
export interface Keepsake {
  steps: readonly OwnStep[];
  notes: readonly OwnNote[];
  /** Somebody's view that helped. */
  helpful: string | null;
  moves: readonly OwnMove[];
  /** Which session it was, and when; null where this device no longer knows. */
  session: string | null;
}

/** What a keepsake says around what is one's own. */
export interface KeepsakeWords {
  step: string;
  noStep: string;
  helpful: string;
  /** With the marks of its language. */
  quoted(text: string): string;
  moved(move: OwnMove): string;
}

const BOUND = "\u00a0";

/** Words that stay in one line. */
export const bound = (words: string): string => words.replaceAll(" ", BOUND);

/** Whether the card says that there is no plan: where something else was noted, nothing is missing on it. */
export const lacksStep = ({ steps, notes }: Keepsake): boolean =>
  steps.length === 0 && notes.length === 0;

/** A sentence in one, as it is copied and searched for. */
export const textOfStep = ({ sentence }: OwnStep): string =>
  sentence
    .map(({ text }) => text)
    .join("")
    .replaceAll(BOUND, " ");

/** The keepsake as lines of text, in the order of the card. */
export function keepsakeText(
  { steps, notes, helpful, moves, session }: Keepsake,
  words: KeepsakeWords,
): string {
  const parts = [
    ...(steps.length > 0 ? [[words.step, ...steps.map(textOfStep)]] : []),
    ...notes.map(({ prompt, text }) => [prompt, text]),
    ...(helpful === null ? [] : [[words.helpful, words.quoted(helpful)]]),
    ...(moves.length > 0 ? [moves.map((move) => `${move.question} ${words.moved(move)}`)] : []),
    ...(session === null ? [] : [[session]]),
  ];
  return parts
    .map((lines) => lines.join("\n"))
    .join("\n\n")
    .replaceAll(BOUND, " ");
}
