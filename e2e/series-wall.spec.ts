import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { recordedSummary } from "@/lib/testing/kept-summaries";
import { sessions, summaryVersions } from "@/server/db/schema/sessions";
import { randomId } from "@/server/rooms/chance";
import { expectNoTextCutOff, expectReadable, expectTargets, SMALLEST_TARGET } from "./accessible";
import { withDatabase } from "./database";
import { endSession } from "./every-page";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  OLD_PROJECTOR,
  PHONE,
  PROJECTOR,
  SMALLEST,
  test,
  texts,
} from "./fixtures";
import type { Product } from "./product";
import { openShown } from "./workshop";

const t = texts("de-DE");

const DAY_MS = 86_400_000;

/** Meetings of the series of a session, of which the summary alone is left, as a release kept it: one for each name. */
async function heldBefore(server: Product, session: string, names: readonly string[]) {
  await withDatabase(server, async (db) => {
    const [like] = await db.select().from(sessions).where(eq(sessions.id, session));
    if (!like) throw new Error("There is no such session");
    for (const [at, name] of names.entries()) {
      const meeting = {
        ...{ id: randomId(), stageKey: randomId(), code: null, status: "finished" as const },
        openedAt: new Date(Date.now() - (names.length - at) * DAY_MS),
        ...{ endedAt: new Date(), rawErasedAt: new Date(), summary: null, seq: 0 },
      };
      await db.insert(sessions).values({ ...like, ...meeting });
      const takeaway =
        at === 0 ? "Ein Nein ist selten das letzte Wort.\nWir schreiben früher." : "";
      const summary = recordedSummary("v6", name);
      const kept = { sessionId: meeting.id, number: 1, summary, takeaway };
      await db.insert(summaryVersions).values(kept);
    }
  });
}

/** Turns from the first sheet to the last one, and says what stood on them. Fonts that come late may make it more sheets. */
async function turned(stage: Page): Promise<string[]> {
  const note = stage.getByRole("status");
  await expect(note).toHaveText(/^Blatt 1 von \d+$/);
  const seen: string[] = [];
  for (let at = 1; ; at += 1) {
    await expect(note).toHaveText(new RegExp(`^Blatt ${at} von`));
    await expectNoTextCutOff(stage);
    seen.push((await stage.getByRole("main").textContent()) ?? "");
    if ((await note.textContent()) === `Blatt ${at} von ${at}`) return seen;
    await stage.keyboard.press("ArrowRight");
  }
}

const openMeeting = async (page: Page): Promise<string> => {
  await page.goto("/sessions/new/series-1");
  return (await openShown(page, t, "de-DE")).id;
};

test("the wall of a series begins empty, grows with each meeting, and fills the stage of a later one", async ({
  account,
  facilitator: page,
  server,
}) => {
  const lobby = await openMeeting(page);
  await expect(page.getByRole("link", { name: t("console.wallOpen") })).toHaveCount(0);
  const wall = await withDatabase(server, async (db) => {
    const [row] = await db.select().from(sessions).where(eq(sessions.id, lobby));
    return `/sessions/series/${row?.wallId}`;
  });
  await page.goto(wall);
  await expect(page.getByText(t("sessions.wallNone"))).toBeVisible();
  await expectAccessible(page);

  await heldBefore(server, lobby, ["series-1", "series-2", "too-few", "series-4"]);
  await page.reload();
  const sheets = page.getByRole("article");
  await expect(sheets).toHaveCount(4);
  const first = sheets.first();
  await expect(first.getByRole("heading", { level: 2 })).toContainText("Was ist üblich?");
  await expect(first).toContainText("Ein Nein ist selten das letzte Wort.");
  await expect(first).toContainText("Personen: 8");
  await expect(sheets.nth(2)).toContainText(t("sessions.wallNothing"));
  await expect(sheets.nth(3)).toContainText("Mir den Anfang der Nachricht vorgelesen");
  await expectAccessible(page);
  for (const viewport of [LAPTOP, PHONE, SMALLEST]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page);
    await expectNoTextCutOff(page);
    await expectReadable(page);
    const smallest = viewport === LAPTOP ? SMALLEST_TARGET.desk : SMALLEST_TARGET.phone;
    await expectTargets(page, smallest);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(LAPTOP);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("article").first()).toContainText("People: 8");

  // Before a later meeting begins, its lobby leads to the projector.
  await page.goto(`/sessions/${lobby}`);
  const [stage] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: t("console.wallOpen") }).click(),
  ]);
  await stage.setViewportSize(PROJECTOR);
  const title = stage.getByRole("heading", { level: 2 });
  await expect(title).toHaveText(t("stage.wall.overview"));
  const seen: string[] = [];
  for (const viewport of [PROJECTOR, OLD_PROJECTOR]) {
    await stage.setViewportSize(viewport);
    await stage.reload();
    await expectAccessible(stage);
    seen.push(...(await turned(stage)));
    await expect(stage.getByRole("button", { name: t("stage.wall.later") })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  }
  await stage.keyboard.press("ArrowLeft");
  await expect(stage.getByRole("status")).not.toHaveText(/ (\d+) von \1$/);
  for (const said of ["Ein Nein ist selten", "Mir den Anfang der Nachricht", "Beides geantwortet"])
    expect(seen.join(" ")).toContain(said);
  await stage.getByRole("link", { name: t("stage.wall.leave") }).click();
  await expect(stage).toHaveURL(new RegExp(`${wall}$`));
  await stage.close();

  // The meeting that ends hangs there, too; the one that is deleted doesn't any more.
  await page.goto(`/sessions/${lobby}`);
  await endSession(page, account, lobby);
  await page.goto(wall);
  await expect(page.getByRole("article")).toHaveCount(5);
  const link = page.getByRole("link", { name: t("sessions.wallSummary") }).first();
  await link.click();
  await page.getByRole("link", { name: t("sessions.wall") }).click();
  await expect(page.getByRole("article")).toHaveCount(5);
  await withDatabase(server, (db) => db.delete(sessions).where(eq(sessions.id, lobby)));
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(4);
});

test("ten meetings find room on the wall and on the stage", async ({
  facilitator: page,
  server,
}) => {
  const lobby = await openMeeting(page);
  const names = ["series-1", "series-2", "series-3", "series-4", "setback-lab"];
  await heldBefore(server, lobby, [...names, ...names]);
  await page.goto(`/sessions/${lobby}`);
  const href = await page.getByRole("link", { name: t("console.wallOpen") }).getAttribute("href");
  for (const viewport of [PROJECTOR, OLD_PROJECTOR]) {
    await page.setViewportSize(viewport);
    await page.goto(href ?? "");
    expect((await turned(page)).length).toBeGreaterThan(10);
  }
  await page.setViewportSize(SMALLEST);
  await page.goto((href ?? "").split("/stage")[0] ?? "");
  await expect(page.getByRole("article")).toHaveCount(10);
  await expectNoSidewaysScroll(page);
});
