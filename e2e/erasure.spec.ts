import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  test,
  texts,
} from "./fixtures";
import { openHeld } from "./held-session";
import { openSession } from "./workshop";

/** Two whole sessions, played by simulated phones, and a browser that follows. */
const TIMEOUT_MS = 3 * 60_000;

for (const { locale, tag } of [
  { locale: "de-DE", tag: [] },
  { locale: "en-GB", tag: ["@all"] },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });
    const t = texts(locale);

    test("code and stage link can be exchanged while they are in use", { tag }, async ({
      facilitator: console_,
      guard,
      open,
      stage,
    }) => {
      guard.tolerate(CONNECTION_LOST);
      const { code, stageUrl } = await openSession(console_, t, locale);
      await stage.goto(stageUrl);
      await expect(stage.getByText(code).first()).toBeVisible();
      const openDialog = async () => {
        await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
        await console_.getByRole("menuitem", { name: t("console.waysIn") }).click();
      };

      await openDialog();
      await expectAccessible(console_);
      await console_.getByRole("button", { name: t("console.rotate") }).click();
      await console_.getByRole("button", { name: t("console.rotateAgain") }).click();
      await expect(console_.getByText(t("console.rotated"))).toBeVisible();
      await expect(console_.getByText(code)).toHaveCount(0);
      await expect(stage.getByText(code)).toHaveCount(0);
      const fresh = await stage.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).textContent();
      await expect(console_.getByText(fresh ?? "").first()).toBeVisible();
      const phone = await open({ viewport: PHONE, touch: true });
      await phone.goto(`/j/${code.replace(" ", "")}`);
      await expect(phone.getByText(t("join.codeWrong"))).toBeVisible();
      await phone.goto(`/j/${fresh?.replace(" ", "")}`);
      await expect(phone.getByRole("button", { name: t("join.enter") })).toBeVisible();

      await console_.getByRole("button", { name: t("console.rotateStage") }).click();
      await console_.getByRole("button", { name: t("console.rotateStageAgain") }).click();
      await expect(console_.getByText(t("console.rotatedStage"))).toBeVisible();
      await expect(stage.getByText(t("stage.linkInvalid"))).toBeVisible();
      await expect(stage.getByText(fresh ?? "")).toHaveCount(0);
      const link = console_.getByRole("dialog").getByRole("link", { name: t("console.stageOpen") });
      await stage.goto((await link.getAttribute("href")) ?? "");
      await expect(stage.getByText(fresh ?? "").first()).toBeVisible();
    });

    test("raw data go and the summary stays; then the session goes and nothing stays", {
      tag,
    }, async ({ facilitator: console_, server }) => {
      test.setTimeout(TIMEOUT_MS);
      const { id, seeded } = await openHeld(console_, {
        url: server.baseURL,
        locale,
        to: "end",
      });
      seeded.close();
      await console_.goto("/sessions");
      const row = console_.getByRole("listitem").filter({
        has: console_.locator(`a[href="/sessions/${id}/summary"]`),
      });
      const [rawDataGo = ""] = t("sessions.rawDataGo", { date: "|" }).split("|");
      await expect(row.getByText(rawDataGo)).toBeVisible();
      await expectAccessible(console_);
      await row.getByRole("link", { name: t("sessions.summary") }).click();
      await console_.waitForURL(/\/summary/);
      const paper = console_.getByRole("article");
      await paper.getByRole("textbox").fill("Ein Nein ist selten das letzte Wort.");
      await expect(paper.getByText(t("phone.saved"), { exact: true })).toBeVisible();
      await console_.reload();
      const before = await paper.textContent();
      expect(before).toContain(t("kinds.commit.summary.plansFinished", { n: 10 }));

      // --- only the raw data --------------------------------------------------------------------
      const ask = () => console_.getByRole("button", { name: t("sessions.deleteAsk") }).click();
      await ask();
      await expectAccessible(console_);
      await console_.getByRole("button", { name: t("sessions.delete"), exact: true }).click();
      await console_.getByRole("button", { name: t("sessions.deleteRawAgain") }).click();
      await expect(console_.getByText(t("sessions.rawDataGone"))).toBeVisible();
      await console_.reload();
      expect(await paper.textContent()).toBe(before);
      await expectAccessible(console_);
      await expectNoSidewaysScroll(console_);
      const file = await console_.request.get(`/sessions/${id}/summary/markdown`);
      expect(await file.text()).toContain("Ein Nein ist selten das letzte Wort");
      // The takeaway is the facilitator's, and the other language was kept as well.
      await paper.getByRole("textbox").fill("Und manchmal das erste.");
      await expect(paper.getByText(t("phone.saved"), { exact: true })).toBeVisible();
      const other = locale.startsWith("en") ? "de" : "en";
      await console_.goto(`/sessions/${id}/summary?language=${other}`);
      await expect(paper.getByRole("textbox")).toHaveValue("Und manchmal das erste.");
      await expect(paper).toContainText(
        texts(other)("kinds.commit.summary.plansFinished", { n: 10 }),
      );
      await console_.goto(`/sessions/${id}`);
      await console_.waitForURL(/\/summary/);

      // --- everything ---------------------------------------------------------------------------
      await ask();
      await expect(console_.getByText(t("sessions.deleteRawTitle"))).toHaveCount(0);
      await console_
        .getByRole("button", { name: t("sessions.deleteSession"), exact: true })
        .click();
      await console_.getByRole("button", { name: t("sessions.deleteSessionAgain") }).click();
      await console_.waitForURL(/\/sessions$/);
      await expect(row).toHaveCount(0);
      const answer = await console_.request.get(`/sessions/${id}/summary`);
      expect(answer.status()).toBe(404);
    });
  });
}
