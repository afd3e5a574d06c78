import { expect, PHONE, test } from "../fixtures";
import { advanceTo, beginWithFew, join, openSession } from "../workshop";

const TRIED =
  "16, 20, 22: each phase is said aloud, begins at its top, and offers ways that lead somewhere";

test(TRIED, async ({ facilitator: console_, open, t }) => {
  const { code } = await openSession(console_, t, "de");
  const phone = await open({ viewport: { ...PHONE, height: 420 }, touch: true });
  await join(phone, code, t);
  const said = phone.getByRole("status").first();
  const heading = phone.getByRole("heading", { level: 1 });
  await expect(said).toHaveText(t("join.lobby"));
  // The button that led in is gone: the focus went to what is here now.
  await expect(heading).toBeFocused();

  await beginWithFew(console_, t, 1);
  await advanceTo(console_, t, "de", "small-no", "write");
  await expect(said).toContainText("Jetzt schreiben");
  const editor = phone.getByRole("textbox");
  await expect(editor).toHaveAttribute("dir", "auto");
  // A family is one character to its readers, and eleven to a computer.
  await editor.fill("شكرا 👨‍👩‍👧‍👦");
  await expect(phone.getByText(t("phone.counter", { n: 6, max: 200 }))).toBeVisible();
  expect(await editor.evaluate((field) => getComputedStyle(field).direction)).toBe("rtl");
  await phone.getByRole("button", { name: t("phone.watch") }).click();

  // Nothing is left to skip, and watching is named where one looks for one's own, with the way back.
  await expect(phone.getByRole("button", { name: t("phone.skip") })).toHaveCount(0);
  await expect(phone.getByRole("button", { name: t("phone.watch") })).toHaveCount(0);
  await expect(phone.getByText(t("phone.watching"))).toBeHidden();
  await phone.getByRole("button", { name: t("phone.myCard") }).click();
  await expect(phone.getByText(t("phone.watching"))).toBeVisible();
  await phone.getByRole("button", { name: t("phone.join") }).click();
  await expect(editor).toBeVisible();

  await phone.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
  await console_.getByRole("menuitem", { name: t("console.skipOrEnd") }).click();
  const dialog = console_.getByRole("dialog");
  await dialog.getByRole("button", { name: t("console.end"), exact: true }).click();
  const again = dialog.getByRole("button", { name: t("console.endAgain") });
  await expect(again).toBeEnabled();
  // The second press counts from a moment on, and never as part of a double click.
  await expect(async () => {
    if (await again.isVisible()) await again.click();
    await expect(heading).toHaveText(t("phone.ended"), { timeout: 1_000 });
  }).toPass();
  await expect(heading).toHaveText(t("phone.ended"));
  await expect(said).toHaveText(t("phone.ended"));
  await expect(heading).toBeInViewport();
});
