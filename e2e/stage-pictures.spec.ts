import { seedSession } from "@/server/demo/seed";
import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test, texts } from "./fixtures";
import { openSession } from "./workshop";

/** A whole session, played by simulated phones. */
const TIMEOUT_MS = 3 * 60_000;

const t = texts("de-DE");

test("what the stage showed is there afterwards, each picture on a sheet of its own", async ({
  facilitator: page,
  server,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const { id } = await openSession(page, t, "de-DE");
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const seeded = await seedSession({ url: server.baseURL, session: id, cookie, to: "end" });
  seeded.close();
  await page.goto(`/sessions/${id}/summary`);
  await page.getByRole("link", { name: t("summary.stagePictures") }).click();
  const pictures = page.getByRole("figure");
  await expect(pictures.nth(3)).toBeVisible();
  await expect(page.getByRole("link", { name: t("summary.title") })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("pictures.png"), fullPage: true });
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  // On paper as many sheets as there are pictures, all of them lying.
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ preferCSSPageSize: true, path: test.info().outputPath("p.pdf") });
  const sheets = pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? [];
  expect(sheets).toHaveLength(await pictures.count());
});
