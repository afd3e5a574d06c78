import type { Page } from "@playwright/test";
import { joinAsPhone, type SimulatedPhone } from "@/server/simulated/phone";
import { demoNotes } from "../lib/activities/board/simulated-texts";
import { specificallySeen } from "../lib/workshops/activities/specifically-seen";
import { expectTargets, SMALLEST_TARGET } from "./accessible";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  OLD_PROJECTOR,
  PHONE,
  PROJECTOR,
  SMALLEST,
  test,
} from "./fixtures";
import { openWithPlan } from "./own-plan";
import type { Texts } from "./texts";
import {
  connectRemote,
  expectSaved,
  handIn,
  inLocale,
  join,
  moveTo,
  putIntoTheme,
  readAll,
  uncover,
} from "./workshop";

const KEY = specificallySeen.activity.key;

/** Enough for notes to be shown; as many come later. */
const PEOPLE = 6;
/** Phones of them that are held. */
const HELD = 2;

const GROUP = "Noch einmal nachgefragt";

const noteOf = (number: number): string => inLocale(demoNotes[number] ?? {}, "de");

/** Chooses the field of a note that is being written. */
const choose = (phone: Page, field: string) =>
  phone.getByRole("button", { name: field, exact: true }).click();

const write = async (phone: Page, t: Texts, { field, text }: { field: string; text: string }) => {
  await choose(phone, field);
  await handIn(phone, t, text, {
    label: t("kinds.board.phone.yourNote"),
    button: t("kinds.board.phone.handIn"),
  });
};

/** Hands in from a phone that nobody holds. */
async function writeUnheld(
  { client }: SimulatedPhone,
  { number, zone, text }: { number: number; zone: string; text: string },
): Promise<void> {
  const secret = (7_000 + number).toString(16).padStart(32, "0");
  const note = { edit: secret, markHash: secret.repeat(2), revision: 1, attributes: { zone } };
  expect(await client.act({ type: "submitCard", ...note, text })).toEqual({ ok: true });
}

/** The only one that is filled on a phone. */
const filled = (phone: Page) => phone.locator("button.bg-accent").filter({ visible: true });

test("P276 P277 a room collects notes in fields, reads them, and groups them; more come in a batch of their own", async ({
  account,
  open,
  participants,
  server,
  stage,
  t,
}) => {
  test.slow();
  const { id, code, stageKey } = await openWithPlan(server, {
    ...{ email: account.email, templateId: `single-${KEY}`, language: "de", address: "du" },
    change: (activities) => activities,
  });
  const console_ = await open({ storageState: account.storageState });
  await console_.goto(`/sessions/${id}`);
  await stage.goto(`/stage/${stageKey}`);
  const phones = await participants(HELD);
  const [first] = phones;
  if (!first) throw new Error("unreachable");
  for (const phone of phones) await join(phone, code, t);
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  const unheld = await Promise.all(
    Array.from({ length: 2 * PEOPLE - HELD }, (_, number) =>
      joinAsPhone(server.baseURL, id, number),
    ),
  );
  const late = unheld.splice(PEOPLE - HELD);
  const desk = console_.getByRole("main");
  /** The stage measures its cards on a hidden copy. */
  const onStage = (text: string) =>
    stage.getByText(text, { exact: true }).filter({ visible: true });
  try {
    await remote.send({ type: "begin", endsAt: null });
    await remote.until(({ planned }) => planned);

    // --- each note belongs to a field ----------------------------------------------------------------------------
    await moveTo(remote, KEY, "add");
    const editor = first.getByLabel(t("kinds.board.phone.yourNote"));
    await editor.fill(noteOf(0));
    await first.getByRole("button", { name: t("kinds.board.phone.handIn") }).click();
    await expect(first.getByText(t("phone.placeMissing"))).toBeVisible();
    await expect(filled(first)).toHaveCount(1);
    for (const viewport of [SMALLEST, PHONE]) {
      await first.setViewportSize(viewport);
      await expectNoSidewaysScroll(first);
      await expectTargets(first, SMALLEST_TARGET.phone);
    }
    await expectAccessible(first);
    for (const [number, phone] of phones.entries()) {
      await write(phone, t, { field: "Gefragt", text: noteOf(number) });
    }
    for (const [n, phone] of unheld.entries()) {
      const number = HELD + n;
      await phone.client.until((view) => view.activity?.phase === "add");
      await writeUnheld(phone, { number, zone: "asked", text: noteOf(number) });
    }
    await expectSaved(first, t, noteOf(0));
    await expect(onStage(noteOf(0))).toHaveCount(0);

    // --- read by the facilitator, then shown field by field -------------------------------------------------------
    await moveTo(remote, KEY, "review");
    await uncover(console_, t);
    await expect(desk.getByText(noteOf(0), { exact: true })).toBeVisible();
    await readAll(console_, t);
    await expect(first.getByText(noteOf(1), { exact: true })).toBeHidden();
    await moveTo(remote, KEY, "show");
    for (const phone of phones) {
      await expect(phone.getByRole("heading", { name: "Gefragt", exact: true })).toBeVisible();
      await expect(phone.getByText(noteOf(1), { exact: true })).toBeVisible();
    }
    for (const viewport of [PROJECTOR, OLD_PROJECTOR]) {
      await stage.setViewportSize(viewport);
      await expect(onStage("Gefragt")).toHaveCount(1);
    }
    for (const page of [first, console_, stage]) await expectAccessible(page);

    // --- more notes wait until they are enough people's -----------------------------------------------------------
    await expect(desk.getByText(t("console.lateWaiting"))).toBeVisible();
    for (const [n, phone] of late.entries()) {
      const number = PEOPLE + n;
      await phone.client.until((view) => view.activity?.phase === "show");
      await writeUnheld(phone, { number, zone: "listened", text: `Später ${n}` });
    }
    await desk.getByRole("button", { name: t("console.lateReview") }).click();
    await uncover(console_, t);
    await expect(desk.getByText("Später 0", { exact: true })).toBeVisible();
    await expect(first.getByText("Später 0", { exact: true })).toBeHidden();
    expect(await remote.act({ type: "revealLate" })).toEqual({ ok: true });
    await expect(first.getByText("Später 0", { exact: true })).toBeVisible();
    await expect(first.getByRole("heading", { name: "Zugehört", exact: true })).toBeVisible();

    // --- groups inside a field -------------------------------------------------------------------------------------
    await moveTo(remote, KEY, "group");
    await uncover(console_, t);
    await desk.getByRole("button", { name: "Gefragt", exact: true }).click();
    await desk
      .getByRole("button", { name: t("kinds.board.console.groupNew"), exact: true })
      .click();
    await desk.getByLabel(t("kinds.board.console.groupName")).fill(GROUP);
    await console_.keyboard.press("Enter");
    for (const number of [0, 1, 2]) await putIntoTheme(console_, t, noteOf(number), GROUP);
    for (const phone of phones) {
      await expect(phone.getByRole("heading", { name: GROUP, exact: true })).toBeVisible();
    }
    await expect(onStage(GROUP)).toHaveCount(1);
    for (const page of [first, console_, stage]) await expectAccessible(page);
    for (const viewport of [SMALLEST, PHONE]) {
      await first.setViewportSize(viewport);
      await expectNoSidewaysScroll(first);
      await expectTargets(first, SMALLEST_TARGET.phone);
    }

    // --- what everybody keeps to themselves -------------------------------------------------------------------------
    await moveTo(remote, KEY, "ask");
    await expect(desk.getByText(t("kinds.board.console.askPrivate"))).toBeVisible();
    await expect(first.getByLabel("Wen fragst du, und was genau?")).toBeVisible();
  } finally {
    remote.close();
    for (const each of [...unheld, ...late]) each.close();
  }
});

