import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { join, openSession } from "./workshop";

/**
 * What a phone may load until it stands in the lobby: page, scripts and styles, compressed. It weighed so much
 * before it had drawings; what the product grows by is to come out of what phones don't need
 * (docs/decisions/0056-each-screen-loads-its-own.md). Fonts and the icon come beside it and are kept.
 */
const BUDGET_KB = 327;

const BYTES_PER_KB = 1000;

/** Each thing that the page has loaded, with its compressed bytes, the same on every machine. */
async function loaded(page: Page): Promise<Map<string, number>> {
  const addresses = await page.evaluate(() => [
    location.href,
    ...performance.getEntriesByType("resource").map(({ name }) => name),
  ]);
  const weights = new Map<string, number>();
  for (const address of new Set(addresses)) {
    const { pathname } = new URL(address);
    if (address !== page.url() && !/\.(js|css)$/.test(pathname)) continue;
    const body = await (await page.request.get(address)).body();
    weights.set(pathname, gzipSync(body, { level: 9 }).length);
  }
  return weights;
}

test("a phone that joins stays within its budget", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  const weights = await loaded(phone);
  const kinds = ["/j/", ".js", ".css"].map((part) => [
    part,
    [...weights].filter(([path]) => path.includes(part)).length > 0,
  ]);
  // Each was found, or less would be weighed than is loaded.
  expect(kinds).toEqual(kinds.map(([part]) => [part, true]));
  const sum = [...weights.values()].reduce((all, each) => all + each, 0) / BYTES_PER_KB;
  expect(sum, JSON.stringify([...weights], null, 1)).toBeLessThanOrEqual(BUDGET_KB);
});
