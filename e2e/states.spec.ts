import type { Page } from "@playwright/test";
import { IS_EVERYTHING_TRIED } from "@/lib/testing/everyday";
import { joinAsPhone } from "@/server/simulated/phone";
import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  OLD_PROJECTOR,
  PHONE,
  test,
} from "./fixtures";
import { addTheme, advanceTo, join, openSession, uncover } from "./workshop";

/** Enough for cards to be shown. */
const SIMULATED = 5;

const SCHEMES = ["light", "dark"] as const;
let looked = 0;

/** In the light and in the dark, every day by turns; the stage stays light. */
async function expectAccessibleInBoth(page: Page): Promise<void> {
  looked += 1;
  for (const [at, colorScheme] of SCHEMES.entries()) {
    if (!IS_EVERYTHING_TRIED && looked % SCHEMES.length !== at) continue;
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Screens that a workshop shows only when something is in the way, or somebody looks closer. */
test("screens off the straight way are accessible, in the light and in the dark", async ({
  facilitator: console_,
  guard,
  participants,
  server,
  stage,
  t,
}) => {
  test.setTimeout(4 * 60_000);
  guard.tolerate(CONNECTION_LOST);
  const to = (key: string, phase: string) => advanceTo(console_, t, "de-DE", key, phase);
  const { id, code, stageUrl } = await openSession(console_, t, "de-DE");
  await stage.goto(stageUrl);
  const simulated = await Promise.all(
    Array.from({ length: SIMULATED }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");

  // --- a phone before it is in --------------------------------------------------------------------
  await phone.goto("/j/00000000");
  await expect(phone.getByRole("heading", { name: t("join.codeWrong") })).toBeVisible();
  await expectAccessibleInBoth(phone);
  await expectNoSidewaysScroll(phone);
  await phone.goto(`/j/${code.replace(" ", "")}`);
  await phone.getByRole("button", { name: t("receipt.more") }).click();
  await expect(phone.getByRole("dialog", { name: t("receipt.moreTitle") })).toBeVisible();
  await expectAccessibleInBoth(phone);
  await phone.keyboard.press("Escape");
  await join(phone, code, t);
  await expectAccessibleInBoth(phone);
  await phone.getByRole("button", { name: t("phone.help") }).click();
  await expect(phone.getByRole("dialog", { name: t("help.title") })).toBeVisible();
  await expectAccessibleInBoth(phone);
  await phone.getByRole("button", { name: t("common.close") }).click();

  // --- without a network ---------------------------------------------------------------------------
  await console_.getByRole("button", { name: t("console.beginWith", { n: 6 }) }).click();
  await to("small-no", "write");
  for (const each of simulated) {
    await each.client.until((view) => view.activity?.phase === "write");
    await each.takePart();
  }
  await expect(phone.getByLabel(t("kinds.collect.phone.yourText"))).toBeVisible();
  for (const page of [phone, console_, stage]) await page.context().setOffline(true);
  await expect(phone.getByText(t("phone.offline"))).toBeVisible();
  await expect(console_.getByText(t("console.offline"))).toBeVisible();
  await expect(stage.getByText(t("stage.searching"))).toBeVisible();
  for (const page of [phone, console_, stage]) await expectAccessibleInBoth(page);
  for (const page of [phone, console_, stage]) await page.context().setOffline(false);
  await expect(phone.getByText(t("phone.offline"))).toHaveCount(0);
  await expect(console_.getByText(t("console.offline"))).toHaveCount(0);
  await expect(stage.getByText(t("stage.searching"))).toHaveCount(0);

  // --- themes, on the stage and on a smaller console --------------------------------------------------
  await to("small-no", "cluster");
  await uncover(console_, t);
  await addTheme(console_, t, "Stille");
  // The first card is the chosen one as long as nobody chooses another. With fewer it would be among the others.
  for (let cards = 0; cards < 3; cards += 1) await console_.keyboard.press("1");
  await expect(stage.getByText("Stille").filter({ visible: true })).toHaveCount(1);
  await expectAccessible(stage);
  await expectAccessibleInBoth(console_);

  await console_.setViewportSize(OLD_PROJECTOR);
  await expectAccessibleInBoth(console_);
  await console_.getByRole("button", { name: t("console.agenda"), exact: true }).click();
  await expect(console_.getByRole("dialog", { name: t("console.agenda") })).toBeVisible();
  await expectAccessibleInBoth(console_);
  await console_.keyboard.press("Escape");
  await console_.setViewportSize(PHONE);
  await expectAccessibleInBoth(console_);
  await expectNoSidewaysScroll(console_);
  for (const each of simulated) each.close();
});