test("P279 where the plan lets the room group, each phone moves notes, and the stage follows", {
  tag: "@all",
}, async ({ account, open, participants, server, stage, t }) => {
  test.slow();
  const { id, code, stageKey } = await openWithPlan(server, {
    ...{ email: account.email, templateId: `single-${KEY}`, language: "de", address: "sie" },
    change: (activities) =>
      activities.map((each) =>
        each.key === KEY ? { ...each, settings: { ...each.settings, roomSorts: true } } : each,
      ),
  });
  const console_ = await open({ storageState: account.storageState });
  await console_.goto(`/sessions/${id}`);
  await stage.goto(`/stage/${stageKey}`);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  const others = await Promise.all(
    Array.from({ length: PEOPLE }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  try {
    await remote.send({ type: "begin", endsAt: null });
    await remote.until(({ planned }) => planned);
    await moveTo(remote, KEY, "add");
    for (const other of others) {
      await other.client.until((view) => view.activity?.phase === "add");
      await other.takePart();
    }
    await moveTo(remote, KEY, "group");
    const themeId = "7".repeat(32);
    const zone = "asked";
    expect(await remote.act({ type: "addTheme", themeId, name: GROUP, zone })).toEqual({
      ok: true,
    });
    const fields = phone.getByRole("combobox");
    await expect(fields.first()).toBeVisible();
    for (const _ of [0, 1, 2]) {
      const loose = phone
        .locator("select")
        .filter({ has: phone.locator("option:checked[value='']") });
      await loose.first().selectOption({ label: `Gefragt: ${GROUP}` });
    }
    const heading = phone.getByRole("heading", { name: `Gefragt: ${GROUP}`, exact: true });
    await expect(heading).toBeVisible();
    await expect(stage.getByText(GROUP).filter({ visible: true })).toHaveCount(1);
    for (const viewport of [SMALLEST, PHONE]) {
      await phone.setViewportSize(viewport);
      await expectNoSidewaysScroll(phone);
      await expectTargets(phone, SMALLEST_TARGET.phone);
    }
    for (const page of [phone, stage]) await expectAccessible(page);
  } finally {
    remote.close();
    for (const other of others) other.close();
  }
});

test("P280 P281 a room lays dots on notes, and a group with its dots stands alone on the stage", {
  tag: "@all",
}, async ({ account, open, participants, server, stage, t }) => {
  test.slow();
  const DOTS = 3;
  const { id, code, stageKey } = await openWithPlan(server, {
    ...{ email: account.email, templateId: `single-${KEY}`, language: "de", address: "du" },
    change: (activities) =>
      activities.map((each) =>
        each.key === KEY ? { ...each, settings: { ...each.settings, dots: DOTS } } : each,
      ),
  });
  const console_ = await open({ storageState: account.storageState });
  await console_.goto(`/sessions/${id}`);
  await stage.goto(`/stage/${stageKey}`);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  const others = await Promise.all(
    Array.from({ length: PEOPLE }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  const takePart = async (phase: string) => {
    for (const other of others) {
      await other.client.until((view) => view.activity?.phase === phase);
      await other.takePart();
    }
  };
  const desk = console_.getByRole("main");
  const onStage = (text: string) =>
    stage.getByText(text, { exact: true }).filter({ visible: true });
  try {
    await remote.send({ type: "begin", endsAt: null });
    await remote.until(({ planned }) => planned);
    await moveTo(remote, KEY, "add");
    await takePart("add");
    await moveTo(remote, KEY, "group");
    const group = "7".repeat(32);
    const add = { type: "addTheme", themeId: group, name: GROUP, zone: "asked", colour: "ochre" };
    expect(await remote.act(add)).toEqual({ ok: true });
    const view = await remote.until(({ cards }) => cards && Object.keys(cards).length > 3 && cards);
    const cards = Object.values(view);
    // Two people may have written the same; its dots are laid by its words.
    const alone = ({ text }: { text: string }) =>
      cards.filter((other) => other.text === text).length === 1;
    const liked = cards.find(alone);
    if (!liked) throw new Error("Every note is there twice");
    const rest = cards.filter((card) => card !== liked).slice(0, 3);
    for (const { id: cardId } of [liked, ...rest]) {
      const sort = { type: "sortCard", cardId, themeId: group };
      expect(await remote.act(sort)).toEqual({ ok: true });
    }

    // --- dots: as many as the plan gives, on one note or spread -------------------------------------------------
    await moveTo(remote, KEY, "vote");
    const more = phone.getByRole("button", { name: t("phone.dotMore", { on: liked.text }) });
    for (let n = 0; n < DOTS; n += 1) await more.click();
    await expect(phone.getByText(t("phone.votesLeft", { n: 0, max: DOTS }))).toBeVisible();
    for (const viewport of [SMALLEST, PHONE]) {
      await phone.setViewportSize(viewport);
      await expectNoSidewaysScroll(phone);
      await expectTargets(phone, SMALLEST_TARGET.phone);
    }
    await expect(filled(phone)).toHaveCount(1);
    for (const page of [phone, console_, stage]) await expectAccessible(page);
    await phone.getByRole("button", { name: t("phone.dotsHandIn") }).click();
    await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
    for (const { client } of others) {
      const dots = { [liked.id]: 1 };
      expect(await client.act({ type: "castDots", revision: 1, dots })).toEqual({ ok: true });
    }

    // --- told to everybody at once, on surface, list, phone and stage ---------------------------------------------
    await moveTo(remote, KEY, "weighed");
    const told = t("common.dots", { n: DOTS + PEOPLE });
    await expect(phone.getByText(told, { exact: true })).toBeVisible();
    for (const viewport of [PROJECTOR, OLD_PROJECTOR]) {
      await stage.setViewportSize(viewport);
      await expect(onStage(told)).toHaveCount(1);
    }
    await uncover(console_, t);
    await desk.getByRole("button", { name: "Gefragt", exact: true }).click();
    for (const page of [phone, stage]) await expectAccessible(page);

    // --- the group alone, and back by one press, by keys ------------------------------------------------------------
    const columnName = `${t("console.board.colours.ochre")}: ${GROUP}`;
    for (const shown of ["columns", "list"] as const) {
      await desk
        .getByRole("button", { name: t(`console.board.${shown}`), exact: true })
        .press("Enter");
      await expect(desk.getByText(told, { exact: true })).toBeVisible();
      await desk.getByRole("button", { name: columnName, exact: true }).press("Enter");
      await console_
        .getByRole("menuitem", { name: t("console.board.spotlight"), exact: true })
        .press("Enter");
      await expect(onStage(GROUP)).toHaveCount(1);
      for (const { text } of [liked, ...rest]) await expect(onStage(text)).toHaveCount(1);
      await expect(onStage(told)).toHaveCount(1);
      await expectAccessible(console_);
      await expectAccessible(stage);
      await desk
        .getByRole("button", { name: t("console.board.spotlightNone"), exact: true })
        .press("Enter");
      await expect(onStage(t("kinds.board.stage.dotsResult"))).toHaveCount(1);
    }
  } finally {
    remote.close();
    for (const other of others) other.close();
  }
});
