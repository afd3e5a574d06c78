/**
 * Crockford's alphabet: no I, L, O (read as 1, 1, 0) and no U (keeps accidental words away).
 * Thirty-two characters, so that eight of them carry 40 bits.
 */
export const ROOM_CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Eight characters: short enough to type from a screen, too many to try out. */
export const ROOM_CODE_LENGTH = 8;

/** What people type for a character that the alphabet leaves out. */
const READ_AS: Record<string, string> = { O: "0", I: "1", L: "1" };

/**
 * Reads as much of a code as somebody has typed so far: upper case, without spaces and hyphens,
 * look-alikes resolved, anything else left out, never longer than a code.
 */
export function readCodeCharacters(input: string): string {
  let code = "";
  for (const typed of input.toUpperCase()) {
    const character = READ_AS[typed] ?? typed;
    if (ROOM_CODE_ALPHABET.includes(character)) code += character;
    if (code.length === ROOM_CODE_LENGTH) break;
  }
  return code;
}

/** The code in its one stored form, or null when the input can't be a code. */
export function normaliseCode(input: string): string | null {
  // Bounded before anything else: this sees whatever stands in an address.
  if (input.length > 4 * ROOM_CODE_LENGTH) return null;
  const bare = input.replace(/[\s\-‐‑–]/gu, "");
  if (bare.length !== ROOM_CODE_LENGTH) return null;
  const code = readCodeCharacters(bare);
  return code.length === ROOM_CODE_LENGTH ? code : null;
}

/** Longest text that is searched for a code: a message somebody copied as a whole. */
const SEARCHED_CHARACTERS_MAX = 2_000;

/** Where every link to a session names its code; the second one is the form's own address. */
const IN_LINK = [/\/j\/([^/?#\s]+)/giu, /[?&]code=([^&#\s]+)/giu];

/** Eight characters that stand alone, together or 4-4, as codes are printed. */
const STANDING_ALONE =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]{4}[\s\-‐‑–]?[\p{L}\p{N}]{4}(?![\p{L}\p{N}])/gu;

/**
 * The code in what somebody pasted: a link, a sentence from an invitation, or the code itself with a dot
 * after it. A link's code comes first, then what has a digit in it, then what is written in capitals, since
 * words of eight letters read like codes. Null where there is none.
 */
export function findCode(text: string): string | null {
  const searched = text.slice(0, SEARCHED_CHARACTERS_MAX);
  for (const pattern of IN_LINK) {
    for (const [, named = ""] of searched.matchAll(pattern)) {
      const code = normaliseCode(withoutEdges(decoded(named)));
      if (code !== null) return code;
    }
  }
  const whole = normaliseCode(withoutEdges(searched));
  if (whole !== null) return whole;
  const alone = [...searched.matchAll(STANDING_ALONE)].map(([found]) => found);
  const candidates = [
    ...alone.filter((found) => /\p{N}/u.test(found)),
    ...alone.filter((found) => found === found.toUpperCase()),
  ];
  for (const candidate of candidates) {
    const code = normaliseCode(candidate);
    if (code !== null) return code;
  }
  return null;
}

/** Punctuation and quotes around a copied code. */
const withoutEdges = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The code as people read it, "7K3M 9QTX"; also for one that is still being typed. */
export function formatCode(code: string): string {
  const half = ROOM_CODE_LENGTH / 2;
  return code.length > half ? `${code.slice(0, half)} ${code.slice(half)}` : code;
}
