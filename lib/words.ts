import * as z from "zod/mini";

/**
 * One text in everything a plan can be run in. German exists twice because a plan decides
 * whether it says du or Sie: in a job centre du is embarrassing, in a workshop Sie is stiff. It may be in
 * one language only: whoever writes a plan for one room writes it once (`lib/words-for.ts`).
 */
export const words = z
  .object({ de: z.optional(z.string()), deSie: z.optional(z.string()), en: z.optional(z.string()) })
  .check(
    z.refine(({ de, deSie, en }) => (de ?? deSie ?? en) !== undefined, {
      error: "No words in any language",
    }),
  );

export type Words = z.infer<typeof words>;

/** How a plan speaks German. */
export const address = z.enum(["du", "sie"]);
export const language = z.enum(["de", "en"]);

export type Address = z.infer<typeof address>;
export type Language = z.infer<typeof language>;

/** A text with all its wordings, as the ready-made workshops have them. */
export type AllWords = Required<Words>;

/** A text whose German differs between du and Sie. */
export function w(de: string, deSie: string, en: string): AllWords {
  return { de, deSie, en };
}

/** A text whose German addresses nobody, so that it serves du and Sie alike. */
export function same(de: string, en: string): AllWords {
  return { de, deSie: de, en };
}

/** Several texts below each other, one line each. */
export function lines(...parts: readonly AllWords[]): AllWords {
  return {
    de: parts.map((part) => part.de).join("\n"),
    deSie: parts.map((part) => part.deSie).join("\n"),
    en: parts.map((part) => part.en).join("\n"),
  };
}

/** Tells texts of one list apart. */
export const textKey = ({ de, deSie, en }: Words): string => en ?? de ?? deSie ?? "";
