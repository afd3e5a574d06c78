import * as z from "zod/mini";
import { contentOf, type Kept, type KeptEntry } from "@/lib/activities/kept";
import { words } from "@/lib/words";

/** As much as is read back on a card at a glance: two sentences. */
export const PRIVATE_LINE_CHARACTERS_MAX = 200;

const ownLine = z.object({
  /** As it was asked: what one takes along says it when no view does any more. */
  prompt: words,
  /** A number as its digits; "" while there is nothing. */
  text: z.string(),
});
export type OwnLine = z.infer<typeof ownLine>;

/** As entries of private lines are told apart from those of kinds, whose names are words. */
const KIND = "private:line";

/** What a device keeps of a private line, of whatever kind its activity is; it is never handed in. */
export const privateLineIn = (phase: string): Kept<OwnLine> => ({
  ...{ kind: KIND, phase, missedAt: null, upcasts: [] },
  content: ownLine,
  nothing: { prompt: { en: "" }, text: "" },
});

/** Where it stands beside what the kind keeps of the same activity: no slot of a kind holds a colon. */
export const privateSlot = (line: string): string => `private:${line}`;

/** All private lines of a device in which something stands, in the order in which they were begun. */
export function ownLinesOf(kept: Readonly<Record<string, KeptEntry>>): OwnLine[] {
  return Object.values(kept).flatMap((entry) => {
    if (entry.kind !== KIND) return [];
    const line = contentOf(privateLineIn(entry.phase), entry);
    return line.text.trim() === "" ? [] : [{ prompt: line.prompt, text: line.text.trim() }];
  });
}
