import { remember, remembered } from "@/lib/client/remembered";

/** Columns beside each other, or a list. */
export type BoardShown = "columns" | "list";

const WISH = "aufwind-board";

/** How boards were last looked at on this device; null where nobody has chosen. */
export function wishedBoard(): BoardShown | null {
  const wish = remembered(WISH);
  return wish === "columns" || wish === "list" ? wish : null;
}

export const wishBoard = (wish: BoardShown): void => remember(WISH, wish);
