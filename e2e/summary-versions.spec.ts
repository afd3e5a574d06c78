import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
  texts,
} from "./fixtures";
import { openHeld } from "./held-session";
import { shareSummary } from "./shared";

/** A whole session, played by simulated phones. */
const TIMEOUT_MS = 3 * 60_000;

const t = texts("de-DE");

test("each reader gets a version of their own, by a link that can be revoked", async ({
  facilitator: console_,
  guard,
  open,
  server,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const { id, seeded } = await openHeld(console_, {
    url: server.baseURL,
    locale: "de-DE",
    to: "end",
  });
  seeded.close();
  await console_.goto(`/sessions/${id}/summary`);
  const takeaway = console_.getByLabel(t("summary.takeawayHint"));
  const write = async (text: string) => {
    const saved = console_.waitForResponse((answer) => answer.request().method() === "POST");
    await takeaway.fill(text);
    await saved;
  };
  await write("Für alle, die dabei waren.");

  // A second version begins like the first, and goes its own way.
  await console_.getByRole("button", { name: t("exports.versionAnother") }).click();
  await console_
    .getByRole("textbox", { name: t("exports.versionName") })
    .fill("Für den Auftraggeber");
  await expectAccessible(console_);
  await console_.getByRole("button", { name: t("exports.versionMake") }).click();
  const versions = console_.getByRole("navigation", { name: t("exports.versions") });
  const second = versions.getByRole("link", { name: "Für den Auftraggeber" });
  await expect(second).toHaveAttribute("aria-current", "true");
  await expect(takeaway).toHaveValue("Für alle, die dabei waren.");
  await write("Nur für den Auftraggeber.");
  const quotes = console_.getByRole("blockquote");
  await console_.getByRole("checkbox", { name: t("summary.quotes") }).uncheck();
  await expect(quotes).toHaveCount(0);
  await expectAccessible(console_);
  await versions.getByRole("link", { name: t("exports.versionFirst") }).click();
  await expect(takeaway).toHaveValue("Für alle, die dabei waren.");
  await expect(quotes).not.toHaveCount(0);
  await second.click();
  await expect(takeaway).toHaveValue("Nur für den Auftraggeber.");
  await console_.getByRole("button", { name: t("exports.version"), exact: true }).click();
  await console_.getByRole("menuitem", { name: t("exports.versionRename") }).click();
  await console_.getByRole("textbox", { name: t("exports.versionName") }).fill("Für den Träger");
  await console_.getByRole("button", { name: t("exports.versionRename") }).click();
  await expect(versions.getByRole("link", { name: "Für den Träger" })).toBeVisible();
  const [named] = await Promise.all([
    console_.waitForEvent("download"),
    console_.getByText(t("exports.markdown"), { exact: true }).click(),
  ]);
  expect(named.suggestedFilename()).toContain("-fuer-den-traeger.md");

  // Whoever has the link reads this version, and can change nothing.
  const link = await shareSummary(console_, id, t, 2);
  const reader = await open({ viewport: PHONE, locale: "en-GB" });
  await reader.goto(new URL(link).pathname);
  await expect(reader.getByText("Nur für den Auftraggeber.")).toBeVisible();
  await expect(reader.getByText("Für alle, die dabei waren.")).toHaveCount(0);
  await expect(reader.getByRole("article").getByRole("textbox")).toHaveCount(0);
  await expect(reader.getByRole("article").getByRole("button")).toHaveCount(0);
  await expectAccessible(reader);
  await expectNoSidewaysScroll(reader);
  for (const format of ["pdf", "csv"] as const) {
    const [download] = await Promise.all([
      reader.waitForEvent("download"),
      reader.getByText(format.toUpperCase(), { exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).not.toContain("traeger");
  }
  await reader.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(reader);
  // As it is now: what is taken out later is gone from it at once.
  await write("Nur für den Träger.");
  await reader.reload();
  await expect(reader.getByText("Nur für den Träger.")).toBeVisible();

  await console_.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(console_);
  await console_.getByRole("button", { name: t("exports.share") }).click();
  await expectAccessible(console_);
  await expectNoSidewaysScroll(console_);
  await console_.getByRole("button", { name: /^Zurückziehen/ }).click();
  await expect(console_.getByRole("button", { name: /^Zurückziehen/ })).toHaveCount(0);
  await console_.getByRole("button", { name: t("common.close") }).click();
  await reader.reload();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(
    "There is nothing to read here",
  );
  await expectAccessible(reader);

  // A version that is gone leads nowhere.
  await console_.getByRole("button", { name: t("exports.version"), exact: true }).click();
  await console_.getByRole("menuitem", { name: t("exports.versionDelete") }).click();
  const dialog = console_.getByRole("dialog", { name: t("exports.versionDeleteTitle") });
  await dialog.getByRole("button", { name: t("exports.versionDelete") }).click();
  await dialog.getByRole("button", { name: t("exports.versionDeleteAgain") }).click();
  await expect(takeaway).toHaveValue("Für alle, die dabei waren.");
  guard.tolerate(/the server responded with a status of 404/);
  expect((await console_.goto(`/sessions/${id}/summary?version=2`))?.status()).toBe(404);
});
