import type { Locator, Page } from "@playwright/test";
import { smallNo } from "../lib/workshops/activities/small-no";
import { tenRequests } from "../lib/workshops/activities/ten-requests";
import { whoseShare } from "../lib/workshops/activities/whose-share";
import { otherChairs } from "../lib/workshops/other-chairs";
import { adaptPlan } from "./every-page";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";
import { inLocale } from "./workshop";

const titleOf = ({ activity }: { activity: { title: { de?: string } } }): string =>
  inLocale(activity.title, "de");
const [requests, no, share] = [tenRequests, smallNo, whoseShare].map(titleOf) as [
  string,
  string,
  string,
];

/** The activities as they stand. */
const titlesIn = (agenda: Locator): Promise<string[]> =>
  agenda
    .getByRole("listitem")
    .evaluateAll((rows) =>
      rows.map((row) => row.querySelector("button:nth-of-type(2) > span")?.textContent ?? ""),
    );

test("the agenda of a plan is arranged with keys, by hand and by menu, and says what can't be", async ({
  facilitator: page,
  t,
}) => {
  await adaptPlan(page, otherChairs.id);
  const agenda = page.getByRole("region", { name: t("agenda.title"), exact: true });
  const row = (title: string) => agenda.getByRole("listitem").filter({ hasText: title });
  const said = agenda.getByRole("status");
  const before = await titlesIn(agenda);
  expect(before).toEqual(otherChairs.activities.map(({ title }) => inLocale(title, "de")));
  const at = before.indexOf(requests);

  // --- with keys: what moves keeps the focus, and it is said where it is ---------------------------------------
  const all = before.length;
  await row(requests).getByRole("button", { name: requests }).last().click();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(said).toHaveText(t("agenda.said.moved", { title: requests, place: at + 2, all }));
  await expect(row(requests).getByRole("button", { name: requests }).last()).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(said).toHaveText(t("agenda.said.moved", { title: requests, place: at + 1, all }));
  expect(await titlesIn(agenda)).toEqual(before);
  await page.keyboard.press("Alt+Home");
  await expect(said).toHaveText(t("agenda.refused.opening"));
  await page.keyboard.press("ArrowDown");
  await expect(row(no).getByRole("button", { name: no }).last()).toBeFocused();
  await expect(agenda.getByRole("textbox")).toHaveAccessibleName(
    t("sessions.sizeOf", { title: no }),
  );

  // --- by hand -------------------------------------------------------------------------------------------------
  await drag(page, row(share), row(no));
  await expect(said).toHaveText(t("agenda.said.moved", { title: share, place: at + 2, all }));
  await drag(page, row(no), row(share));
  await expect.poll(() => titlesIn(agenda)).toEqual(before);

  // --- by menu: taken out, and brought back --------------------------------------------------------------------
  const more = (title: string) =>
    page.getByRole("button", { name: t("sessions.moreOf", { title }) });
  await more(share).click();
  await page.getByRole("menuitem", { name: t("agenda.remove") }).click();
  await expect(said).toHaveText(t("agenda.said.removed", { title: share }));
  await expect(row(share)).toHaveCount(0);
  await agenda.getByRole("button", { name: t("agenda.restore") }).click();
  await expect.poll(() => titlesIn(agenda)).toEqual(before);
  await more(inLocale(otherChairs.activities[1]?.title ?? {}, "de")).click();
  await page.getByRole("menuitem", { name: t("agenda.remove") }).click();
  await expect(said).toContainText("nimmt auf");

  // --- minutes, and another activity ---------------------------------------------------------------------------
  await row(no).getByRole("button", { name: no }).last().click();
  const minutes = agenda.getByLabel(t("sessions.sizeOf", { title: no }));
  await minutes.fill("11");
  await minutes.press("Enter");
  await expect(said).toHaveText(t("agenda.said.resized", { title: no, n: 11 }));
  await expect(minutes).toHaveValue("11");
  await expect(minutes).toBeFocused();
  await minutes.fill("viel");
  await minutes.press("Enter");
  await expect(said).toHaveText(t("agenda.said.notWhole"));
  await expect(minutes).toHaveValue("11");
  await agenda.getByRole("button", { name: t("agenda.add") }).click();
  const chooser = page.getByRole("dialog", { name: t("agenda.add") });
  await expectAccessible(page, "dialog[open]");
  await chooser.getByRole("button", { name: share }).click();
  await expect(row(share)).toHaveCount(2);
});

