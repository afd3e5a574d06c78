import type { Locator, Page } from "@playwright/test";
import { otherChairs } from "@/lib/workshops/activities/other-chairs";
import type { LiveClient } from "@/server/simulated/live-client";
import { expectNoTextCutOff, expectTargets, SMALLEST_TARGET } from "./accessible";
import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  OLD_PROJECTOR,
  PHONE,
  SMALLEST,
  test,
  ZOOMED_PHONE,
} from "./fixtures";
import { openWithPlan } from "./own-plan";
import type { Texts } from "./texts";
import { connectRemote, goOn, join, moveTo, uncover } from "./workshop";

/** The sheet that a group writes together: what is a guess, what is known, what one could ask. */

const ACTIVITY = otherChairs.activity.key;

/** Three phones, a server that stops and starts, and the way there. */
const TIMEOUT_MS = 4 * 60_000;

const GUESS = "Sie war selbst unter Druck.";
const GUESS_TOGETHER = "Vielleicht war sie selbst unter Druck, wie alle.";
const KNOWN = "Auf die zweite Nachricht kam nichts.";
const OFFLINE = "Sie schrieb: Gerade ganz schlecht.";
const ASK = "Wann passt es dir besser?";
const UNSENT = "Wen würdest du an meiner Stelle fragen?";
const LATER = "Sie hatte auch keine Wahl.";
const HALF = "Ist ein Nein auch in";

const newNote = (phone: Page, t: Texts): Locator =>
  phone.getByRole("textbox", { name: t("kinds.roleplay.phone.sheetNew"), exact: true });

const notes = (phone: Page): Locator =>
  phone.getByRole("tabpanel").getByRole("list").getByRole("textbox");

async function toColumn(phone: Page, t: Texts, column: "guess" | "know" | "ask"): Promise<void> {
  await phone.getByRole("tab", { name: t(`kinds.roleplay.common.pad.${column}`) }).click();
}

async function put(phone: Page, t: Texts, text: string): Promise<void> {
  await newNote(phone, t).fill(text);
  await phone.getByRole("button", { name: t("kinds.roleplay.phone.sheetAdd") }).click();
  await expect(newNote(phone, t)).toHaveValue("");
}

const shows = (phone: Page, texts: readonly string[]): Promise<void> =>
  expect
    .poll(() =>
      notes(phone).evaluateAll((all) =>
        all.map((each) => (each instanceof HTMLTextAreaElement ? each.value : null)),
      ),
    )
    .toEqual(texts);

async function toSheets(remote: LiveClient): Promise<void> {
  await moveTo(remote, ACTIVITY, "choose");
  await remote.act({ type: "chooseCase", case: "trial-day" });
  do expect(await goOn(remote)).toBe(true);
  while (remote.view?.activity?.phase !== "guessKnowAsk");
}

