import type { Page } from "@playwright/test";
import { holdBack } from "./hold-back";

/** Holds back every script of ours; what it returns lets them through. */
export async function withoutScripts(page: Page): Promise<() => Promise<void>> {
  const pattern = /\/_next\/static\/.*\.js/;
  const release = await holdBack(page, pattern);
  return async () => {
    release();
    await page.waitForLoadState("load");
    // React marks what it has taken over; the footer comes last.
    await page.waitForFunction(() =>
      [...document.querySelectorAll("footer button")].every((each) =>
        Object.keys(each).some((key) => key.startsWith("__reactFiber")),
      ),
    );
    await page.unroute(pattern);
  };
}

/**
 * Resolves once a page has come to its end, with its styles and fonts: what comes first is laid out
 * without them (another font can take one line more), and a long page's heading can be seen before
 * the rest of it has arrived.
 */
export async function isLaidOut(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    const hasArrived = document.readyState !== "loading";
    return hasArrived && links.length > 0 && links.every(({ sheet }) => sheet !== null);
  });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}
