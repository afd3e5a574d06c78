/** A part of a sentence: what leads in, or what somebody wrote. */
interface Piece {
  text: string;
  isHinge: boolean;
}

/** `[ By {by}.]`, or what stands between such. */
const PARTS = /\[([^[\]]*)\]|([^[\]]+)/g;
const FIELD = /(\{[a-z][a-z0-9-]*\})/;

/**
 * A sentence out of what stands in the fields; null while one is empty that it can't do without. What isn't in
 * `fields` is no field and stays as it is written; an empty one takes along the square brackets around it.
 */
export function sentenceOf(
  template: string,
  fields: Readonly<Record<string, string>>,
): Piece[] | null {
  const pieces: Piece[] = [];
  for (const [, optional, needed = ""] of template.matchAll(PARTS)) {
    const part = piecesOf(optional ?? needed, fields);
    if (part !== null) pieces.push(...part);
    else if (optional === undefined) return null;
  }
  return pieces;
}

/** Null where a field is empty. */
function piecesOf(part: string, fields: Readonly<Record<string, string>>): Piece[] | null {
  const pieces: Piece[] = [];
  for (const text of part.split(FIELD)) {
    const value = FIELD.test(text) ? fields[text.slice(1, -1)] : undefined;
    if (value === "") return null;
    if (text !== "") pieces.push({ text: value ?? text, isHinge: value === undefined });
  }
  return pieces;
}
