import * as z from "zod/mini";

/**
 * One text in everything a plan can be run in. German exists twice because a plan decides
 * whether it says du or Sie: in a job centre du is embarrassing, in a workshop Sie is stiff.
 */
export const words = z.object({ de: z.string(), deSie: z.string(), en: z.string() });

export type Words = z.infer<typeof words>;

/** A text whose German differs between du and Sie. */
export function w(de: string, deSie: string, en: string): Words {
  return { de, deSie, en };
}

/** A text whose German addresses nobody, so that it serves du and Sie alike. */
export function same(de: string, en: string): Words {
  return { de, deSie: de, en };
}

/** Several texts below each other, one line each. */
export function lines(...parts: readonly Words[]): Words {
  return {
    de: parts.map((part) => part.de).join("\n"),
    deSie: parts.map((part) => part.deSie).join("\n"),
    en: parts.map((part) => part.en).join("\n"),
  };
}
