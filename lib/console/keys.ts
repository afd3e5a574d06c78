/**
 * Everything a key does on the console but for digits, which are a board's. None needs AltGr, all can be
 * switched off (look.md).
 */
const keyActions = [
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
  /**
   * What has the focus: a field that takes all keys (also a dialog or a menu), one that is walked
   * through with the arrows, such as radios, or neither.
   */
  field: "typing" | "arrows" | null;
}

/** Keys that radios need for themselves. */
const ARROWS: ReadonlySet<string> = new Set(["ArrowUp", "ArrowDown"]);

/** What a key press means; null where it means nothing or belongs to a field or the browser. */
export function keyAction(press: KeyPress): KeyAction | null {
  if (press.field === "typing" || press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.field === "arrows" && ARROWS.has(press.key)) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return Object.hasOwn(ACTIONS, key) ? (ACTIONS[key] ?? null) : null;
}
