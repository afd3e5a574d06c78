import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { asLine, MAKING_MEDIA } from "@/lib/summary/document-steps";
import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test, texts } from "./fixtures";
import { openSession } from "./workshop";

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

  await page.goto("/sessions");
  const { id } = await openSession(page, t, "de-DE");
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
  await page.getByRole("button", { name: t("print.download") }).click();
  await expect(page.getByText(t("print.unavailable"))).toBeVisible();
});
