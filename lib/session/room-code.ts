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

/** The code as people read it, "7K3M 9QTX"; also for one that is still being typed. */
export function formatCode(code: string): string {
  const half = ROOM_CODE_LENGTH / 2;
  return code.length > half ? `${code.slice(0, half)} ${code.slice(half)}` : code;
}
