import { joinAsPhone } from "@/server/simulated/phone";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import {
  advanceTo,
  answerChecks,
  COUNTED_WITHIN_MS,
  expectSaved,
  handIn,
  join,
  openSession,
} from "./workshop";

/** With the phone of the test eight: fewer are counted more rarely (P143). */
const OTHERS = 7;

const MINE = "Der Anruf dauerte keine Minute.";

test("what goes unshown is told, and what the device has forgotten can still be answered anew", async ({
  facilitator: console_,
  participants,
  server,
  t,
  locale,
}) => {
  const inLanguage = locale ?? "de-DE";
  const desk = console_.getByRole("main");
  const { id, code } = await openSession(console_, t, inLanguage);
  const others = await Promise.all(
    Array.from({ length: OTHERS }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  try {
    await join(phone, code, t);
    await console_.getByRole("button", { name: t("console.beginWith", { n: OTHERS + 1 }) }).click();
    await advanceTo(console_, t, inLanguage, "small-no", "write");
    await handIn(phone, t, MINE);
    await expectSaved(phone, t, MINE);

    // --- skipped: that nothing is left is said on the phone and on the console, not how many ---------
    await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
    await console_.getByRole("menuitem", { name: t("console.skipOrEnd") }).click();
    await console_.getByRole("button", { name: t("console.skipActivity") }).click();
    await console_.getByRole("button", { name: t("console.skipAgain") }).click();
    const unshown = t("common.unshownFew");
    await expect(phone.getByText(unshown)).toBeVisible();
    await expect(desk.getByText(unshown)).toBeVisible();
    await expectAccessible(phone);
    await expectNoSidewaysScroll(phone);

    // --- P73: a change of mind after "delete from this device" arrives ------------------------------
    await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
    await console_.getByRole("menuitem", { name: t("console.skipOrEnd") }).click();
    await console_.getByRole("button", { name: t("console.startClosing"), exact: true }).click();
    await answerChecks(phone, t, { settled: false });
    await desk.getByRole("button", { name: t("console.coverShow"), exact: true }).click({
      timeout: COUNTED_WITHIN_MS,
    });
    const unsettled = desk.getByText(t("console.signalUnsettled", { n: 1 }));
    await expect(unsettled).toBeVisible({ timeout: COUNTED_WITHIN_MS });
    await phone.getByRole("button", { name: t("phone.deleteLocal") }).click();
    await expect(phone.getByText(t("phone.deleteLocalSure"))).toBeVisible();
    await expectAccessible(phone);
    await phone
      .getByRole("dialog")
      .getByRole("button", { name: t("phone.deleteLocal") })
      .click();
    await expect(phone.getByText(t("phone.deletedLocal"))).toBeVisible();
    await answerChecks(phone, t, { settled: true });
    await expect(unsettled).toBeHidden({ timeout: COUNTED_WITHIN_MS });
  } finally {
    for (const other of others) other.close();
  }
});
