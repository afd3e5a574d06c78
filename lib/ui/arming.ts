/**
 * How long after a change nothing acts or arms: long enough to see what the button does now. A press
 * that was meant for the step before lands in here.
 */
export const SETTLE_MS = 2000;

/** The second press counts from here on: nobody reads the sentence and presses again in less. */
export const SECOND_PRESS_MS = 600;

/** Long enough to read the sentence, short enough to be safe when the laptop is handed over. */
export const ARMED_MS = 5000;

/** One press of a button or of its key, on a clock that only goes forward. */
export interface Press {
  at: number;
  /** Sent by a key that is held down. */
  isRepeat: boolean;
  /** The browser's count of clicks in one place: 2 for the second half of a double click. */
  clicks: number;
}

/** What a button remembers between presses. */
export interface Arming {
  /** When what it does changed last. */
  changedAt: number;
  /** When it was armed; null while it isn't. */
  armedAt: number | null;
  /** The last press since then that was too quick, or the one that armed. */
  pressedAt: number;
}

export type PressAnswer =
  /** The first press: it says what the second will do. */
  | "armed"
  | "confirmed"
  /** Too soon after a change. */
  | "unsettled"
  /** Too soon after the first press, or part of the same double click. */
  | "tooQuick"
  /** A key held down says the same thing for as long as it is held: nothing. */
  | "held";

/** A button at rest. */
export const atRest = (changedAt: number): Arming => ({
  changedAt,
  armedAt: null,
  pressedAt: Number.NEGATIVE_INFINITY,
});

/** Whether a press is one of its own, and not the rest of a double click or of a burst. */
export const standsAlone = (
  before: number,
  { at, clicks }: Pick<Press, "at" | "clicks">,
): boolean => clicks <= 1 && at - before >= SECOND_PRESS_MS;

/** Whether what was changed at this time has been there long enough to be pressed. */
export const isSettled = (changedAt: number, now: number): boolean => now - changedAt >= SETTLE_MS;

/**
 * What a press does to a button that has to be pressed twice. Presses that are too quick start the
 * wait anew: a burst of them has to end before one of them counts.
 */
export function pressed(arming: Arming, press: Press): { arming: Arming; answer: PressAnswer } {
  if (press.isRepeat) return { arming, answer: "held" };
  if (!isSettled(arming.changedAt, press.at)) {
    return { arming: atRest(arming.changedAt), answer: "unsettled" };
  }
  if (arming.armedAt === null || press.at - arming.armedAt >= ARMED_MS) {
    return {
      arming: { ...arming, armedAt: press.at, pressedAt: press.at },
      answer: "armed",
    };
  }
  if (!standsAlone(arming.pressedAt, press)) {
    return { arming: { ...arming, pressedAt: press.at }, answer: "tooQuick" };
  }
  return { arming: atRest(arming.changedAt), answer: "confirmed" };
}
