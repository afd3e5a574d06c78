import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";

const colours = (
  ink: string,
  ground: string,
) => `<!doctype html><html lang="en"><title>Colours</title>
  <body style="background: ${ground}"><main><p style="color: ${ink}">Read me</p></main></body></html>`;

/** Positive control of every check by axe in these specs. */
for (const [ink, ground] of [
  ["#8a8a8a", "#ffffff"],
  ["#fefefe", "#ffffff"],
  ["#ffffff", "#ffffff"],
  ["#1c1c1c", "#1c1c1c"],
] as const) {
  test(`text in ${ink} on ${ground} is found`, async ({ page }) => {
    await page.setContent(colours(ink, ground));
    await expect(expectAccessible(page)).rejects.toThrow(/color-contrast.*\n.*Read me/);
  });
}

test("text that can be read is not", async ({ page }) => {
  await page.setContent(colours("#1c1c1c", "#ffffff"));
  await expectAccessible(page);
});