test("three phones write one sheet, offline, through a reload and a restart; rows of it go on the stage", async ({
  account,
  facilitator: console_,
  guard,
  participants,
  server,
  stage,
  t,
}) => {
  test.setTimeout(TIMEOUT_MS);
  guard.tolerate(CONNECTION_LOST);
  const { id, code, stageKey } = await openWithPlan(server, {
    ...{ email: account.email, templateId: "single-other-chairs", address: "du", language: "de" },
    change: (activities) => activities,
  });
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  const [one, two, three] = await participants(3);
  if (!one || !two || !three) throw new Error("unreachable");
  for (const phone of [one, two, three]) await join(phone, code, t);
  expect(await remote.send({ type: "begin", endsAt: null })).toEqual({ ok: true });
  await remote.until(({ planned }) => planned);
  await toSheets(remote);
  await console_.goto(`/sessions/${id}`);
  await stage.goto(`/stage/${stageKey}`);

  // --- the sheet says what it is, and that it is not anonymous -------------------------------------------
  await expect(one.getByText(t("receipt.shortPad"))).toBeVisible();
  await expect(one.getByRole("heading", { level: 1 })).toHaveText(
    t("kinds.roleplay.phone.sheetAsks.guess"),
  );
  await expectAccessible(one);
  // Nothing stands on it, so nothing of it is saved.
  await expect(one.getByText(t("kinds.roleplay.phone.sheetOpening"))).toBeHidden();
  await expect(one.getByText(t("phone.saved"), { exact: true })).toHaveCount(0);

  // --- what one writes the others read, and may go on writing ---------------------------------------------
  await put(one, t, GUESS);
  for (const phone of [one, two, three]) await shows(phone, [GUESS]);
  const [mine, theirs] = [notes(one).first(), notes(two).first()];
  await mine.focus();
  await mine.press("Home");
  for (let n = 0; n < 3; n += 1) await mine.press("Delete");
  await mine.pressSequentially("Vielleicht war sie");
  for (let n = 0; n < 4; n += 1) await mine.press("Delete");
  await theirs.press("End");
  await theirs.press("Backspace");
  await theirs.pressSequentially(", wie alle.");
  for (const phone of [one, two, three]) await shows(phone, [GUESS_TOGETHER]);
  await expect(one.getByText(t("phone.saved"), { exact: true })).toBeVisible();

  // --- a keyboard that composes keeps its word: what others write comes after it (P245) -------------------------
  await theirs.dispatchEvent("compositionstart");
  await mine.press("Home");
  await mine.pressSequentially("Ja: ");
  await shows(three, [`Ja: ${GUESS_TOGETHER}`]);
  await expect(theirs).toHaveValue(GUESS_TOGETHER);
  await theirs.dispatchEvent("compositionend");
  await shows(two, [`Ja: ${GUESS_TOGETHER}`]);
  for (let n = 0; n < 4; n += 1) await mine.press("Backspace");
  for (const phone of [one, two, three]) await shows(phone, [GUESS_TOGETHER]);

  // --- one is offline for a while: what is written meanwhile comes together -----------------------------------
  await two.context().setOffline(true);
  for (const phone of [one, two]) await toColumn(phone, t, "know");
  await put(two, t, OFFLINE);
  await expect(two.getByText(t("phone.keptOffline"), { exact: true })).toBeVisible();
  await put(one, t, KNOWN);
  await shows(one, [KNOWN]);
  await two.context().setOffline(false);
  for (const phone of [one, two]) {
    await expect(notes(phone)).toHaveCount(2);
    await expect(phone.getByText(t("phone.saved"), { exact: true })).toBeVisible();
  }

  // --- reloaded with what was not sent, and with half a note ---------------------------------------------------
  for (const phone of [one, three]) await toColumn(phone, t, "ask");
  remote.close();
  await server.kill9();
  await put(three, t, UNSENT);
  await newNote(three, t).fill(HALF);
  await expect(three.getByText(t("phone.keptOffline"), { exact: true })).toBeVisible();
  await server.restart();
  await three.reload();
  await toColumn(three, t, "ask");
  await expect(newNote(three, t)).toHaveValue(HALF);
  for (const phone of [one, three]) await shows(phone, [UNSENT]);

  // --- what one takes away comes back, where they did not mean it -----------------------------------------------
  await put(one, t, ASK);
  for (const phone of [one, three]) await shows(phone, [UNSENT, ASK]);
  await one
    .getByRole("button", { name: t("kinds.roleplay.phone.sheetRemove", { n: 1 }), exact: true })
    .click();
  for (const phone of [one, three]) await shows(phone, [ASK]);
  await one.getByRole("button", { name: t("kinds.roleplay.phone.sheetRestore") }).click();
  for (const phone of [one, three]) await shows(phone, [ASK, UNSENT]);

  // --- on the smallest screen, and at 200 % ------------------------------------------------------------------------
  for (const viewport of [SMALLEST, ZOOMED_PHONE]) {
    await one.setViewportSize(viewport);
    await expectNoSidewaysScroll(one);
    await expectNoTextCutOff(one);
  }
  await one.setViewportSize(PHONE);
  await expectTargets(one, SMALLEST_TARGET.phone);
  await expectAccessible(one);

  // --- by keyboard alone ---------------------------------------------------------------------------------------------
  await one.getByRole("tab", { selected: true }).focus();
  await one.keyboard.press("ArrowRight");
  await expect(one.getByRole("tab", { selected: true })).toContainText(
    t("kinds.roleplay.common.pad.guess"),
  );
  await expect(one.getByRole("tab", { selected: true })).toBeFocused();

  // --- the facilitator reads all sheets, and puts rows on the stage --------------------------------------------------
  const desk = console_.getByRole("main");
  await expect(desk.getByText(GUESS_TOGETHER)).toBeHidden();
  await uncover(console_, t);
  await desk.getByRole("checkbox", { name: GUESS_TOGETHER }).check();
  await desk.getByRole("checkbox", { name: ASK }).check();
  for (const text of [GUESS_TOGETHER, ASK]) await expect(stage.getByText(text)).toBeVisible();
  await expect(stage.getByText(UNSENT)).toBeHidden();
  await expectAccessible(console_);
  await expectAccessible(stage);
  await stage.setViewportSize(OLD_PROJECTOR);
  await expectAccessible(stage);
  await desk.getByRole("checkbox", { name: GUESS_TOGETHER }).uncheck();
  await expect(stage.getByText(GUESS_TOGETHER)).toBeHidden();

  // --- what somebody empties comes back from what the console has seen -------------------------------------------------------
  const restore = desk.getByRole("button", { name: t("kinds.roleplay.console.rowsRestore") });
  await expect(restore).toBeHidden();
  await notes(one).first().fill("");
  await expect(desk.getByText(t("kinds.roleplay.console.rowsLost", { n: 1 }))).toBeVisible();
  await restore.click();
  await shows(one, ["", GUESS_TOGETHER]);
  await expect(restore).toBeHidden();
  await one
    .getByRole("button", { name: t("kinds.roleplay.phone.sheetRemove", { n: 1 }), exact: true })
    .click();
  // What was not saved before the sheet is closed comes back.
  await toColumn(two, t, "guess");
  for (const phone of [one, two]) await shows(phone, [GUESS_TOGETHER]);

  // --- closed by the facilitator: it can be read, and written no more ----------------------------------------------------
  const close = t("kinds.roleplay.console.padClose", { letter: "A" });
  await desk.getByRole("button", { name: close }).click();
  await expect(one.getByText(t("kinds.roleplay.phone.sheetClosed"))).toBeVisible();
  await expect(newNote(one, t)).toBeHidden();
  await expect(notes(one).first()).not.toBeEditable();
  // Who comes meanwhile reads, too, and writes as all others do once it is open again (P284).
  await two.reload();
  await shows(two, [GUESS_TOGETHER]);
  await expect(two.getByText(t("kinds.roleplay.phone.sheetClosed"))).toBeVisible();
  await desk
    .getByRole("button", { name: t("kinds.roleplay.console.padOpen", { letter: "A" }) })
    .click();
  for (const phone of [one, two]) await expect(newNote(phone, t)).toBeVisible();
  await put(two, t, LATER);
  for (const phone of [one, two]) await shows(phone, [GUESS_TOGETHER, LATER]);

  // --- put away: the group reads what it has written, the summary what was chosen ----------------------------------------
  // The first remote went with the server that was killed.
  const again = await connectRemote(server.baseURL, id, account.storageState.cookies);
  expect(await goOn(again)).toBe(true);
  await expect(one.getByText(GUESS_TOGETHER)).toBeVisible();
  await expect(one.getByRole("textbox")).toHaveCount(0);
  again.close();
});
