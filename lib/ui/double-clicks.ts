/**
 * A second press in the same place and so soon after the first is the other half of a double click: as long as systems
 * wait for it where nobody has changed that.
 */
export const DOUBLE_CLICK_MS = 500;

/** How far the second half may lie from the first, in px: a hand on a mouse keeps still, a finger doesn't. */
const NEAR_PX = { mouse: 6, finger: 24 } as const;

/** What lies over a page and comes and goes with a press: dialogs, menus, lists to choose from. */
const LAYERS = 'dialog[open], [role="dialog"], [role="menu"], [role="listbox"]';

/** What comes of one press of a pointer, in this order. */
const EVENTS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick"] as const;

/** Where a press is, and on a clock that only goes forward, when. */
export interface PressDown {
  at: number;
  x: number;
  y: number;
  isMouse: boolean;
}

/**
 * Says of each press of a pointer, as it goes down, whether it is the rest of a double click that was meant for another
 * layer than what it would act upon now.
 *
 * @param topLayer what lies uppermost over the page at this moment; null where nothing does
 */
export function strayHalves(topLayer: () => unknown): (press: PressDown) => boolean {
  let last: (PressDown & { layer: unknown }) | null = null;
  return (press) => {
    const layer = topLayer();
    const isHalf =
      last !== null &&
      press.at - last.at < DOUBLE_CLICK_MS &&
      Math.hypot(press.x - last.x, press.y - last.y) <=
        (press.isMouse ? NEAR_PX.mouse : NEAR_PX.finger);
    const isStray = isHalf && last?.layer !== layer;
    // Of a burst all were meant for what the first one was.
    last = { ...press, layer: isStray ? last?.layer : layer };
    return isStray;
  };
}

/**
 * Keeps both halves of a double click with what the first one was made on. Menus and dialogs close or open at one click:
 * the second half would press what lies beneath, or what has just come up. Keys are as they were.
 */
export function keepDoubleClicksTogether(page: Document): void {
  const isStrayHalf = strayHalves(() => [...page.querySelectorAll(LAYERS)].at(-1) ?? null);
  let isSwallowing = false;
  /** When something was chosen from a list of the system's, which lies over the page and tells it of no press. */
  let chosenAt = Number.NEGATIVE_INFINITY;
  function onPointer(event: MouseEvent): void {
    if (event.type === "pointerdown" && event instanceof PointerEvent) {
      const { timeStamp: at, clientX: x, clientY: y, pointerType } = event;
      const isMouse = pointerType === "mouse";
      const isHalf = isStrayHalf({ at, x, y, isMouse });
      isSwallowing = isHalf || (isMouse && at - chosenAt < DOUBLE_CLICK_MS);
    }
    // A click without a count is a key's, or a script's.
    const isPointers = event.type !== "click" || event.detail > 0;
    if (!isSwallowing || !isPointers) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  page.addEventListener("change", ({ isTrusted, target, timeStamp }) => {
    if (isTrusted && target instanceof HTMLSelectElement) chosenAt = timeStamp;
  });
  for (const type of EVENTS) page.addEventListener(type, onPointer, { capture: true });
}
