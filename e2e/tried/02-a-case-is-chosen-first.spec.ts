import { demoSetbacks } from "../../lib/activities/collect/simulated-texts";
import { expect, expectAccessible, test } from "../fixtures";
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
  const desk = console_.getByRole("main");
  const { code, stageUrl } = await openSession(console_, t, "de");
  await stage.goto(stageUrl);
  const phones = await participants(PHONES);
  for (const phone of phones) await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: PHONES }) }).click();
  await advanceTo(console_, t, "de", "small-no", "write");
  const texts = demoSetbacks.slice(0, PHONES).map((each) => inLocale(each, "de"));
  const [, , unfair, , withNumber] = phones;
  if (!unfair || !withNumber) throw new Error("unreachable");
  // Who says that it was unfair can't allow it as a case at the same time.
  await unfair.getByLabel(t("kinds.collect.phone.consentCase")).check();
  await unfair.getByLabel(t("kinds.collect.phone.unfair")).check();
  await expect(unfair.getByLabel(t("kinds.collect.phone.consentCase"))).toBeDisabled();
  await expect(unfair.getByLabel(t("kinds.collect.phone.consentCase"))).not.toBeChecked();
  await expectAccessible(unfair);
  for (const [index, phone] of phones.entries()) {
    const allows = phone !== unfair && phone !== withNumber;
    const text = phone === withNumber ? `${texts[index]} 0151 23456789` : (texts[index] ?? "");
    await handIn(phone, t, text, {
      consents: allows ? [t("kinds.collect.phone.consentCase")] : [],
    });
  }
  await advanceTo(console_, t, "de", "small-no", "review");
  await console_
    .getByRole("button", { name: t("console.coverShow") })
    .first()
    .click();
  const rowOf = (text: string) => desk.getByRole("listitem").filter({ hasText: text });
  const [first = "", second = "", third = "", fourth = ""] = texts;
  // 26: consents and contacts are marked before the reveal already.
  await expect(rowOf(first).getByText(t("console.consentCase"))).toBeVisible();
  await expect(rowOf(texts[4] ?? "").getByText(t("console.contactFound"))).toBeVisible();
  await expect(rowOf(third).getByText(t("console.unfair"))).toBeVisible();
  // Its author's tag is not for the facilitator to take off.
  await expect(rowOf(third).getByRole("button", { name: t("console.tag") })).toHaveCount(0);
  await rowOf(fourth)
    .getByRole("button", { name: t("console.tag") })
    .click();
  await expect(rowOf(fourth).getByText(t("console.tagged"))).toBeVisible();
  await expectAccessible(console_);
  await advanceTo(console_, t, "de", "small-no", "reveal");
  // After the reveal the facilitator's own tag can be taken off and set again.
  await rowOf(fourth)
    .getByRole("button", { name: t("console.tagOff") })
    .click();
  await expect(rowOf(fourth).getByText(t("console.tagged"))).toBeHidden();
  await rowOf(fourth)
    .getByRole("button", { name: t("console.tag") })
    .click();
  await expect(rowOf(fourth).getByText(t("console.tagged"))).toBeVisible();
  for (const phone of phones) {
    await expect(phone.getByText(fourth)).toBeVisible();
    await expect(phone.getByText(t("console.tagged"))).toHaveCount(0);
  }
  await desk.getByRole("heading", { level: 1 }).click();
  await advanceTo(console_, t, "de", "other-readings", "choose");

  const others = [stage, ...phones];
  const seesNeither = async () => {
    for (const screen of others) {
      for (const text of texts) await expect(screen.getByText(text)).toBeHidden();
    }
  };
  await expect(stage.getByText(t("kinds.reframe.stage.caseComes"))).toBeVisible();
  for (const phone of phones)
    await expect(phone.getByText(t("kinds.reframe.phone.caseComes"))).toBeVisible();
  await seesNeither();
  // Who may be one is said, and who didn't allow it is not among them.
  await expect(desk.getByText(t("console.cases.who"))).toBeVisible();
  for (const text of [third, fourth]) {
    await expect(desk.getByRole("radio", { name: text })).toHaveCount(0);
  }
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
  await expect(stage.getByText(t("kinds.reframe.stage.caseComes"))).toBeVisible();
  await seesNeither();
});
