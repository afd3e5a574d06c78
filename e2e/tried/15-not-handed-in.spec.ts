import type { Page } from "@playwright/test";
import { CONNECTION_LOST, expect, expectAccessible, test } from "../fixtures";
import { advance, advanceTo, arm, join, openSession } from "../workshop";

const TYPED = "Der Satz, den ich nie zu Ende";
const TYPED_OFFLINE = "Ohne Netz geschrieben, und dann";

test("15: what was typed and not handed in is told at the end of its phase, and kept", async ({
  facilitator: console_,
  guard,
  participants,
  t,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const { code } = await openSession(console_, t, "de-DE");
  const [typing, offline, skipping] = await participants(3);
  if (!typing || !offline || !skipping) throw new Error("unreachable");
  const phones = [typing, offline, skipping];
  for (const phone of phones) await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: 3 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await advanceTo(console_, t, "de-DE", "small-no", "write");
  const editor = t("kinds.collect.phone.yourText");
  await typing.getByLabel(editor).fill(TYPED);
  await skipping.getByLabel(editor).fill("lieber nicht");
  await skipping.getByRole("button", { name: t("phone.skip") }).click();
  await offline.getByLabel(editor).fill("Ohne");
  await offline.context().setOffline(true);
  await offline.getByLabel(editor).fill(TYPED_OFFLINE);

  const heard = typing.getByRole("status").nth(1);
  await expect(heard).toHaveText("");
  const place = await heard.elementHandle();
  await advance(console_, t);
  const told = t("phone.unsentText", { place: t("phone.myCard") });
  const tellsOn = (phone: Page) => phone.getByRole("main").getByText(told);
  await expect(tellsOn(typing)).toBeVisible();
  // And aloud, in a place that a screen reader knew before.
  await expect(heard).toHaveText(told);
  expect(await heard.evaluate((now, before) => now === before, place)).toBe(true);
  await expectAccessible(typing);
  await offline.context().setOffline(false);
  await expect(tellsOn(offline)).toBeVisible();
  // Whoever has put it away is not told again, and looks like those who wrote nothing.
  await expect(skipping.getByRole("button", { name: t("phone.myCard") })).toBeVisible();
  await expect(tellsOn(skipping)).toHaveCount(0);

  await expect(offline.getByText(TYPED_OFFLINE)).toBeHidden();
  await offline.getByRole("button", { name: t("phone.myCard") }).click();
  await expect(offline.getByText(TYPED_OFFLINE)).toBeVisible();
  await typing.getByRole("button", { name: t("phone.unsentRead") }).click();
  await expect(tellsOn(typing)).toHaveCount(0);
  await expect(heard).toHaveText("");

  // --- a choice that doesn't count, and the text at the very end -----------------------------------------
  await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
  await console_.getByRole("menuitem", { name: t("console.skipOrEnd") }).click();
  await console_.getByRole("button", { name: t("console.startClosing") }).click();
  await console_.getByRole("button", { name: t("console.startClosingAgain") }).click();
  await typing.getByRole("radiogroup").first().getByRole("radio").nth(4).click();
  await arm(console_, t("console.endAgain"));
  await console_.getByRole("button", { name: t("console.endAgain") }).click();
  await expect(typing.getByRole("heading", { name: t("phone.ended") })).toBeVisible();
  await expect(typing.getByRole("main").getByText(t("phone.unsentChoice"))).toBeVisible();
  await typing.getByRole("button", { name: t("phone.keepsake.show") }).click();
  await typing.getByText(t("phone.ownCards")).click();
  await expect(typing.getByText(TYPED)).toBeVisible();
  await expect(typing.getByText(t("phone.notHandedIn"))).toBeVisible();
  await expectAccessible(typing);
});
