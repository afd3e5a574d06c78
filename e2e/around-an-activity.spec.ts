import { givenCases } from "../lib/workshops/parts/cases";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";
import {
  advanceTo,
  beginWithFew,
  chooseTemplate,
  inLocale,
  join,
  openSession,
  planned,
} from "./workshop";

test("P166 P168 an activity is opened in another size, with what is said around it", async ({
  facilitator: console_,
  open,
  t,
}) => {
  const { title, contentNote, optOut, evidence } = planned("small-no");
  const [case_] = givenCases;
  if (!contentNote || !optOut || !evidence || !case_) throw new Error("The plan says too little");

  // --- before it is opened: how long each part takes, and what is said around it -------------------------------
  await console_.goto("/sessions");
  await chooseTemplate(console_);
  const part = console_.getByRole("listitem").filter({ hasText: inLocale(title, "de") });
  await part.getByText(t("catalogue.activityNotes")).click();
  for (const said of [contentNote, optOut, evidence]) {
    await expect(part.getByText(inLocale(said, "de"))).toBeVisible();
  }
  const minutes = part.getByLabel(t("sessions.sizeOf", { title: inLocale(title, "de") }));
  await minutes.selectOption(t("sessions.minutesShort", { n: 12 }));
  await expect(
    console_.getByText(t("sessions.minutesShort", { n: 35 }), { exact: true }),
  ).toBeVisible();
  await expectAccessible(console_);
  await console_.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(console_);
  await console_.setViewportSize({ width: 1280, height: 800 });

  // --- the console goes by it ---------------------------------------------------------------------------------
  const { code } = await openSession(console_, t, "de-DE");
  const agenda = console_.getByRole("complementary", { name: t("console.agenda") });
  await expect(agenda.getByRole("listitem").nth(2)).toContainText("12");
  const phone = await open({ viewport: PHONE, touch: true });
  await join(phone, code, t);
  await beginWithFew(console_, t, 1);
  await advanceTo(console_, t, "de-DE", "small-no", "write");
  const panel = console_.getByRole("region", { name: t("console.script") });
  await expect(panel.getByText(inLocale(evidence, "de"))).toBeHidden();
  await panel.getByText(t("catalogue.activityNotes")).click();
  for (const said of [contentNote, optOut, evidence]) {
    await expect(panel.getByText(inLocale(said, "de"))).toBeVisible();
  }
  await expectAccessible(console_);

  // --- and the phone says it before one writes, the way out closed --------------------------------------------
  await expect(phone.getByText(inLocale(contentNote, "de"))).toBeVisible();
  await expect(phone.getByText(inLocale(optOut, "de"))).toBeHidden();
  await phone.getByText(t("phone.optOut")).click();
  await expect(phone.getByText(inLocale(optOut, "de"))).toBeVisible();
  await expect(phone.getByText(inLocale(case_.text, "de"))).toBeVisible();
  await expectAccessible(phone);
  await phone.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(phone);
  await phone.setViewportSize(PHONE);
  await phone.getByRole("button", { name: t("phone.skip"), exact: true }).click();
  await expect(phone.getByText(inLocale(contentNote, "de"))).toHaveCount(0);
  await expect(phone.getByText(t("phone.optOut"))).toHaveCount(0);
});
