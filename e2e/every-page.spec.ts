import type { Page } from "@playwright/test";
import { randomId } from "@/server/rooms/chance";
import { expectNoTextCutOff, expectTargets, SMALLEST_TARGET } from "./accessible";
import { type OpenPage, openPages, pages } from "./every-page";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";
import { isLaidOut, withoutScripts } from "./without-scripts";

const NONCE = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/;

/** This product has no mail server; the page that needs one is looked at in accounts.spec.ts. */
const WITHOUT_SERVICES: Readonly<Record<string, number>> = { "/sign-in/by-mail": 404 };

/** The gallery shows an activity's screens in frames: these pages alone may be framed, and only by our own. */
const FRAMED = "/preview";

/**
 * Pages that show nothing before their scripts have come: phone, console, stage, the preview of all three,
 * and one that is missing here.
 */
const EMPTY_BEFORE = new Set([
  "/j/[code]",
  FRAMED,
  "/sessions/[id]",
  "/sign-in/by-mail",
  "/stage/[key]",
]);

/** Opens a page and looks at what it may do; the guard sees violations and requests to others. */
async function visit(page: Page, path: string, status = 200, framedBy = "'none'"): Promise<void> {
  const response = await page.goto(path, { waitUntil: "commit" });
  expect(response?.status(), path).toBe(status);
  const policy = (await response?.headerValue("content-security-policy")) ?? "";
  expect(policy, path).toContain(`frame-ancestors ${framedBy}`);
  expect(policy, path).toContain("object-src 'none'; base-uri 'none'; form-action 'self'");
  expect(policy, path).toMatch(NONCE);
  await expect(page.getByRole("heading").first()).toBeVisible();
}

/** The same of one of ours, which first lies there without its scripts: with them nothing lies elsewhere (31). */
async function comesAlive(page: Page, { route, path }: OpenPage): Promise<void> {
  const release = EMPTY_BEFORE.has(route) ? null : await withoutScripts(page);
  await visit(page, path, WITHOUT_SERVICES[path], route === FRAMED ? "'self'" : undefined);
  if (release) {
    const before = await places(page);
    await release();
    expect(await places(page), path).toEqual(before);
  }
  // What it might still ask for.
  await page.waitForLoadState("networkidle");
}

/** Each page once: every day where lines are shortest, and one more moves everything below it. */
for (const { device, viewport, turn, tag } of [
  { device: "a phone", viewport: PHONE, turn: ["de-DE", "en-GB"], tag: [] },
  { device: "a laptop", viewport: LAPTOP, turn: ["en-GB", "de-DE"], tag: ["@all"] },
]) {
  test(`every page, on ${device}, by turns in ${turn.join(" and ")}, keeps to its policy, asks nobody else, and moves nothing while it comes alive`, {
    tag,
  }, async ({ account, facilitator, guard, open, t }) => {
    const opened = await openPages(facilitator, account, t);
    // Those that failed are looked at in attack/web.
    guard.tolerate(/the server responded with a status of 404/);
    const visited: string[] = [];
    // Beside each other: most of the time is waiting for what a page might still ask for.
    await Promise.all(
      turn.map(async (locale, at) => {
        const [stranger, known] = [
          await open({ locale, viewport }),
          await open({ locale, viewport, storageState: account.storageState }),
        ];
        const own = opened.filter((_, page) => page % turn.length === at);
        for (const each of own) {
          await comesAlive(each.isOpen ? stranger : known, each);
          visited.push(each.route);
        }
        await visit(stranger, "/nowhere", 404);
        await visit(known, `/sessions/${randomId()}`, 404);
      }),
    );
    expect(visited.sort()).toEqual([...pages].sort());
  });
}

/** Every page in several windows. */
const FINGERS_TIMEOUT_MS = 6 * 60_000;

test("every page can be used with a finger, in the windows of phones", {
  tag: "@all",
}, async ({ account, facilitator, guard, open, t }) => {
  test.setTimeout(FINGERS_TIMEOUT_MS);
  const opened = await openPages(facilitator, account, t);
  guard.tolerate(/the server responded with a status of 404/);
  const [stranger, known] = [
    await open({ viewport: PHONE, touch: true }),
    await open({ viewport: PHONE, touch: true, storageState: account.storageState }),
  ];
  for (const { route, path, isOpen } of opened) {
    // In a frame it is scaled down, and pressed by nobody.
    if (route === FRAMED || WITHOUT_SERVICES[path] !== undefined) continue;
    await test.step(route, async () => {
      const page = isOpen ? stranger : known;
      await page.goto(path, { waitUntil: "networkidle" });
      await expect(page.getByRole("heading").first()).toBeVisible();
      for (const viewport of [SMALLEST, PHONE]) {
        await page.setViewportSize(viewport);
        await expectNoSidewaysScroll(page);
        await expectNoTextCutOff(page);
        await expectTargets(page, SMALLEST_TARGET.phone);
      }
      await expectAccessible(page);
    });
  }
});

/** Where everything lies that can be pressed; what is folded away can't be, and has no place yet. */
async function places(page: Page): Promise<string[]> {
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
}