/** Takes a row by its title and lets it go on the upper half of another one. */
async function drag(page: Page, what: Locator, onto: Locator): Promise<void> {
  const [from, to] = await Promise.all([what.boundingBox(), onto.boundingBox()]);
  if (!from || !to) throw new Error("A row is not there");
  const x = from.x + from.width / 2;
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, from.y + from.height / 2 + 12);
  await page.mouse.move(x, to.y + 4);
  await page.mouse.up();
}

test("what a plan shows on each screen follows its edits, and stands in every window", async ({
  facilitator: page,
  t,
}) => {
  await adaptPlan(page, otherChairs.id);
  const agenda = page.getByRole("region", { name: t("agenda.title"), exact: true });
  await agenda.getByRole("button", { name: no }).last().click();
  const preview = page.getByRole("region", { name: t("catalogue.preview"), exact: true });
  const frame = preview.frameLocator("iframe");
  const { prompt } = smallNo.activity;
  await expect(frame.getByText(inLocale(prompt, "de"), { exact: true }).first()).toBeVisible();
  await expect(frame.locator("textarea")).toBeVisible();
  // It took no focus, though a phone leads it to its question.
  await expect(agenda.getByRole("button", { name: no }).last()).toBeFocused();
  await preview.getByRole("button", { name: t("catalogue.screens.stage") }).click();
  await expect(frame.getByText(inLocale(prompt, "de"), { exact: true }).first()).toBeVisible();
  await expect(frame.locator("textarea")).toHaveCount(0);
  await preview.getByRole("button", { name: t("catalogue.screens.phone") }).click();
  await page.locator('#activity [name="prompt.de"]').fill("Was war dein letztes kleines Nein?");
  await expect(frame.getByText("Was war dein letztes kleines Nein?").first()).toBeVisible();
  await expectAccessible(page);
  for (const viewport of [PHONE, SMALLEST, { width: 1024, height: 768 }, LAPTOP]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page);
  }
});

test("what was changed by buttons, lists and menus is taken back, and done again", async ({
  facilitator: page,
  t,
}) => {
  await adaptPlan(page, otherChairs.id);
  const agenda = page.getByRole("region", { name: t("agenda.title"), exact: true });
  const activity = page.locator("#activity");
  const undo = page.getByRole("button", { name: t("console.board.undo"), exact: true });
  const redo = page.getByRole("button", { name: t("console.board.redo"), exact: true });
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await agenda.getByRole("button", { name: requests }).last().click();
  const items = activity.locator('[name^="items."][name$=".prompt.de"]');
  const before = await items.count();
  const words = await items.last().inputValue();
  await activity
    .getByRole("button", {
      name: t("settings.remove", { entry: t("kinds.scale.settings.item", { n: before }) }),
    })
    .click();
  await expect(items).toHaveCount(before - 1);
  await activity.locator('[name="summary"]').selectOption("none");

  // Wherever one looks by then, it is shown what comes back.
  await agenda.getByRole("button", { name: no }).last().click();
  await undo.click();
  await expect(activity.locator('[name="summary"]')).toHaveValue("aggregate");
  await page.keyboard.press("Control+z");
  await expect(items).toHaveCount(before);
  await expect(items.last()).toHaveValue(words);
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await redo.click();
  await expect(items).toHaveCount(before - 1);
  await undo.click();

  // In a field the key is the field's: it takes back letters, and no step.
  await items.first().fill("Wie viele?");
  await items.first().press("Control+z");
  await expect(items).toHaveCount(before);
  await expectAccessible(page);
});

