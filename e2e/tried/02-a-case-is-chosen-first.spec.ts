import { demoSetbacks } from "../../lib/plans/demo-content";
import { expect, test } from "../fixtures";
import { advance, advanceTo, handIn, inLocale, join, openSession } from "../workshop";

/** Enough for cards to be shown. */
const PHONES = 5;

test("2: no card stands on the projector before the facilitator shows it as a case @all", async ({
  facilitator: console_,
  participants,
  stage,
  t,
}) => {
  test.setTimeout(120_000);
  const { code, stageUrl } = await openSession(console_, t, "de");
  await stage.goto(stageUrl);
  const phones = await participants(PHONES);
  for (const phone of phones) await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: PHONES }) }).click();
  await advanceTo(console_, t, "de", "small-no", "write");
  const texts = demoSetbacks.slice(0, PHONES).map((each) => inLocale(each, "de"));
  for (const [index, phone] of phones.entries()) {
    const consents = index < 2 ? [t("phone.consentCase")] : [];
    await handIn(phone, t, texts[index] ?? "", { consents });
  }
  await advanceTo(console_, t, "de", "small-no", "review");
  await console_
    .getByRole("button", { name: t("console.coverShow") })
    .first()
    .click();
  await advanceTo(console_, t, "de", "other-readings", "choose");

  const desk = console_.getByRole("main");
  const [first = "", second = "", third = ""] = texts;
  const others = [stage, ...phones];
  const seesNeither = async () => {
    for (const screen of others) {
      for (const text of texts) await expect(screen.getByText(text)).toBeHidden();
    }
  };
  await expect(stage.getByText(t("stage.caseComes"))).toBeVisible();
  for (const phone of phones) await expect(phone.getByText(t("phone.caseComes"))).toBeVisible();
  await seesNeither();
  // Who may be one is said, and who didn't allow it is not among them.
  await expect(desk.getByText(t("console.caseWho"))).toBeVisible();
  await expect(desk.getByRole("radio", { name: third })).toHaveCount(0);
  for (const text of [first, second]) {
    const choice = desk.getByRole("radio", { name: text });
    await choice.click();
    await expect(choice).toBeChecked();
    await seesNeither();
  }
  await desk.getByRole("heading", { level: 1 }).click();
  await expect(
    console_.getByRole("button", { name: t("console.showCases", { n: 1 }) }),
  ).toBeVisible();
  await advance(console_, t);
  for (const screen of others) {
    await expect(screen.getByText(second).filter({ visible: true }).first()).toBeVisible();
    await expect(screen.getByText(first)).toBeHidden();
  }
  // And back: a case that is being chosen anew is taken off every screen.
  await console_.getByRole("button", { name: t("console.back"), exact: true }).click();
  await expect(stage.getByText(t("stage.caseComes"))).toBeVisible();
  await seesNeither();
});
