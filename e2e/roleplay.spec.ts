import type { Locator, Page } from "@playwright/test";
import { isolated } from "@/lib/i18n/isolated";
import { otherChairs } from "@/lib/workshops/activities/other-chairs";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  OLD_PROJECTOR,
  PHONE,
  SMALLEST,
  test,
  ZOOMED_PHONE,
} from "./fixtures";
import { openPlayedRoom } from "./played-room";
import type { Texts } from "./texts";
import { COUNTED_WITHIN_MS, expectSaved, handIn, join, moveTo, readAll, uncover } from "./workshop";

/** Groups whose people talk, write in silence and sit before an empty chair, from the lobby to the summary. */

const ACTIVITY = otherChairs.activity.key;

/** A workshop of 90 minutes with thirteen phones, phase by phase. */
const WORKSHOP_TIMEOUT_MS = 6 * 60_000;

/** As wide as a sign has to be, to be seen across a room (look.md). */
const SIGN_PX = 300;

const CASE = "trial-day";
const PLACE = "Tisch am Fenster";
const MY_LINE = "Auf meinem Tisch lagen vierzig Mappen und ein Anruf von zu Hause.";
const MY_LETTER = "Ich hatte auf Freitag gewartet.";
const QUESTION = "Bis wann darf ich mit einer Antwort rechnen?";

const button = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });

/** Chooses what is chosen once the server says so. */
async function choose(radio: Locator): Promise<void> {
  await radio.click();
  await expect(radio).toBeChecked();
}

const promptOn = (phone: Page): Locator => phone.getByRole("heading", { level: 1 });

const roleOn = (phone: Page): Locator => phone.getByRole("main").getByRole("heading", { level: 2 });

