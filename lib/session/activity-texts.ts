import * as z from "zod/mini";
import {
  type ActivityTemplate,
  activityTemplate,
  HINT_CHARACTER_LIMIT,
  NOTE_CHARACTER_LIMIT,
  PROMPT_CHARACTER_LIMIT,
  SAY_WORD_LIMIT,
} from "@/lib/session/plan-template";
import { countCharacters, countWords } from "@/lib/text";
import type { Words } from "@/lib/words";

/** A text that is longer than is read on a phone, or said in one breath. */
export interface TooLong {
  /** As in "prompt.de". */
  at: string;
  most: number;
  of: "characters" | "words";
}

/** Every text of an activity that is too long, in each of its wordings. */
export function tooLongIn({
  prompt,
  hint,
  contentNote,
  optOut,
  privateLines = [],
  script,
}: Pick<ActivityTemplate, "prompt" | "hint" | "contentNote" | "optOut" | "script"> & {
  privateLines?: ActivityTemplate["privateLines"];
}): TooLong[] {
  const over = (at: string, text: Words | null, of: TooLong["of"], most: number) =>
    Object.entries(text ?? {}).flatMap(([wording, each]): TooLong[] =>
      COUNTS[of](each) > most ? [{ at: `${at}.${wording}`, most, of }] : [],
    );
  return [
    ...over("prompt", prompt, "characters", PROMPT_CHARACTER_LIMIT),
    ...over("hint", hint, "characters", HINT_CHARACTER_LIMIT),
    ...over("contentNote", contentNote, "characters", NOTE_CHARACTER_LIMIT),
    ...over("optOut", optOut, "characters", NOTE_CHARACTER_LIMIT),
    ...privateLines.flatMap((line, at) =>
      over(`privateLines.${at}.prompt`, line.prompt, "characters", PROMPT_CHARACTER_LIMIT),
    ),
    ...Object.entries(script.phases).flatMap(([phase, { say }]) =>
      over(`script.phases.${phase}.say`, say, "words", SAY_WORD_LIMIT),
    ),
    ...over("script.talkInstead", script.talkInstead, "words", SAY_WORD_LIMIT),
  ];
}

const COUNTS: Record<TooLong["of"], (text: string) => number> = {
  characters: countCharacters,
  words: countWords,
};

/** What is read and said in an activity of any kind: what whoever prepares it writes beside its settings. */
export const activityTexts = z
  .pick(activityTemplate, {
    kind: true,
    title: true,
    prompt: true,
    hint: true,
    contentNote: true,
    optOut: true,
    script: true,
  })
  .check((read) => {
    for (const { at, most, of } of tooLongIn(read.value)) {
      const path = at.split(".");
      read.issues.push({ code: "custom", input: read.value, path, params: { most, of } });
    }
  });

export type ActivityTexts = z.infer<typeof activityTexts>;
