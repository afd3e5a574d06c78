/** Up to here each person has a sheet, or a chair, of their own; from then on one stands for two at least. */
const ONE_EACH_BELOW = 25;
/** More than so many can't be told apart from the back row, and leave the picture. */
const DRAWN_MAX = 30;

/**
 * How many sheets, or chairs, stand for so many people in a room of so many. The words beside the drawing give
 * the number.
 */
export function drawnFor(people: number, of: number): number {
  const each = of < ONE_EACH_BELOW ? 1 : Math.max(2, Math.ceil(of / DRAWN_MAX));
  return Math.ceil(people / each);
}
