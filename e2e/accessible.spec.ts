import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoTextCutOff } from "./accessible";

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

const page_ = (inside: string) => `<!doctype html><html lang="en"><title>Edges</title>
  <style>body { margin: 0 } p { margin: 0; width: max-content }</style>${inside}</html>`;

/** As much of it as no window here is wide. */
const LONG = `<p>${"wide ".repeat(400)}</p>`;
const TALL = "<p>Read me</p>".repeat(200);

/** Positive control of every check for text that is cut off. */
for (const [name, inside] of [
  ["beyond the window", LONG],
  ["left of the window", '<p style="position: relative; left: -20px">Read me</p>'],
  ["in a box that hides the rest", `<div style="overflow: hidden">${LONG}</div>`],
  [
    "in a box that clips the rest",
    `<div style="overflow-x: clip; width: 50px"><p>Read me</p></div>`,
  ],
  ["below a stage", `<div style="height: 100vh; overflow: hidden">${TALL}</div>`],
] as const) {
  test(`text ${name} is found`, async ({ page }) => {
    await page.setContent(page_(inside));
    await expect(expectNoTextCutOff(page)).rejects.toThrow(/wide|Read me/);
  });
}

test("text that can be scrolled to, is meant to be short, or is not for the eyes, is not cut off", async ({
  page,
}) => {
  for (const inside of [
    TALL,
    `<div style="height: 100vh; overflow: hidden auto">${TALL}</div>`,
    `<div style="overflow-x: auto">${LONG}</div>`,
    `<div style="overflow: hidden; text-overflow: ellipsis">${LONG}</div>`,
    `<div style="visibility: hidden; overflow: hidden">${LONG}</div>`,
    `<div style="overflow: hidden; position: absolute; width: 1px; height: 1px">${LONG}</div>`,
    `<div style="overflow: hidden; clip-path: inset(50%)">${LONG}</div>`,
  ]) {
    await page.setContent(page_(inside));
    await expectNoTextCutOff(page);
  }
});
