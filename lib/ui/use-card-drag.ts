"use client";

import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from "react";

/** A hand that only presses moves less than this. */
const DRAG_FROM_PX = 6;

/** A finger that rests on a card for so long lifts it, and may then drag it any way; scrolling begins sooner. */
const LIFT_AFTER_MS = 350;

/** So near to the edge of what scrolls, it scrolls. */
const EDGE_PX = 72;
const SCROLL_STEP_PX = 10;

/** Marks what a card can be dropped on; its value is handed to `onDrop`. */
export const DROP_TARGET = "data-drop-target";

/** On what is marked so: the value for its lower half. */
export const DROP_TARGET_BELOW = "data-drop-target-below";

/** A card that is being dragged. */
export interface Drag {
  card: string;
  /** In pixels, as wide as it stood in its column. */
  width: number;
  /** What it would be dropped on now. */
  over: string | null;
}

interface Point {
  x: number;
  y: number;
}

/** From the press on a card to its release. */
interface Grip {
  card: string;
  pointer: number;
  width: number;
  start: Point;
  /** Where the hand holds the card, from its corner. */
  held: Point;
  at: Point;
  scroller: Element | null;
  /** A finger has rested on it: it is dragged from now on, however little it has moved. */
  isLifted: boolean;
}

export interface CardDrag {
  drag: Drag | null;
  /** For the picture of the card that follows the hand. */
  ghost: (element: HTMLElement | null) => void;
  grip: (event: ReactPointerEvent<HTMLElement>, card: string) => void;
}

/**
 * Drags cards with mouse, pen or finger. A finger that moves up or down scrolls, unless the card allows no
 * panning or the finger has rested on it; Esc, a call or a second finger let go without dropping.
 */
export function useCardDrag(onDrop: (card: string, target: string) => void): CardDrag {
  const [drag, setDrag] = useState<Drag | null>(null);
  const grip = useRef<Grip | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const picture = useRef<HTMLElement | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const isDragging = drag !== null;

  useEffect(() => {
    function letGo(): void {
      clearTimeout(resting.current);
      grip.current = null;
      setDrag(null);
    }
    /** A browser that has begun to scroll does not listen any more, and takes the pointer away. */
    function onTouchMove(event: TouchEvent): void {
      if (grip.current?.isLifted && event.cancelable) event.preventDefault();
    }
    function onMove(event: PointerEvent): void {
      const held = grip.current;
      if (held === null || event.pointerId !== held.pointer) return;
      // Let go where nobody told us: outside of the window.
      if (event.buttons === 0) {
        letGo();
        return;
      }
      held.at = pointOf(event);
      if (isFar(held)) clearTimeout(resting.current);
      if (isFar(held)) setDrag((before) => dragOf(held, before));
      follow(picture.current, held);
    }
    function onUp(event: PointerEvent): void {
      const held = grip.current;
      if (held === null || event.pointerId !== held.pointer) return;
      held.at = pointOf(event);
      const target = isFar(held) ? targetAt(held.at) : null;
      letGo();
      if (target !== null) drop.current(held.card, target);
    }
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", letGo);
    window.addEventListener("blur", letGo);
    window.addEventListener("touchmove", onTouchMove, { passive: false });
    return () => {
      clearTimeout(resting.current);
      window.removeEventListener("touchmove", onTouchMove);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", letGo);
      window.removeEventListener("blur", letGo);
    };
  }, []);

  useEffect(() => {
    if (!isDragging) return;
    function onKeyDown(event: KeyboardEvent): void {
      // The hand is busy: no key means anything else meanwhile.
      event.stopPropagation();
      if (event.key !== "Escape") return;
      event.preventDefault();
      grip.current = null;
      setDrag(null);
    }
    let frame = requestAnimationFrame(function scroll() {
      const held = grip.current;
      if (held && scrollAtEdge(held)) setDrag((before) => before && dragOf(held, before));
      frame = requestAnimationFrame(scroll);
    });
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [isDragging]);

  return {
    drag,
    ghost(element) {
      picture.current = element;
      follow(element, grip.current);
    },
    grip(event, card) {
      clearTimeout(resting.current);
      grip.current = null;
      setDrag(null);
      // A second finger lets go, and pinches.
      if (!event.isPrimary || event.button !== 0) return;
      const { left, top, width } = event.currentTarget.getBoundingClientRect();
      const start = pointOf(event);
      grip.current = {
        card,
        pointer: event.pointerId,
        width,
        start,
        held: { x: start.x - left, y: start.y - top },
        at: start,
        scroller: scrollerOf(event.currentTarget),
        isLifted: false,
      };
      if (event.pointerType !== "touch") return;
      const gripped = grip.current;
      resting.current = setTimeout(() => {
        if (grip.current !== gripped || isFar(gripped)) return;
        gripped.isLifted = true;
        setDrag((before) => dragOf(gripped, before));
      }, LIFT_AFTER_MS);
    },
  };
}

const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => ({
  x: clientX,
  y: clientY,
});

const isFar = ({ at, start, isLifted }: Grip): boolean =>
  isLifted || Math.hypot(at.x - start.x, at.y - start.y) >= DRAG_FROM_PX;

/** The same object while nothing of it changes. */
function dragOf({ card, width, at }: Grip, before: Drag | null): Drag {
  const over = targetAt(at);
  return before?.over === over && before.card === card ? before : { card, width, over };
}

function follow(picture: HTMLElement | null, held: Grip | null): void {
  if (picture === null || held === null) return;
  const [x, y] = [held.at.x - held.held.x, held.at.y - held.held.y];
  picture.style.transform = `translate(${x}px, ${y}px) rotate(-1deg)`;
}

/** What a card would be dropped on at a point; null for nothing. */
function targetAt({ x, y }: Point): string | null {
  const element = document.elementFromPoint(x, y)?.closest(`[${DROP_TARGET}]`);
  if (!element) return null;
  const { top, height } = element.getBoundingClientRect();
  const below = y > top + height / 2 ? element.getAttribute(DROP_TARGET_BELOW) : null;
  return below ?? element.getAttribute(DROP_TARGET);
}

/** What scrolls up and down around an element: a column of the console, or the page. */
function scrollerOf(element: Element): Element | null {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    const scrolls = overflowY === "auto" || overflowY === "scroll";
    if (scrolls && box.scrollHeight > box.clientHeight) return box;
  }
  return document.scrollingElement;
}

/** Answers whether it scrolled, or would have. */
function scrollAtEdge({ at, scroller }: Grip): boolean {
  if (scroller === null) return false;
  const { top, bottom } = edgesOf(scroller);
  const step = at.y < top + EDGE_PX ? -1 : at.y > bottom - EDGE_PX ? 1 : 0;
  if (step !== 0) scroller.scrollBy(0, step * SCROLL_STEP_PX);
  return step !== 0;
}

/** Of a page, what its sticky bars leave free. */
function edgesOf(scroller: Element): { top: number; bottom: number } {
  if (scroller !== document.scrollingElement) return scroller.getBoundingClientRect();
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller);
  const covered = (padding: string) => Number.parseFloat(padding) || 0;
  return {
    top: covered(scrollPaddingTop),
    bottom: window.innerHeight - covered(scrollPaddingBottom),
  };
}
