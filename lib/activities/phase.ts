import * as z from "zod/mini";

/** What leaving a phase by *Next* asks the facilitator; the words are chosen by this name. */
export const nextAsk = z.enum([
  /** No more writing; then the cards can be read. */
  "closeWriting",
  /** Shows what was reviewed to everybody. */
  "reveal",
  /** Shows the chosen cases. */
  "showCases",
  /** Tells every phone its group. */
  "sendGroups",
  /** No more answers; then their result is shown. */
  "showResults",
  /** No more votes; then their result is shown. */
  "closeVote",
  /** Goes on to what comes next, by its name. */
  "goOn",
]);

/** What people hand in during a phase; null: they look, talk or wait. `private` stays on their devices. */
export const phaseTakes = z.nullable(z.enum(["cards", "answers", "votes", "private"]));

/** What leaving it by *Next* destroys: the link of cards to phones, or ballots, which become totals. */
export const phaseDestroys = z.enum(["nothing", "seal", "ballots"]);

/** A phase of an activity, as data: console, phone, stage and rules all go by it. */
export interface Phase {
  name: string;
  takes: z.infer<typeof phaseTakes>;
  /** Whether it is the one in which people do what the activity asks for ("if it stalls"). */
  isWork: boolean;
  next: z.infer<typeof nextAsk>;
  destroys: z.infer<typeof phaseDestroys>;
  /** Whether there is something to ask about already while it lasts, and not only after the work. */
  debrief: boolean;
  /** Whether it shows what came out of what was handed in. */
  isResult: boolean;
  /** Whether cards can still be handed in, as late ones. */
  takesLate: boolean;
  /** Whether one can go back from it to the one before, as far as nothing else forbids it. */
  back: boolean;
}

/** In order; the first one follows `ready`, the last one is followed by `closed`. */
export type PhaseList = readonly [Phase, ...Phase[]];

/** A phase that takes, asks and destroys nothing, but for what is said. */
export const phase = (name: string, rest: Partial<Omit<Phase, "name">> = {}): Phase => ({
  name,
  takes: null,
  isWork: false,
  next: "goOn",
  destroys: "nothing",
  debrief: false,
  isResult: false,
  takesLate: false,
  back: false,
  ...rest,
});
