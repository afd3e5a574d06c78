import type { Page } from "@playwright/test";
import { isolated } from "@/lib/i18n/isolated";
import { otherChairs } from "@/lib/workshops/activities/other-chairs";
import { adaptPlan } from "./every-page";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
  texts,
} from "./fixtures";
import { playIn } from "./played-room";
import { join, openShown } from "./workshop";

/** Plans of one's own: adapted, kept while they are edited, and opened. */

/** Two plans, their session, and a group of four in it. */
const TIMEOUT_MS = 3 * 60_000;

const ROLES = "kinds.roleplay.settings.presets.roleSet";
const { roleSet } = Object(otherChairs.activity.settings);
const STANCE = "Du hast abgesagt, und es war knapp.";
const PROMPT = "Was lag an dem Tag auf dem Tisch?";
const NAME = "Stühle beim Träger";

const desk = texts("de-DE");

/** Chooses the role-play in the agenda. */
const chooseChairs = (page: Page, language: "de" | "en" = "de") =>
  page
    .locator("#agenda")
    .getByRole("button", { name: new RegExp(`^${otherChairs.activity.title[language]}`) })
    .click();

const field = (page: Page, name: string) => page.locator(`#activity [name="${name}"]`);

const expectSaved = (page: Page) =>
  expect(page.getByText(desk("plans.state.saved"), { exact: true })).toBeVisible();

