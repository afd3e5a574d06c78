/** Right-to-left letters, and the marks and overrides that turn what stands beside them. */
const TURNS =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200F\u061C\u202A-\u202E\u2066-\u2069]/u;

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_DIRECTIONAL_ISOLATE = "\u2069";

/**
 * People's words for the middle of a sentence of ours, or for a name that is only heard: whatever their
 * direction, the sentence keeps its own. Where they have an element to themselves, use `PeoplesWords`. Words
 * that turn nothing stay as they are, so that copies and searches find them.
 */
export function isolated(words: string): string {
  return TURNS.test(words) ? `${FIRST_STRONG_ISOLATE}${words}${POP_DIRECTIONAL_ISOLATE}` : words;
}

/** Which way words run, by their first letter as with `dir="auto"`: for pictures, which know no such thing. */
export function directionOf(words: string): "ltr" | "rtl" {
  const [first = ""] = /\p{L}/u.exec(words) ?? [];
  return RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
