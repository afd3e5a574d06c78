import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import * as z from "zod";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What is read below. Of all that passes axe would otherwise write down each element, with a selector that
 * fits nothing else on the page: longer than it takes to look.
 */
const ASKED_OF_AXE: RunOptions = { resultTypes: ["violations", "incomplete"], selectors: false };

/** Waits until nothing moves or fades that will come to an end. */
export async function hasFadedIn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/** Fails with the offending elements when axe finds anything against WCAG 2.2 AA, in `part` or on the whole page. */
export async function expectAccessible(page: Page, part = "html"): Promise<void> {
  // What is still fading in has the contrast of something else.
  await hasFadedIn(page);
  const takeUp = await setDown(page);
  const { violations, incomplete } = await new AxeBuilder({ page, axeSource: await missing(page) })
    .options(ASKED_OF_AXE)
    .include(part)
    .withTags(WCAG_22_AA)
    // In the page itself: it has no frames of others, for which a page of its own would be opened.
    .setLegacyMode()
    .analyze();
  await takeUp();
  const found = [...violations, ...incomplete.flatMap(inItsGroundsColour)].flatMap(
    ({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** A script that does nothing. */
const NOTHING = ";";

/** What has to be handed over for axe to run: it stays, half a megabyte, until its page is loaded anew. */
async function missing(page: Page): Promise<string | undefined> {
  const isThere = await page.evaluate(() => "axe" in window);
  // In frames it has to be, too, which come and go.
  return isThere && page.frames().length === 1 ? NOTHING : undefined;
}

/**
 * Sets bars that stick to an edge down where they belong, until the returned function is called: what lies
 * under one can be scrolled to, and axe takes it for too small a target.
 */
async function setDown(page: Page): Promise<() => Promise<void>> {
  const bars = await page.evaluateHandle(() => {
    const stuck = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (element) => getComputedStyle(element).position === "sticky",
    );
    for (const { style } of stuck) style.position = "static";
    return stuck;
  });
  return async () => {
    await bars.evaluate((stuck) => {
      for (const { style } of stuck) style.position = "";
    });
    await bars.dispose();
  };
}

type Result = Awaited<ReturnType<AxeBuilder["analyze"]>>["incomplete"][number];
type RunOptions = Parameters<AxeBuilder["options"]>[0];

const isEqualRatio = z.object({ messageKey: z.literal("equalRatio") });

/** Text in the very colour of its ground, about which axe leaves the judgement to people. */
function inItsGroundsColour(result: Result): Result[] {
  const nodes = result.nodes.filter(({ any }) =>
    any.some(({ data }) => isEqualRatio.safeParse(data).success),
  );
  return nodes.length > 0 ? [{ ...result, nodes }] : [];
}

/** Fails when the page can be scrolled sideways, which no screen of ours may. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(width.scrollWidth, `width of ${page.url()}`).toBeLessThanOrEqual(width.clientWidth);
}

/** Fractions of a pixel are the browser's rounding. */
const ROUNDING_PX = 1;

/**
 * Fails when some text stands beyond the window's edges or is cut off by what it stands in, sideways and,
 * where the page does not scroll, below. What is only for screen readers, measured unseen, in a box that
 * scrolls by itself or shortened with an ellipsis is meant to be like that.
 */
export async function expectNoTextCutOff(page: Page): Promise<void> {
  const found = await page.evaluate((rounding) => {
    const { clientWidth, clientHeight, scrollHeight } = document.documentElement;
    const isOneScreen = scrollHeight <= clientHeight;
    /** What the text must stand within: the window, narrowed by each box that hides what leaves it. */
    const roomFor = (element: Element) => {
      const room = { left: 0, right: clientWidth, bottom: isOneScreen ? clientHeight : Infinity };
      for (let box: Element | null = element; box; box = box.parentElement) {
        const { overflowX, overflowY, textOverflow, visibility, clipPath } = getComputedStyle(box);
        const edges = box.getBoundingClientRect();
        const isForReaders = clipPath !== "none" || (edges.width <= 1 && edges.height <= 1);
        if (visibility === "hidden" || isForReaders || textOverflow === "ellipsis") return null;
        if (overflowX === "auto" || overflowX === "scroll") {
          // It may be scrolled to, unless the whole box scrolls up and down only.
          if (box.scrollWidth > box.clientWidth)
            return { ...room, left: -Infinity, right: Infinity };
        }
        if (overflowY === "auto" || overflowY === "scroll") room.bottom = Infinity;
        if (overflowX === "hidden" || overflowX === "clip") {
          room.left = Math.max(room.left, edges.left);
          room.right = Math.min(room.right, edges.right);
        }
      }
      return room;
    };
    const beyond: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const text = node.textContent?.trim();
      const { parentElement } = node;
      if (!text || !parentElement || parentElement.closest("script, style, noscript, svg"))
        continue;
      // Folded away: laid out, and not there.
      if (!parentElement.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(({ width, height }) => width + height > 0);
      if (lines.length === 0) continue;
      const room = roomFor(parentElement);
      const isWithin = ({ left, right, bottom }: DOMRect) =>
        room === null ||
        (left >= room.left - rounding &&
          right <= room.right + rounding &&
          bottom <= room.bottom + rounding);
      if (!lines.every(isWithin)) beyond.push(text.slice(0, 80));
    }
    return beyond;
  }, ROUNDING_PX);
  expect(found, `cut off on ${page.url()}`).toEqual([]);
}

/** px; nothing that is to be read is smaller (look-2, How it is shown). */
const SMALLEST_TEXT_PX = 14;

/** Fails when some text in view is set smaller than anybody should have to read. */
export async function expectReadable(page: Page): Promise<void> {
  const found = await page.evaluate(
    (smallest) => {
      const small: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { currentNode: node } = texts;
        const { parentElement } = node;
        const text = node.textContent?.trim();
        if (!text || !parentElement?.checkVisibility({ visibilityProperty: true })) continue;
        const { width, height } = parentElement.getBoundingClientRect();
        const isUnread =
          // The stage's copy on the console is to be recognised, not read.
          (width <= 1 && height <= 1) || parentElement.closest("[inert]") !== null;
        // A picture's text is measured as it is drawn.
        const drawn = parentElement.closest("svg")?.getScreenCTM()?.a ?? 1;
        const size = Number.parseFloat(getComputedStyle(parentElement).fontSize) * drawn;
        if (!isUnread && size < smallest) small.push(`${size} px: ${text.slice(0, 80)}`);
      }
      return small;
    },
    SMALLEST_TEXT_PX - ROUNDING_PX / 10,
  );
  expect(found, `small text on ${page.url()}`).toEqual([]);
}

/** px, what fingers and mice hit (look-2, How it is shown). */
export const SMALLEST_TARGET = { phone: 48, desk: 40 } as const;

/**
 * Fails when something that can be pressed is lower or narrower than that. A box to tick is as large as its
 * label; a link within a sentence is as high as its line (WCAG 2.2, 2.5.8, inline).
 */
export async function expectTargets(page: Page, smallest: number): Promise<void> {
  const found = await page.evaluate(
    (least) => {
      const pressed =
        "a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=tab]";
      return [...document.querySelectorAll(pressed)].flatMap((element) => {
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          return [];
        if (element.closest("[inert]")) return [];
        const own = element.getBoundingClientRect();
        // Only for screen readers and keyboards until it has the focus.
        if (own.width <= 1 && own.height <= 1 && !element.closest("label")) return [];
        if (getComputedStyle(element).display === "inline") return [];
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        const boxes = [own, ...labels.map((label) => label.getBoundingClientRect())];
        const width = Math.max(...boxes.map((box) => box.width));
        const height = Math.max(...boxes.map((box) => box.height));
        if (width >= least && height >= least) return [];
        const name = element.getAttribute("aria-label") ?? element.textContent ?? element.tagName;
        return [`${Math.round(width)} × ${Math.round(height)}: ${name.trim().slice(0, 60)}`];
      });
    },
    smallest - ROUNDING_PX / 2,
  );
  expect(found, `small targets on ${page.url()}`).toEqual([]);
}
