import { expect, PHONE, test, texts } from "../fixtures";
import { openSession } from "../workshop";

test("21: a device with a language we don't have gets the session's, else English", async ({
  facilitator,
  open,
  t,
}) => {
  const { code } = await openSession(facilitator, t, "de");
  const phone = await open({ viewport: PHONE, touch: true, locale: "uk-UA" });
  await phone.goto("/j");
  await expect(phone.locator("html")).toHaveAttribute("lang", "en");
  await phone.getByLabel(texts("en")("landing.codeLabel")).fill(code);
  await expect(phone.getByRole("heading", { name: texts("de")("join.rulesTitle") })).toBeVisible();
  await phone.getByRole("button", { name: texts("de")("join.enter") }).click();
  await expect(phone.getByRole("heading", { name: texts("de")("join.lobby") })).toBeVisible();
  // Its owner's own choice holds.
  await phone.getByRole("button", { name: "English" }).click();
  await expect(phone.getByRole("heading", { name: texts("en")("join.lobby") })).toBeVisible();

  const english = await open({ viewport: PHONE, touch: true, locale: "en-GB" });
  await english.goto(`/j/${code}`);
  await expect(
    english.getByRole("heading", { name: texts("en")("join.rulesTitle") }),
  ).toBeVisible();
});