test("a ready-made plan is adapted, its roles go into another one, and a phone shows them", async ({
  account,
  facilitator: console_,
  participants,
  server,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const t = desk;
  await console_.goto("/sessions/new/other-chairs");
  await console_.getByRole("button", { name: t("plans.adapt") }).click();
  await console_.waitForURL(/\/sessions\/plans\/[0-9a-f]{32}$/);
  await console_.getByRole("textbox", { name: t("plans.name") }).fill(NAME);
  await chooseChairs(console_);
  await field(console_, "prompt.de").fill(PROMPT);
  for (const at of roleSet.roles.keys()) {
    await field(console_, `roleSet.roles.${at}.stance.de`).fill(STANCE);
  }
  // Whoever reads another wording would be told the old one.
  await expect(console_.getByText(/^Noch von vorher/).first()).toBeVisible();
  await expectSaved(console_);
  await expectAccessible(console_);

  await console_.getByRole("button", { name: t(`${ROLES}.keep`) }).click();
  await console_.getByRole("textbox", { name: t(`${ROLES}.name`) }).fill("Rollen beim Träger");
  await expectAccessible(console_);
  await console_.getByRole("button", { name: t("plans.keep"), exact: true }).click();
  await expect(console_.getByRole("dialog")).toHaveCount(0);

  await console_.reload();
  await expect(console_.getByRole("textbox", { name: t("plans.name") })).toHaveValue(NAME);
  await chooseChairs(console_);
  await expect(field(console_, "prompt.de")).toHaveValue(PROMPT);

  // --- another plan takes the roles over -----------------------------------------------------------------
  await adaptPlan(console_, "single-other-chairs");
  await chooseChairs(console_);
  await console_.getByRole("button", { name: t(`${ROLES}.choose`) }).click();
  await expectAccessible(console_);
  await console_
    .getByRole("button", { name: t("plans.takeOf", { name: isolated("Rollen beim Träger") }) })
    .click();
  await expect(field(console_, "roleSet.roles.0.stance.de")).toHaveValue(STANCE);

  // --- opened at once: what isn't saved yet is saved first ------------------------------------------------
  await console_.getByRole("link", { name: t("sessions.open"), exact: true }).click();
  await console_.waitForURL("**/sessions/new/*");
  await expectAccessible(console_);
  const { id, code } = await openShown(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  const room = await playIn(id, { server, account, people: 3 });
  await join(phone, code, t);
  await room.begin();
  const { key } = otherChairs.activity;
  await room.to(key, "choose");
  await room.remote.act({ type: "chooseCase", case: "trial-day" });
  await room.to(key, "brief1");
  await expect(phone.getByText(STANCE)).toBeVisible();
  room.close();
});

test("two pages with one plan: the second is told, and loses nothing", async ({
  account,
  facilitator: first,
  open,
}) => {
  const t = desk;
  const id = await adaptPlan(first, "single-other-chairs");
  const second = await open({ storageState: account.storageState });
  await second.goto(`/sessions/plans/${id}`);
  for (const page of [first, second]) await chooseChairs(page);
  await field(first, "prompt.de").fill("Was war zuerst?");
  await expectSaved(first);
  await field(second, "prompt.de").fill("Was war danach?");
  const told = second.getByRole("alert").filter({ hasText: t("plans.newer") });
  await expect(told).toBeVisible();
  await expectAccessible(second);
  await second.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(second);
  await told.getByRole("button", { name: t("plans.keepMine") }).click();
  await second.waitForURL((url) => !url.pathname.endsWith(id));
  await chooseChairs(second);
  await expect(field(second, "prompt.de")).toHaveValue("Was war danach?");

  // --- the other way, and one that was deleted meanwhile ---------------------------------------------------
  await second.setViewportSize({ width: 1280, height: 800 });
  await second.goto(`/sessions/plans/${id}`);
  await chooseChairs(second);
  await field(first, "prompt.de").fill("Was war zuletzt?");
  await expectSaved(first);
  await field(second, "prompt.de").fill("Etwas anderes");
  // What is chosen before the page has been loaded anew is gone with the old one.
  const loadedAnew = second.waitForEvent("load");
  await told.getByRole("button", { name: t("plans.loadOther") }).click();
  await loadedAnew;
  await expect(told).toHaveCount(0);
  await chooseChairs(second);
  await expect(field(second, "prompt.de")).toHaveValue("Was war zuletzt?");

  await second.goto("/sessions");
  const row = second.getByRole("listitem").filter({ has: second.locator(`a[href$="${id}"]`) });
  await row.getByRole("button", { name: /^Mehr/ }).click();
  await second.getByRole("menuitem", { name: t("sessions.deleteAsk") }).click();
  await expectAccessible(second);
  await second.getByRole("button", { name: t("plans.delete"), exact: true }).click();
  await expect(row).toHaveCount(0);
  await field(first, "prompt.de").fill("Noch da?");
  await expect(first.getByText(t("plans.gone"))).toBeVisible();
  await first.getByRole("button", { name: t("plans.keepMine") }).click();
  await first.waitForURL((url) => !url.pathname.endsWith(id));
  await chooseChairs(first);
  await expect(field(first, "prompt.de")).toHaveValue("Noch da?");
});

test("what is typed is saved before a link is followed", async ({ facilitator: page }) => {
  const id = await adaptPlan(page, "single-small-no");
  await page.getByRole("textbox", { name: desk("plans.name") }).fill("Kurz vor dem Gehen");
  await page.getByRole("link", { name: desk("plans.toPlans") }).click();
  await page.waitForURL(/\/sessions(#plans)?$/);
  await expect(page.getByText("Kurz vor dem Gehen", { exact: true })).toBeVisible();
  await page.goto(`/sessions/plans/${id}`);
  await expect(page.getByRole("textbox", { name: desk("plans.name") })).toHaveValue(
    "Kurz vor dem Gehen",
  );
});

test.describe("in English, on a phone", () => {
  test.use({ locale: "en-GB" });

  test("a plan is prepared part by part", async ({ facilitator: page, t }) => {
    await page.setViewportSize(PHONE);
    await adaptPlan(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await chooseChairs(page, "en");
    await page.getByRole("link", { name: otherChairs.activity.title.en ?? "" }).click();
    await expect(field(page, "prompt.en")).toBeInViewport();
    await field(page, "prompt.en").fill("x".repeat(121));
    await expect(page.getByText(t("settings.charactersMost", { most: 120 }))).toBeVisible();
    await field(page, "prompt.en").fill("What lay on the table?");
    await expect(page.getByText(t("plans.state.saved"), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize(SMALLEST);
    await expectNoSidewaysScroll(page);
    await page.goto("/sessions");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
