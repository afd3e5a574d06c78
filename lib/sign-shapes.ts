/** Shapes that groups are known by, in the order in which they get them: told apart without a colour. */
export const signShapes = ["circle", "triangle", "square", "diamond"] as const;

export type SignShape = (typeof signShapes)[number];

const FIRST_LETTER = "A".charCodeAt(0);

/** The shape of the group with this letter, by turns from group A on: a letter is never without one. */
export function shapeOf(letter: string): SignShape {
  const at = Math.max(0, letter.charCodeAt(0) - FIRST_LETTER);
  return signShapes[at % signShapes.length] ?? signShapes[0];
}
