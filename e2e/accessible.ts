import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import * as z from "zod";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with the offending elements when axe finds anything against WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is still fading in has the contrast of something else.
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  const { violations, incomplete } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  const found = [...violations, ...incomplete.flatMap(inItsGroundsColour)].flatMap(
    ({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

type Result = Awaited<ReturnType<AxeBuilder["analyze"]>>["incomplete"][number];

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
