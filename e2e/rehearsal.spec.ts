import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from "./fixtures";
import { advanceTo, primary } from "./workshop";

/** The slowest of ten writes for 35 seconds, and is counted some seconds later. */
const EVERYBODY_WITHIN_MS = 60_000;

test("a single activity is rehearsed with one press, told as such everywhere, and gone once left", {
  tag: "@all",
}, async ({ facilitator: console_, participants, stage, t }) => {
  test.setTimeout(240_000);
  await console_.goto("/sessions/new/single-small-no");
  const button = console_.getByRole("button", { name: t("sessions.rehearse"), exact: true });
  await expect(button).toHaveAccessibleDescription(t("sessions.rehearseHint"));
  await expectAccessible(console_);
  await button.dblclick();
  await console_.waitForURL(/\/sessions\/[0-9a-f]{32}$/);
  const bar = console_.getByRole("region", { name: t("console.rehearsal") });
  await expect(bar).toBeVisible();
  await expect(console_.getByText(t("console.people", { n: 10 })).first()).toBeVisible();
  await expectAccessible(console_);

  const href = await console_
    .getByRole("link", { name: t("console.stageOpen") })
    .getAttribute("href");
  await stage.goto(href ?? "");
  await expect(stage.getByText(t("stage.rehearsal"))).toBeVisible();
  await expectAccessible(stage);

  const [phone] = await participants(1, { viewport: { ...PHONE, width: 320 } });
  if (!phone) throw new Error("unreachable");
  const code = await console_
    .getByRole("main")
    .getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/)
    .textContent();
  await phone.goto(`/j/${code?.replace(" ", "")}`);
  await expect(phone.getByText(t("join.rehearsal"))).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole("button", { name: t("join.enter") }).click();
  await expect(phone.getByText(t("phone.rehearsal"))).toBeVisible();
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);

  await console_.getByRole("button", { name: t("console.beginWith", { n: 11 }) }).click();
  await expect(bar).toBeVisible();
  await expect(phone.getByText(t("phone.rehearsal"))).toBeVisible();
  // From the welcome to where people write: the one phone that is held hands nothing in.
  await advanceTo(console_, t, "de-DE", "small-no", "write");
  await expect(
    // Exactly: a clock at 2:51 beside "0 of 11" reads as "10 of 11", too.
    console_.getByText(t("console.progress", { done: 10, total: 11 }), { exact: true }).first(),
  ).toBeVisible({ timeout: EVERYBODY_WITHIN_MS });
  await advanceTo(console_, t, "de-DE", "small-no", "reveal");
  // Cards, each a paragraph; where there are too few to show one alone says what to talk about.
  await expect(stage.getByRole("main").getByRole("paragraph").nth(1)).toBeVisible();
  await expectAccessible(console_);
  await expect(primary(console_)).toBeVisible();

  await bar.getByRole("button", { name: t("console.rehearsalEnd") }).click();
  await console_.waitForURL("**/sessions/new/single-small-no");
  await expect(stage.getByText(t("stage.linkInvalid"))).toBeVisible();
  await expect(phone.getByRole("heading", { name: t("phone.ended") })).toBeVisible();
  await console_.goto("/sessions");
  await expect(console_.getByRole("heading", { name: t("sessions.title") })).toBeVisible();
  await expect(console_.getByText(/^Probe: /)).toHaveCount(0);
});
