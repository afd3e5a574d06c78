import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { recordedSummary } from "@/lib/testing/kept-summaries";
import { sessions, summaryVersions } from "@/server/db/schema/sessions";
import { withDatabase } from "./database";
import { openEndedSession } from "./every-page";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
  texts,
} from "./fixtures";
import type { Product } from "./product";

const t = texts("de-DE");

/** Two meetings in which one workshop's questions come back, and one that asks others. */
const HELD = ["not-only-me", "series-1", "first-aid-after-a-no"] as const;

/** Ended sessions of which the summary alone is left, as a release kept it. */
async function heldBefore(
  open: () => Promise<string>,
  server: Product,
): Promise<Record<(typeof HELD)[number], string>> {
  const ids = { "not-only-me": "", "series-1": "", "first-aid-after-a-no": "" };
  for (const name of HELD) {
    ids[name] = await open();
    const summary = recordedSummary("v5", name);
    await withDatabase(server, async (db) => {
      await db
        .update(sessions)
        .set({ rawErasedAt: new Date(), summary: null, name })
        .where(eq(sessions.id, ids[name]));
      await db
        .insert(summaryVersions)
        .values({ sessionId: ids[name], number: 1, summary })
        .onConflictDoUpdate({
          target: [summaryVersions.sessionId, summaryVersions.number],
          set: { summary },
        });
    });
  }
  return ids;
}

test("meetings lie side by side on paper and in files, as their summaries tell them", async ({
  account,
  facilitator: page,
  server,
}) => {
  const ids = await heldBefore(() => openEndedSession(page, account), server);
  await page.goto("/sessions");
  await page.getByRole("link", { name: t("sessions.sideBySideOpen") }).click();
  await expect(page.getByRole("group", { name: t("sessions.sideBySideGroup.plan") })).toBeVisible();
  await expectAccessible(page);

  // One alone lies beside nothing: it says what to do, and keeps the choice.
  const boxOf = (name: string) => page.getByRole("checkbox", { name });
  const show = page.getByRole("button", { name: t("sessions.sideBySideShow") });
  await boxOf("series-1").check();
  await show.click();
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveText(
    t("sessions.sideBySideCount"),
  );
  await expect(boxOf("series-1")).toBeChecked();

  await boxOf("not-only-me").check();
  await show.click();
  const paper = page.getByRole("article");
  await expect(paper.getByRole("heading", { level: 1 })).toHaveText(t("summary.sideBySide"));
  const medians = paper.getByRole("row", { name: /^Mittlerer Wert/ }).first();
  await expect(medians.getByRole("cell")).toHaveText(["Mittlerer Wert", "6", "6"]);
  await expectAccessible(page);
  for (const size of [PHONE, SMALLEST]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByText(t("exports.csv"), { exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^aufwind-nebeneinander-\d{4}-\d\d-\d\d\.csv$/);
  expect(readFileSync(await download.path(), "utf8")).toContain("Mittlerer Wert");

  await page.getByRole("link", { name: "English" }).click();
  await expect(paper.getByRole("heading", { level: 1 })).toHaveText("Side by side");
  expect(new URL(page.url()).searchParams.getAll("session").toSorted()).toEqual(
    [ids["series-1"], ids["not-only-me"]].toSorted(),
  );
});
