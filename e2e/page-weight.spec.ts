import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { isQuiet } from "./quiet";
import { openSession } from "./workshop";

/**
 * What a phone may load until it can come in: page, and the scripts, styles and words that the page names, compressed. What
 * the product grows by is to come out of what phones don't need then (docs/decisions/0120-what-a-phone-loads.md).
 * 70 of it are React. Fonts and the icon come beside it and are kept.
 */
const TO_COME_IN_KB = 123;

/** The same with what comes while one reads the rules and waits in the lobby: all that is live, and screens of all kinds. */
const IN_ALL_KB = 300;

const BYTES_PER_KB = 1000;

/** As the phone asks for it: words differ. */
const IN_GERMAN = { "accept-language": "de-DE" };

/** Each thing that the page has loaded, with its compressed bytes, the same on every machine. */
async function loaded(page: Page): Promise<Map<string, number>> {
  const addresses = await page.evaluate(() => [
    location.href,
    ...performance.getEntriesByType("resource").map(({ name }) => name),
  ]);
  const weights = new Map<string, number>();
  for (const address of new Set(addresses)) {
    const { pathname } = new URL(address);
    if (address !== page.url() && !/\.(js|css|json)$/.test(pathname)) continue;
    const body = await (await page.request.get(address)).body();
    weights.set(pathname, gzipSync(body, { level: 9 }).length);
  }
  return weights;
}

const kilobytes = (weights: ReadonlyMap<string, number>): number =>
  [...weights.values()].reduce((all, each) => all + each, 0) / BYTES_PER_KB;

test("a phone that joins stays within its budget", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  const address = `/j/${code.replace(" ", "")}`;
  const html = await (await phone.request.get(address, { headers: IN_GERMAN })).text();
  await phone.goto(address);
  const enter = phone.getByRole("button", { name: t("join.enter") });
  await expect(enter).toBeVisible();
  const first = new Map(
    [...(await loaded(phone))].filter(([path]) => path === address || html.includes(path)),
  );
  // Each was found, or less would be weighed than is loaded.
  for (const part of ["/j/", ".js", ".css", ".json"]) {
    expect([part, [...first.keys()].some((path) => path.includes(part))]).toEqual([part, true]);
  }
  const told = (weights: ReadonlyMap<string, number>) => JSON.stringify([...weights], null, 1);
  expect(kilobytes(first), told(first)).toBeLessThanOrEqual(TO_COME_IN_KB);

  await enter.click();
  await expect(phone.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
  await expect.poll(async () => (await loaded(phone)).size).toBeGreaterThan(first.size);
  await isQuiet(async () => (await loaded(phone)).size);
  const all = await loaded(phone);
  expect(kilobytes(all), told(all)).toBeLessThanOrEqual(IN_ALL_KB);
});
