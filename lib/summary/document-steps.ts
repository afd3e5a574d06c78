import * as z from "zod/mini";

const ofProcess = [
  /** This section is laid out, and its drawings are made. */
  z.object({ step: z.literal("section"), at: z.int(), of: z.int() }),
  /** What was laid out is put together, in one go that says nothing of itself. */
  z.object({ step: z.literal("together") }),
] as const;

/** What a process that makes a file does now, as it says itself: nothing is estimated (docs/decisions/0101). */
const documentStep = z.discriminatedUnion("step", ofProcess);

export type DocumentStep = z.infer<typeof documentStep>;

/** Told as a file is made. */
export type TellStep = (step: DocumentStep) => void;

/** Where the process says it, beside its standard streams: one step a line, as JSON. */
export const STEPS_DESCRIPTOR = 3;

/** What somebody who waits for a file is told: as well that another file has its turn first. */
const makingStep = z.discriminatedUnion("step", [
  ...ofProcess,
  z.object({ step: z.literal("waiting") }),
]);

export type MakingStep = z.infer<typeof makingStep>;

/** An answer that tells how far a file is, for whoever asks for one with this in `Accept`. */
export const MAKING_MEDIA = "application/x-aufwind-making";

/**
 * A line of such an answer: steps as JSON, one each, and in the end why there is no file, or how long the one is that
 * follows.
 */
const makingLine = z.union([
  makingStep,
  z.object({ failed: z.enum(["unavailable", "failed"]) }),
  z.object({ made: z.object({ name: z.string(), media: z.string(), bytes: z.int() }) }),
]);

export type MakingLine = z.infer<typeof makingLine>;

/** A line as it is sent. */
export const asLine = (line: MakingLine): string => `${JSON.stringify(line)}\n`;

const read = <T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  text: string,
): T | null => {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** A step as it was said; null for anything else. */
export const readStep = (line: string): DocumentStep | null => read(documentStep, line);

/** A line of an answer; null for anything else. */
export const readLine = (line: string): MakingLine | null => read(makingLine, line);