test("a role card says one role and one question, and its group's sign fills the screen", async ({
  account,
  participants,
  server,
  stage,
  t,
}) => {
  const templateId = "single-other-chairs";
  const room = await openPlayedRoom({ server, account, templateId, people: 3 });
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, room.code, t);
  await room.begin();
  await moveTo(room.remote, ACTIVITY, "choose");
  await room.remote.act({ type: "chooseCase", case: CASE });
  await room.to(ACTIVITY, "assign");
  expect(await room.remote.act({ type: "namePlace", group: "A", place: PLACE })).toMatchObject({
    ok: true,
  });
  await room.to(ACTIVITY, "gather");
  await expect(promptOn(phone)).toHaveText(t("kinds.roleplay.common.group", { letter: "A" }));
  await expect(phone.getByText(PLACE)).toBeVisible();
  await expect(phone.getByText(t("kinds.roleplay.phone.chairs", { n: 4 }))).toBeVisible();
  await expectAccessible(phone);

  // --- the card: its group, one role, one question, and what becomes of what is said ----------------
  await room.to(ACTIVITY, "brief1");
  await expect(roleOn(phone)).toHaveCount(1);
  await expect(phone.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - paragraph: /Gruppe A ${PLACE}/
      - paragraph: ${t("kinds.roleplay.phone.yourRole")}
      - heading [level=2]
      - paragraph
      - paragraph: /\\?$/
  `);
  await expect(phone.getByText(t("kinds.roleplay.phone.noteSpoken"))).toBeVisible();
  await expectAccessible(phone);
  await phone.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(phone);
  await phone.setViewportSize(PHONE);

  // --- another role, without a reason -----------------------------------------------------------------
  const before = (await roleOn(phone).textContent()) ?? "";
  await button(phone, t("kinds.roleplay.phone.otherRole")).click();
  await expect(roleOn(phone)).not.toHaveText(before);

  // --- the case, once more ------------------------------------------------------------------------------
  await button(phone, t("kinds.roleplay.phone.caseOpen")).click();
  const reading = phone.getByRole("dialog", { name: t("kinds.roleplay.phone.caseTitle") });
  await expect(reading).toContainText("Probearbeiten");
  await reading.getByRole("button").click();

  // --- the sign: shape and letter, on the whole screen --------------------------------------------------
  for (const viewport of [PHONE, SMALLEST]) {
    await phone.setViewportSize(viewport);
    await button(phone, t("kinds.roleplay.phone.sign")).click();
    const sign = phone.getByRole("dialog", {
      name: t("kinds.roleplay.common.group", { letter: "A" }),
    });
    await expect(sign).toContainText(PLACE);
    const [screen, shape] = await Promise.all([
      sign.boundingBox(),
      sign.locator("svg").boundingBox(),
    ]);
    expect(screen).toMatchObject(viewport);
    expect(shape?.width).toBeGreaterThanOrEqual(SIGN_PX);
    await expectAccessible(phone);
    await button(phone, t("kinds.roleplay.phone.signBack")).click();
    await expect(sign).toBeHidden();
  }

  // At 200 % nothing of it lies beside the screen.
  await phone.setViewportSize(ZOOMED_PHONE);
  await button(phone, t("kinds.roleplay.phone.sign")).click();
  const sign = phone.getByRole("dialog");
  expect(await sign.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  await button(phone, t("kinds.roleplay.phone.signBack")).click();
  await expectNoSidewaysScroll(phone);
  await phone.setViewportSize(PHONE);

  // --- the stage of a round: its clock is read by everybody --------------------------------------------
  await stage.goto(`/stage/${room.stageKey}`);
  await expect(stage.getByRole("timer")).toBeVisible();
  await expect(stage.getByText(t("kinds.roleplay.common.round", { n: 1, total: 3 }))).toBeVisible();
  await expectAccessible(stage);
  await stage.setViewportSize(OLD_PROJECTOR);
  await expectAccessible(stage);
  room.close();
});

test("thirteen people change sides: one leaves, one comes late, one is elsewhere, and all modes come up", {
  tag: "@all",
}, async ({ account, facilitator: console_, guard, open, participants, server, stage, t }) => {
  test.setTimeout(WORKSHOP_TIMEOUT_MS);
  guard.tolerate(/WebSocket/);
  const templateId = "other-chairs";
  const room = await openPlayedRoom({ server, account, templateId, people: 10 });
  const [phone, leaver, elsewhere] = await participants(3);
  if (!phone || !leaver || !elsewhere) throw new Error("unreachable");
  for (const each of [phone, leaver, elsewhere]) await join(each, room.code, t);
  await console_.goto(`/sessions/${room.id}`);
  await stage.goto(`/stage/${room.stageKey}`);
  const desk = console_.getByRole("main");
  await expect(console_.getByText(t("console.people", { n: 13 })).first()).toBeVisible({
    timeout: COUNTED_WITHIN_MS,
  });
  await room.begin();

  // --- the facilitator chooses, and nobody else sees it before -----------------------------------------
  await room.to(ACTIVITY, "choose");
  await uncover(console_, t);
  await choose(desk.getByRole("radio", { name: /Probearbeiten/ }));
  await expect(stage.getByText(/Probearbeiten/)).toBeHidden();
  await room.to(ACTIVITY, "case");
  for (const page of [phone, stage]) await expect(page.getByText(/Probearbeiten/)).toBeVisible();
  await elsewhere.getByRole("checkbox", { name: t("kinds.roleplay.phone.remote") }).check();

  // --- thirteen in groups of 4, 3, 3, 3: places, and never who ------------------------------------------
  await room.to(ACTIVITY, "assign");
  await expect(desk).toContainText(t("kinds.roleplay.console.inGroups", { n: 13, groups: 4 }));
  await expect(chairsOf(desk, t, 4)).toHaveCount(1);
  await expect(chairsOf(desk, t, 3)).toHaveCount(3);
  await expect(desk).toContainText(t("kinds.roleplay.console.remoteFew", { n: 1 }));
  const place = desk.getByLabel(t("kinds.roleplay.console.place", { letter: "A" }));
  await place.fill(PLACE);
  await place.press("Enter");
  await expectAccessible(console_);
  await room.to(ACTIVITY, "gather");
  await expect(stage.getByText(PLACE)).toBeVisible();
  for (const each of [phone, leaver, elsewhere]) {
    await expect(promptOn(each)).toHaveText(
      new RegExp(`^${t("kinds.roleplay.common.group", { letter: "[A-D]" })}$`),
    );
  }

  // --- one leaves, one comes: seats follow, and the latecomer has the next round's role ------------------
  await room.to(ACTIVITY, "brief1");
  await leave(leaver, t);
  await expect(desk).toContainText(t("kinds.roleplay.console.inGroups", { n: 12, groups: 4 }));
  const latecomer = await open({ viewport: PHONE, touch: true });
  await join(latecomer, room.code, t);
  await expect(latecomer.getByText(t("kinds.roleplay.phone.nextRound"))).toBeVisible();
  await expect(desk).toContainText(t("kinds.roleplay.console.inGroups", { n: 13, groups: 4 }));

  // --- spoken: nothing is stored, nothing to hand in ------------------------------------------------------
  await room.to(ACTIVITY, "play1");
  const firstRole = (await roleOn(phone).textContent()) ?? "";
  await expect(phone.getByText(t("kinds.roleplay.phone.noteSpoken"))).toBeVisible();
  await expect(phone.getByRole("textbox")).toHaveCount(0);
  await room.to(ACTIVITY, "swap1");
  await expect(promptOn(phone)).toHaveText(t("kinds.roleplay.phone.swapNow"));
  await choose(desk.getByRole("radio", { name: t("kinds.roleplay.console.modes.silent") }));

  // --- silent: another role, and a line that is sealed -----------------------------------------------------
  await room.to(ACTIVITY, "brief2");
  await expect(roleOn(phone)).not.toHaveText(firstRole);
  await expect(roleOn(latecomer)).toHaveCount(1);
  await room.to(ACTIVITY, "play2");
  await handIn(phone, t, MY_LINE, {
    label: t("kinds.roleplay.phone.yourLine"),
    button: t("kinds.roleplay.phone.handIn"),
  });
  await expectSaved(phone, t, MY_LINE);
  await expect(desk.getByText(MY_LINE)).toBeHidden();
  await room.to(ACTIVITY, "swap2");
  await choose(desk.getByRole("radio", { name: t("kinds.roleplay.console.modes.emptyChair") }));

  // --- an empty chair: what is written stays on the phone, through a reload too -----------------------------
  await room.to(ACTIVITY, "play3");
  const letter = phone.getByLabel(t("kinds.roleplay.phone.aloneLabel"));
  await letter.fill(MY_LETTER);
  await phone.reload();
  await expect(letter).toHaveValue(MY_LETTER);
  await expectAccessible(phone);

  // --- roles are put down, also where the activity is skipped, while the facilitator reads -----------------------
  const from = { activity: ACTIVITY, phase: "play3" };
  expect(await room.remote.send({ type: "skipActivity", from })).toMatchObject({ ok: true });
  await expect(promptOn(phone)).toHaveText(t("kinds.roleplay.phone.deRoleTitle"));
  await uncover(console_, t);
  await expect(desk.getByText(MY_LINE)).toBeVisible();
  await readAll(console_, t);

  // --- the debrief in its order, lines below roles and not the truth ----------------------------------------
  await room.to(ACTIVITY, "otherChair");
  await expect(phone.getByText(MY_LINE)).toBeVisible();
  await expect(phone.getByText("Mögliche Gründe, nicht die Wahrheit")).toBeVisible();
  await expectAccessible(phone);
  await expect(stage.getByText("Mögliche Gründe, nicht die Wahrheit")).toBeVisible();
  await room.to(ACTIVITY, "guessKnowAsk");
  const column = t("kinds.roleplay.common.pad.ask");
  const row = desk.getByRole("textbox", { name: t("kinds.roleplay.console.rowAdd", { column }) });
  await row.fill(QUESTION);
  await row.press("Enter");
  for (const page of [phone, stage]) await expect(page.getByText(QUESTION)).toBeVisible();
  await room.to(ACTIVITY, "takeAlong");
  do await room.next();
  while (room.remote.view?.planned?.key !== "close");
  expect(await room.remote.send({ type: "end" })).toEqual({ ok: true });

  // --- what remains: lines and the row that was chosen, and nothing of who sat where -----------------------------------
  await console_.goto(`/sessions/${room.id}/summary`);
  const perspectives = console_
    .getByRole("article")
    .getByRole("region", { name: t("summary.perspectives") });
  await expect(perspectives).toContainText(MY_LINE);
  await expect(perspectives).toContainText(QUESTION);
  const told = (await console_.getByRole("article").textContent()) ?? "";
  for (const secret of [PLACE, MY_LETTER, isolated(PLACE)]) expect(told).not.toContain(secret);
  room.close();
});

/** Groups on the console that have so many places. */
const chairsOf = (desk: Locator, t: Texts, n: number): Locator =>
  desk.getByText(t("kinds.roleplay.console.chairs", { n }), { exact: true });

async function leave(phone: Page, t: Texts): Promise<void> {
  await button(phone, t("phone.help")).click();
  const name = t("phone.leave");
  await phone.getByRole("button", { name }).click();
  await phone.getByRole("dialog", { name }).getByRole("button", { name }).click();
  await expect(phone.getByRole("heading", { name: t("phone.left") })).toBeVisible();
}
