/** Everything a key does on the console. None needs AltGr, all can be switched off (look.md). */
export const keyActions = [
  "next",
  "back",
  "pause",
  "plus",
  "minus",
  "blank",
  "bigCode",
  "pageBack",
  "pageOn",
  "cardBack",
  "cardOn",
  "hold",
  "note",
  "list",
] as const;

export type KeyAction = (typeof keyActions)[number];

const ACTIONS: Record<string, KeyAction> = {
  n: "next",
  Backspace: "back",
  p: "pause",
  "+": "plus",
  "-": "minus",
  "−": "minus",
  b: "blank",
  j: "bigCode",
  PageUp: "pageBack",
  PageDown: "pageOn",
  ArrowUp: "cardBack",
  ArrowDown: "cardOn",
  h: "hold",
  t: "note",
  "?": "list",
};

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** Whether somebody is typing, choosing, or inside a dialog or menu. */
  inField: boolean;
}

/** What a key press means; null where it means nothing or belongs to a field or the browser. */
export function keyAction(press: KeyPress): KeyAction | null {
  if (press.inField || press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return Object.hasOwn(ACTIONS, key) ? (ACTIONS[key] ?? null) : null;
}
