import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { randomId } from "@/server/rooms/chance";
import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test, texts } from "./fixtures";
import { openHeld } from "./held-session";

/** A whole session, played by simulated phones. */
const TIMEOUT_MS = 3 * 60_000;

const t = texts("de-DE");

test("what the stage showed is there afterwards, each picture on a sheet of its own", async ({
  facilitator: page,
  server,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const { id, seeded } = await openHeld(page, {
    url: server.baseURL,
    locale: "de-DE",
    to: "end",
  });
  seeded.close();
  await page.goto(`/sessions/${id}/summary`);
  await page.getByRole("link", { name: t("summary.stagePictures") }).click();
  const pictures = page.getByRole("figure");
  await expect(pictures.nth(3)).toBeVisible();
  await expect(page.getByRole("link", { name: t("summary.title") })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  // On paper as many sheets as there are pictures, all of them lying.
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? [];
  expect(sheets).toHaveLength(await pictures.count());
  await page.emulateMedia({ media: null });

  // As files as many, as large as a projector shows them, and the boards twice.
  const boards = page.locator("main img");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: t("summary.stagePicturesZip") }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^aufwind-.*-buehne\.zip$/);
  const files = Object.entries(unzipSync(await readFile(await saved.path())));
  const stage = files.filter(([name]) => /-buehne-\d+\.png$/.test(name));
  expect(stage).toHaveLength(await pictures.count());
  expect(files.length - stage.length).toBe(2 * (await boards.count()));
  for (const [, png] of stage) {
    const drawn = await page.evaluate(coloursOf, Buffer.from(png).toString("base64"));
    expect(drawn).toMatchObject({ width: 1920, height: 1080 });
    // Letters have edges of many shades; an image that couldn't be drawn has one colour.
    expect(drawn.colours).toBeGreaterThan(SHADES_OF_LETTERS);
  }
});

test("P322 boards are there afterwards as images, with the themes that were made", async ({
  facilitator: page,
  server,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const { id, seeded } = await openHeld(page, {
    url: server.baseURL,
    locale: "de-DE",
    to: "cluster",
  });
  const { facilitator } = seeded;
  const themeId = randomId();
  expect(await facilitator.act({ type: "addTheme", themeId, name: "Stille" })).toEqual({
    ok: true,
  });
  for (const cardId of Object.keys(facilitator.view?.cards ?? {}).slice(0, 3)) {
    expect(await facilitator.act({ type: "sortCard", cardId, themeId })).toEqual({ ok: true });
  }
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  seeded.close();
  await page.goto(`/sessions/${id}/stage-pictures`);
  await expect(page.locator("main img")).toHaveCount(1);
  await expectAccessible(page);
  const saved = async (format: "SVG" | "PNG") => {
    const name = new RegExp(`${format}$`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name, exact: true }).last().click(),
    ]);
    return await readFile(await download.path());
  };
  expect((await saved("SVG")).toString()).toContain("Stille");
  const drawn = await page.evaluate(coloursOf, (await saved("PNG")).toString("base64"));
  expect(drawn.width).toBeGreaterThan(500);
  expect(drawn.colours).toBeGreaterThan(SHADES_OF_LETTERS);
});

const SHADES_OF_LETTERS = 30;

/** How large a PNG is, and how many colours are on it. */
async function coloursOf(base64: string) {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context?.drawImage(image, 0, 0);
  const pixels = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  return { width, height, colours: new Set(new Uint32Array(pixels.buffer)).size };
}