test("a double click on an entry of a menu, or on what opens a dialog, does that and nothing beneath", async ({
  facilitator: page,
  t,
}) => {
  await adaptPlan(page, otherChairs.id);
  const agenda = page.getByRole("region", { name: t("agenda.title"), exact: true });
  const before = await titlesIn(agenda);
  await agenda.getByRole("button", { name: t("sessions.moreOf", { title: no }) }).click();
  await page.getByRole("menuitem", { name: t("agenda.duplicate") }).dblclick();
  await expect.poll(() => titlesIn(agenda)).toHaveLength(before.length + 1);
  // The copy is chosen, and not what lay beneath the menu.
  const copy = agenda.getByRole("listitem").filter({ hasText: no }).nth(1);
  await expect(copy.getByRole("button", { name: no }).last()).toHaveAttribute("aria-current");

  // The other half would have pressed the backdrop, which closes the dialog.
  await agenda.getByRole("button", { name: t("agenda.add") }).dblclick();
  const chooser = page.getByRole("dialog", { name: t("agenda.add") });
  await expect(chooser).toBeVisible();
  await chooser.getByRole("button", { name: share }).dblclick();
  await expect.poll(() => titlesIn(agenda)).toHaveLength(before.length + 2);
  await expect(chooser).toBeHidden();
});

test("a finger drags an activity by its grip", async ({ account, open, t }) => {
  const { storageState } = account;
  const page = await open({ storageState, viewport: PHONE, touch: true });
  await adaptPlan(page, otherChairs.id);
  const agenda = page.getByRole("region", { name: t("agenda.title"), exact: true });
  const gripOf = (title: string) =>
    agenda.getByRole("button", { name: t("sessions.moreOf", { title }) });
  await gripOf(share).scrollIntoViewIfNeeded();
  const [from, to] = await Promise.all([gripOf(share).boundingBox(), gripOf(no).boundingBox()]);
  if (!from || !to) throw new Error("A row is not there");
  const x = from.x + from.width / 2;
  const touches = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove", y: number) =>
    touches.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x, y }] });
  await touch("touchStart", from.y + from.height / 2);
  await touch("touchMove", from.y + from.height / 2 - 12);
  await touch("touchMove", to.y + 4);
  await touches.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect
    .poll(async () => (await titlesIn(agenda)).filter((each) => [share, no].includes(each)))
    .toEqual([share, no]);
});

test("a preview shows what the page around it hands it, and nothing that anybody else does", async ({
  facilitator: page,
  t,
}) => {
  await adaptPlan(page, otherChairs.id);
  const agenda = page.getByRole("region", { name: t("agenda.title"), exact: true });
  await agenda.getByRole("button", { name: no }).last().click();
  const preview = page.frames().find((frame) => new URL(frame.url()).pathname === "/preview");
  if (!preview) throw new Error("There is no preview");
  const prompt = inLocale(smallNo.activity.prompt, "de");
  await expect(preview.getByText(prompt, { exact: true }).first()).toBeVisible();

  // What the page says when it turns back to where phones show the prompt, with other words in it.
  await page.getByRole("button", { name: t("agenda.phaseAfter") }).click();
  const handed = preview.evaluate(
    () =>
      new Promise<string>((done) => {
        window.addEventListener("message", ({ data }) => {
          if (data?.view?.activity?.phase === "write") done(JSON.stringify(data));
        });
      }),
  );
  await page.getByRole("button", { name: t("agenda.phaseBefore") }).click();
  const message = await handed;
  const saying = (words: string) => message.replaceAll(prompt, words);
  expect(saying("Von woanders")).not.toBe(message);

  // From the frame itself it isn't heard, though it is of our own origin.
  await preview.evaluate(async (forged) => {
    window.postMessage(JSON.parse(forged), window.location.origin);
    // It has come by then, and what it would have changed is drawn.
    await new Promise((done) => {
      window.addEventListener("message", done, { once: true });
    });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, saying("Von woanders"));
  await expect(preview.getByText("Von woanders")).toHaveCount(0);
  // From the page it is.
  await page.evaluate((other) => {
    document.querySelector("iframe")?.contentWindow?.postMessage(JSON.parse(other), "*");
  }, saying("Von der Seite"));
  await expect(preview.getByText("Von der Seite").first()).toBeVisible();
});
