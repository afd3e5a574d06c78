import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { asLine, MAKING_MEDIA } from "@/lib/summary/document-steps";
import { fewWorkshops } from "@/lib/testing/few-workshops";
import { expectReadable } from "./accessible";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
  texts,
} from "./fixtures";
import { openUnseen } from "./workshop";

const t = texts("de-DE");

/** The name of the file that the form hands over, and how it begins. */
async function packFrom(page: Page): Promise<{ name: string; begins: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: t("print.download") }).click(),
  ]);
  const begins = readFileSync(await download.path(), "latin1").slice(0, 5);
  return { name: download.suggestedFilename(), begins };
}

test("a plan and a session have a print pack, which can be given up", async ({
  facilitator: page,
  guard,
}) => {
  await page.goto("/sessions/new/other-chairs/guide?start=15:00");
  await expect(page.getByLabel(t("sessions.beginsAt"))).toHaveValue("15:00");
  await page.getByLabel(t("print.downloadFor")).fill("9");
  await page.getByLabel(t("sessions.address")).selectOption("sie");
  const ofPlan = await packFrom(page);
  expect(ofPlan).toEqual({ name: "aufwind-andere-stuehle-druckpaket.pdf", begins: "%PDF-" });
  await expect(page.getByRole("status").filter({ hasText: /\S/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  const id = await openUnseen(page, "de-DE");
  await page.goto("/sessions");
  await page
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href="/sessions/${id}"]`) })
    .getByRole("button")
    .click();
  await page.getByRole("menuitem", { name: t("sessions.guide") }).click();
  await page.waitForURL(`**/sessions/${id}/guide`);
  expect((await packFrom(page)).begins).toBe("%PDF-");
  await expectAccessible(page);

  // The server is slow, or can make none at all.
  guard.tolerate(/net::ERR_ABORTED|aborted|501/);
  await page.route("**/print-pack*", () => undefined);
  await page.getByRole("button", { name: t("print.download") }).click();
  await expect(page.getByText(t("print.making"))).toBeVisible();
  await page.getByRole("button", { name: t("exports.cancel") }).click();
  await expect(page.getByText(t("print.making"))).toBeHidden();
  await page.unroute("**/print-pack*");
  await page.route("**/print-pack*", (route) =>
    route.fulfill({ contentType: MAKING_MEDIA, body: asLine({ failed: "unavailable" }) }),
  );
  // The same sheets open as a page.
  const fields = { people: "9", start: "15:00" };
  await page.getByLabel(t("print.downloadFor")).fill(fields.people);
  await page.getByLabel(t("sessions.beginsAt")).fill(fields.start);
  await page.getByRole("button", { name: t("print.download") }).click();
  await page.waitForURL(`**/sessions/${id}/print-pack/sheets?*`);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(fields);
  await expect(page.getByText(t("print.onPage"))).toBeVisible();
});

/** What stands on a printed sheet beyond its edges, or beyond the card that it is cut out with. */
const beyondOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("[data-sheet] > *, [data-sheet] .border-dashed")].flatMap(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth, textContent }) =>
        scrollHeight > clientHeight + 2 || scrollWidth > clientWidth + 2
          ? [`${textContent?.trim().slice(0, 80)}`]
          : [],
    ),
  );

const pagesIn = (pdf: Buffer): number =>
  pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;

test("a workshop's sheets fit on A4 as the browser prints them, one on each", async ({
  facilitator: page,
}) => {
  for (const { id } of fewWorkshops) {
    await page.goto(`/sessions/new/${id}/print-pack/sheets?people=11&address=sie&start=09:00`);
    await page.emulateMedia({ media: "screen" });
    await expectNoSidewaysScroll(page);
    await expectReadable(page);
    await page.emulateMedia({ media: "print" });
    expect(await beyondOn(page), id).toEqual([]);
    const sheets = await page.locator("[data-sheet]").count();
    const before = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll("section:has(> [data-sheet])")) sheet.remove();
    });
    const runSheet = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pagesIn(before) - pagesIn(runSheet), id).toBe(sheets);
  }
  await page.emulateMedia({ media: "screen" });
  await page.goto("/sessions/new/setback-lab/print-pack/sheets");
  await expectAccessible(page);
  await page.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(page);
  await expectReadable(page);
});
