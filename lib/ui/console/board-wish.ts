/** Columns beside each other, or a list. */
export type BoardShown = "columns" | "list";

const WISH = "aufwind-board";

/** How boards were last looked at on this device; null where nobody has chosen. */
export function wishedBoard(): BoardShown | null {
  const wish = typeof window === "undefined" ? null : localStorage.getItem(WISH);
  return wish === "columns" || wish === "list" ? wish : null;
}

export const wishBoard = (wish: BoardShown): void => localStorage.setItem(WISH, wish);
