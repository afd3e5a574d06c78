import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { advanceTo, answerChecks, expectSaved, handIn, join, openSession } from "../workshop";

const MINE = "Die Absage kam, bevor ich ausgeredet hatte.";
const LAST_WORDS = "Und dann noch ein Satz, schnell";

/** The QR code scanned twice: another tab of the same browser, straight back in. */
async function secondTab(phone: Page): Promise<Page> {
  const tab = await phone.context().newPage();
  await tab.goto(phone.url());
  await expect(tab.getByRole("heading", { level: 1 })).toBeVisible();
  return tab;
}

test("4: what an older tab leaves behind destroys nothing, and a vote changed there counts", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: 1 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await advanceTo(console_, t, "de-DE", "small-no", "write");
  const older = await secondTab(phone);

  // --- handed in here; typed there, and left at once ------------------------------------------------
  await handIn(phone, t, MINE);
  await expectSaved(phone, t, MINE);
  // The older tab follows: it shows the card as handed in.
  await expectSaved(older, t, MINE);
  const change = async (tab: Page) => {
    await tab.getByRole("button", { name: t("phone.myCard") }).click();
    await tab.getByRole("button", { name: t("phone.edit") }).click();
  };
  await change(older);
  await older.getByLabel(t("kinds.collect.phone.yourText")).fill(LAST_WORDS);
  await older.goto("about:blank");
  await phone.reload();
  await expectSaved(phone, t, MINE);
  await change(phone);
  await expect(phone.getByLabel(t("kinds.collect.phone.yourText"))).toHaveValue(LAST_WORDS);

  // --- answered here, changed there: the last answer is the one that counts --------------------------
  await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
  await console_.getByRole("menuitem", { name: t("console.skipOrEnd") }).click();
  await console_.getByRole("button", { name: t("console.startClosing") }).click();
  await console_.getByRole("button", { name: t("console.startClosingAgain") }).click();
  const other = await secondTab(phone);
  await answerChecks(phone, t, { settled: true });
  await expect(other.getByText(t("kinds.pause.phone.checksDone"))).toBeVisible();
  await other.getByRole("button", { name: t("phone.edit") }).click();
  await answerChecks(other, t, { settled: false });
  await console_.getByRole("button", { name: t("console.coverShow"), exact: true }).click();
  await expect(console_.getByText(t("console.signalUnsettled", { n: 1 }))).toBeVisible({
    timeout: 15_000,
  });
});
