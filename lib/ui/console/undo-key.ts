/** What has an undo of its own. */
const WRITTEN = "input, textarea, [contenteditable]";

/** What of a key event is looked at. */
type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "target">;

/** Ctrl+Z takes back; with Shift, or Ctrl+Y, it is done again. Null for any other key, and in what is written. */
export function undoKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  target,
}: Keys): "undo" | "redo" | null {
  const isWritten = target instanceof Element && target.closest(WRITTEN) !== null;
  if (!(ctrlKey || metaKey) || altKey || isWritten) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}
