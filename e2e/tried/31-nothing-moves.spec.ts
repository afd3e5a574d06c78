import type { Page } from "@playwright/test";
import { openPages } from "../every-page";
import { expect, LAPTOP, PHONE, test } from "../fixtures";
import { join, openSession, TEMPLATE } from "../workshop";

/**
 * Pages that show nothing before their scripts have come: phone, console, stage, the preview of all three,
 * and one that is missing here.
 */
const EMPTY_BEFORE = new Set([
  "/j/[code]",
  "/preview",
  "/sessions/[id]",
  "/sign-in/by-mail",
  "/stage/[key]",
]);

/** Holds back every script of ours; what it returns lets them through. */
async function withoutScripts(page: Page): Promise<() => Promise<void>> {
  const pattern = /\/_next\/static\/.*\.js/;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
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
const isLaidOut = async (page: Page) => {
  await page.waitForFunction(() => {
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    const hasArrived = document.readyState !== "loading";
    return hasArrived && links.length > 0 && links.every(({ sheet }) => sheet !== null);
  });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
};

/** Where everything lies that can be pressed; what is folded away can't be, and has no place yet. */
const places = async (page: Page) => {
  await isLaidOut(page);
  return page.evaluate(() => {
    const pressed = "a, button, input, select, textarea, summary";
    return [...document.querySelectorAll(`header :is(${pressed}), main :is(${pressed})`)]
      .filter((each) => each.checkVisibility())
      .map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        const name = each.getAttribute("aria-label") ?? each.textContent;
        return `${each.localName} "${name}": ${[x, y, width, height].map(Math.round)}`;
      });
  });
};

for (const [device, viewport] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  // Every day where lines are shortest, and one more moves everything below it.
  const tag = device === "phone" ? [] : ["@all"];
  test(`31: nothing that can be pressed moves while a page comes alive (${device})`, {
    tag,
  }, async ({ account, facilitator, open, t }) => {
    const [stranger, known] = [
      await open({ viewport }),
      await open({ viewport, storageState: account.storageState }),
    ];
    for (const { route, path, isOpen } of await openPages(facilitator, account, t)) {
      if (EMPTY_BEFORE.has(route)) continue;
      const page = isOpen ? stranger : known;
      const release = await withoutScripts(page);
      await page.goto(path, { waitUntil: "commit" });
      await expect(page.getByRole("heading").first()).toBeVisible();
      const before = await places(page);
      await release();
      expect(await places(page), path).toEqual(before);
    }
  });
}

test("31: the way back into a session, which only the device knows, moves no code field", async ({
  facilitator,
  open,
  t,
}) => {
  const { code } = await openSession(facilitator, t, "de-DE");
  const page = await open();
  await join(page, code, t);
  // Before it has seen the session, the device knows of none.
  await expect(page.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
  for (const path of ["/", "/j"]) {
    const release = await withoutScripts(page);
    await page.goto(path, { waitUntil: "commit" });
    const button = page.getByRole("button", { name: t("landing.join") });
    await expect(button).toBeVisible();
    await isLaidOut(page);
    const before = await button.boundingBox();
    await release();
    await expect(page.getByRole("region", { name: t("landing.onThisDevice") })).toBeVisible();
    expect(await button.boundingBox(), path).toEqual(before);
  }
});

test("31: a template's card is pressed before any script has come", async ({ facilitator }) => {
  await withoutScripts(facilitator);
  await facilitator.goto("/sessions", { waitUntil: "commit" });
  await facilitator.locator(`a[href="${TEMPLATE}"]`).click();
  // Its scripts are held back, too.
  await facilitator.waitForURL(`**${TEMPLATE}`, { waitUntil: "commit" });
});
