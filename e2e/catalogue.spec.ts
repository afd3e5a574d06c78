import type { MessageKey } from "../lib/i18n/messages";
import { readyActivities } from "../lib/workshops/activities/registry";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";
import { inLocale, planned } from "./workshop";

const ready = readyActivities.find(({ activity }) => activity.key === "if-then");

test("an activity is found by what there is time for, looked at, and opened as a session of its own", async ({
  facilitator: page,
  t,
}) => {
  if (!ready) throw new Error("There is no such activity");
  const { activity, doing } = ready;
  const title = inLocale(activity.title, "de");
  const all = readyActivities.length;
  const cards = page.getByRole("main").getByRole("listitem");

  await page.goto("/sessions");
  await page.getByRole("link", { name: t("sessions.toActivities") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("catalogue.title") })).toBeVisible();
  await expect(cards).toHaveCount(all);
  await expect(page.getByRole("navigation", { name: t("auth.menu") })).toBeVisible();
  await expectAccessible(page);

  // --- toggles narrow it, say how many, and outlive going away and back ---------------------------------------
  const light = page.getByRole("button", { name: t("catalogue.depths.light"), exact: true });
  await light.click();
  await expect(light).toHaveAttribute("aria-pressed", "true");
  const found = readyActivities.filter(({ depth }) => depth === "light").length;
  await expect(page.getByText(t("catalogue.found", { n: found, all }))).toBeVisible();
  await expect(cards).toHaveCount(found);
  for (const viewport of [SMALLEST, PHONE, LAPTOP]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole("link", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.goBack();
  await expect(cards).toHaveCount(found);
  await light.click();
  await expect(cards).toHaveCount(all);

  // --- its page ------------------------------------------------------------------------------------------------
  await page.getByRole("link", { name: title, exact: true }).click();
  // Its screens are the real ones, filled in by made-up people, phase by phase.
  const preview = page.getByRole("region", { name: t("catalogue.preview") });
  const frameOf = (screen: "phone" | "stage" | "console", phase: MessageKey) =>
    page.frameLocator(
      `iframe[title="${t("catalogue.previewOf", { screen: t(`catalogue.screens.${screen}`), phase: t(phase) })}"]`,
    );
  await preview.scrollIntoViewIfNeeded();
  const prompt = inLocale(activity.prompt, "de");
  for (const screen of ["phone", "stage", "console"] as const) {
    const frame = frameOf(screen, "kinds.commit.phases.fill.name");
    await expect(frame.getByText(prompt, { exact: true }).first()).toBeVisible();
  }
  const keep = t("kinds.commit.phases.keep.name");
  await preview.getByRole("button", { name: keep, exact: true }).click();
  const phone = frameOf("phone", "kinds.commit.phases.keep.name");
  await expect(phone.locator("h1").first()).toHaveText(t("kinds.commit.phone.plan.keep"));
  const console_ = frameOf("console", "kinds.commit.phases.keep.name");
  await expect(
    console_.getByText(inLocale(activity.script.phases.keep?.say ?? {}, "de")),
  ).toBeVisible();

  for (const said of [doing, activity.script.talkInstead, ...activity.script.debrief]) {
    await expect(page.getByText(inLocale(said, "de"), { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  for (const viewport of [SMALLEST, PHONE, LAPTOP]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page);
  }

  // --- as a session of its own ---------------------------------------------------------------------------------
  await page.getByRole("radio", { name: t("sessions.minutesShort", { n: 12 }) }).check();
  await page.getByRole("button", { name: t("sessions.open"), exact: true }).click();
  const agenda = page.getByRole("complementary", { name: t("console.agenda") });
  await expect(agenda.getByRole("listitem")).toHaveCount(3);
  await expect(agenda.getByRole("listitem").nth(1)).toContainText(title);
  await expect(agenda.getByRole("listitem").nth(1)).toContainText("12");
});

test("a workshop shows its arc and its times, and is printed with them", async ({
  facilitator: page,
  t,
}) => {
  await page.goto("/sessions/new/first-aid-after-a-no");
  await page.getByLabel(t("sessions.beginsAt")).fill("18:30");
  const agenda = page.getByRole("region", { name: t("sessions.agenda") });
  await expect(agenda.getByRole("listitem").nth(1)).toContainText("18:33");
  await expect(agenda.getByText(t("sessions.endsAt", { time: "19:00" }))).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(LAPTOP);
  // In another size, the guide goes by it.
  const sizeOf = t("sessions.sizeOf", { title: inLocale(planned("small-no").title, "de") });
  await agenda.getByLabel(sizeOf).selectOption(t("sessions.minutesShort", { n: 12 }));
  await agenda.getByRole("link", { name: t("sessions.guide") }).click();
  await expect(page.getByText("19:05", { exact: true })).toBeVisible();
  await expect(page.getByText(t("sessions.materialsText"))).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: t("sessions.print") })).toBeHidden();
});
