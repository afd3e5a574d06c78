import type { Locator, Page } from "@playwright/test";
import { phaseWords } from "@/lib/activities/screens";
import { isolated } from "../lib/i18n/isolated";
import type { MessageKey } from "../lib/i18n/messages";
import type { Address, Words } from "../lib/words";
import { wordsFor } from "../lib/words-for";
import { firstAidAfterANo } from "../lib/workshops/first-aid-after-a-no";
import { connectClient, type LiveClient } from "../server/simulated/live-client";
import { call } from "./call";
import { expect, originOf } from "./fixtures";
import type { Texts } from "./texts";

/** Where a session is opened from the workshop that tests run. */
export const TEMPLATE = `/sessions/new/${firstAidAfterANo.id}`;

/** What is counted of few people is shown every fifteen seconds; the rest is a busy machine. */
export const COUNTED_WITHIN_MS = 30_000;

/** Words of the plan in the language of a test; German addresses with du or Sie. */
export function inLocale(words: Words, locale: string, address: "du" | "sie" = "du"): string {
  return wordsFor(words, locale.startsWith("en") ? "en" : "de", address).text;
}

/** The plan's activity of this key; its kind's settings are those of the plan. */
export function planned(key: string) {
  const activity = firstAidAfterANo.activities.find((each) => each.key === key);
  if (!activity) throw new Error(`The plan has no activity ${key}`);
  return activity;
}

/** Signs in with e-mail and password, up to "My sessions". */
export async function signIn(
  page: Page,
  account: { email: string; password: string },
  t: Texts,
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(t("auth.email"), { exact: true }).fill(account.email);
  await page.getByLabel(t("auth.password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: t("auth.signIn"), exact: true }).click();
  await page.waitForURL("**/sessions");
}

/** From "My sessions" to where a session is opened from the template. */
export async function chooseTemplate(console_: Page): Promise<void> {
  await console_.locator(`a[href="${TEMPLATE}"]`).click();
  await console_.waitForURL(`**${TEMPLATE}`);
}

/**
 * Opens a session for whoever is signed in on this page, and shows its console; returns its code and the stage's
 * address. On the template's page by hand, with what was entered there; otherwise by the call that this page makes,
 * which takes a third of the time.
 */
export async function openSession(
  console_: Page,
  t: Texts,
  locale: string,
  address: Address = "du",
): Promise<OpenedSession> {
  if (console_.url().endsWith(TEMPLATE)) return openShown(console_, t, locale, address);
  await console_.goto(`/sessions/${await openUnseen(console_, locale, { address })}`);
  return openedOn(console_, t);
}

/** Opens a session by the call that a template's page makes, and shows nothing of it; returns its id. */
export async function openUnseen(
  page: Page,
  locale: string,
  {
    address = "du",
    templateId = firstAidAfterANo.id,
  }: { address?: Address; templateId?: string } = {},
): Promise<string> {
  const language = locale.startsWith("en") ? "en" : "de";
  const path = await handInForm(page, "app/sessions/open-session.ts#openSession", {
    ...{ at: TEMPLATE, before: { failed: false }, fields: { templateId, language, address } },
  });
  return idIn(path);
}

/**
 * Calls the action of a form for whoever is signed in on this page, as the form would that stands at this address; returns
 * where that leads.
 */
export async function handInForm(
  page: Page,
  action: string,
  { at, before, fields }: { at: string; before: unknown; fields: Record<string, string> },
): Promise<string> {
  const origin = originOf(page);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const cookie = cookieHeader(await page.context().cookies(origin));
  const { headers } = await call(origin, action, { page: at, args: [before, form], cookie });
  return headers["x-action-redirect"] ?? "";
}

/** The id at the end of where an action leads. Throws where it led nowhere. */
export function idIn(path: string): string {
  const [, id] = /\/([0-9a-f]{32})(?:;|$)/.exec(path) ?? [];
  if (id === undefined) throw new Error(`Nothing was made: ${path}`);
  return id;
}

interface OpenedSession {
  id: string;
  code: string;
  stageUrl: string;
}

/** Opens a session from the page of a plan, whichever it is; returns its code and the stage's address. */
export async function openShown(
  console_: Page,
  t: Texts,
  locale: string,
  address: Address = "du",
): Promise<OpenedSession> {
  const language = locale.startsWith("en") ? "English" : "Deutsch";
  await console_.getByRole("radio", { name: language }).check();
  const form = t(address === "sie" ? "sessions.addressSie" : "sessions.addressDu");
  await console_.getByRole("radio", { name: form, exact: true }).check();
  await console_.getByRole("button", { name: t("sessions.open"), exact: true }).click();
  await console_.waitForURL(/\/sessions\/[0-9a-f]{32}$/);
  return openedOn(console_, t);
}

/** What the console of a session in its lobby says. */
async function openedOn(console_: Page, t: Texts): Promise<OpenedSession> {
  const code = await console_
    .getByRole("main")
    .getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/)
    .textContent();
  const stageUrl = await console_
    .getByRole("link", { name: t("console.stageOpen") })
    .getAttribute("href");
  const id = console_.url().split("/").at(-1) ?? "";
  return { id, code: code ?? "", stageUrl: stageUrl ?? "" };
}

/** Begins with fewer phones than it takes to show something: to talk, or as a small group. */
export async function beginWithFew(
  console_: Page,
  t: Texts,
  n: number,
  { smallGroup = false }: { smallGroup?: boolean } = {},
): Promise<void> {
  await console_.getByRole("button", { name: t("console.beginWith", { n }) }).click();
  const dialog = console_.getByRole("dialog");
  if (smallGroup) {
    const small = dialog.getByRole("checkbox", { name: t("console.smallGroup") });
    // Checked once the server says so.
    await small.click();
    await expect(small).toBeChecked();
  }
  await dialog.getByRole("button", { name: t("console.beginAnyway") }).click();
}

/** The line that names activity and phase on the console. */
const phaseLine = (console_: Page, t: Texts): Locator =>
  console_.getByText(new RegExp(`^${t("console.now")} · `));

/** The console's one filled button, whatever it does now. */
export const primary = (console_: Page): Locator => console_.locator("[aria-keyshortcuts='n']");

/** Waits until what the primary button does has been there long enough to be pressed. */
export async function whenSettled(console_: Page): Promise<void> {
  await expect(primary(console_)).toBeEnabled();
}

/** Uncovers cards and notes, each of which is covered for itself. */
export async function uncover(console_: Page, t: Texts): Promise<void> {
  const covers = console_.getByRole("button", { name: t("console.coverShow"), exact: true });
  while ((await covers.count()) > 0) await covers.first().click();
}

/** Names a new theme on the board. */
export async function addTheme(console_: Page, t: Texts, theme: string): Promise<void> {
  const desk = console_.getByRole("main");
  const fresh = t("kinds.collect.console.themeNew");
  await desk.getByRole("button", { name: fresh, exact: true }).click();
  await desk.getByLabel(t("kinds.collect.console.themeName")).fill(theme);
  await console_.keyboard.press("Enter");
}

/** Puts a card into a theme by two presses: on the card, and on the theme's number. */
export async function putIntoTheme(
  console_: Page,
  t: Texts,
  card: string,
  theme: string,
): Promise<void> {
  const desk = console_.getByRole("main");
  await desk.getByRole("button", { name: card, exact: true }).click();
  const here = t("console.board.putHere", { column: isolated(theme) });
  await desk.getByRole("button", { name: here, exact: true }).click();
}

/** Says of the cards under review that they were read: not all of them may be in view. */
export async function readAll(console_: Page, t: Texts): Promise<void> {
  const button = console_.getByRole("button", { name: t("console.allRead") });
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: ONE_PRESS_MS });
    await expect(button).toBeHidden({ timeout: ONE_PRESS_MS });
  }).toPass();
}

/** Presses N until the primary button is armed with this sentence. */
export async function arm(console_: Page, again: string): Promise<void> {
  const armed = console_.getByRole("button", { name: again });
  await expect(async () => {
    await whenSettled(console_);
    if (await armed.isVisible()) return;
    await console_.keyboard.press("n");
    await expect(armed).toBeVisible({ timeout: ONE_PRESS_MS });
  }).toPass({ intervals: [0] });
}

/**
 * Presses the primary button until the session has moved on: cards are read and pages shown on the
 * way, and what destroys something is pressed twice.
 */
export async function advance(console_: Page, t: Texts): Promise<void> {
  const line = phaseLine(console_, t);
  const before = (await line.textContent()) ?? "";
  await expect(async () => {
    if ((await line.textContent()) !== before) return;
    await whenSettled(console_);
    if ((await line.textContent()) !== before) return;
    await console_.keyboard.press("n");
    await expect(line).not.toHaveText(before, { timeout: ONE_PRESS_MS });
  }).toPass({ intervals: [0] });
}

/** A press that was only one on the way is followed by the next. */
const ONE_PRESS_MS = 300;

/** Whether a client's session is in this phase. */
export const isAt = ({ view }: LiveClient, activity: string, phase: string): boolean =>
  view?.planned?.key === activity && view.activity?.phase === phase;

/** Where the session is, as commands name it. */
const placeOf = ({ view }: LiveClient) => ({
  activity: view?.planned?.key ?? null,
  phase: view?.activity?.phase ?? null,
});

/** Cookies as a browser sends them along. */
export const cookieHeader = (cookies: readonly { name: string; value: string }[]): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join("; ");

/** Another console, without a screen, of whoever is signed in by these cookies. */
export function connectRemote(
  baseURL: string,
  session: string,
  cookies: readonly { name: string; value: string }[],
): Promise<LiveClient> {
  const cookie = cookieHeader(cookies);
  return connectClient(baseURL, { role: "facilitator", session }, { cookie, keepFrames: false });
}

/** Moves a running session to this phase, which takes a tenth of the time that a screen takes. */
export async function moveTo(remote: LiveClient, activity: string, phase: string): Promise<void> {
  while (!isAt(remote, activity, phase)) {
    const { activity: here } = placeOf(remote);
    if (!(await goOn(remote))) throw new Error(`The session stays at ${here}`);
  }
}

/** Moves a running session by one phase; false after the last one, from which only the end leads on. */
export async function goOn(remote: LiveClient): Promise<boolean> {
  const from = placeOf(remote);
  const answer = await remote.send({ type: "advance", from });
  if (!answer.ok) return false;
  await remote.until(() => JSON.stringify(placeOf(remote)) !== JSON.stringify(from));
  return true;
}

/**
 * Moves the session to this activity and phase the shortest way, by the commands that the console's
 * button sends, until the console shows it. Whoever wants the button itself presses it: `walkTo`.
 */
export async function advanceTo(
  console_: Page,
  t: Texts,
  locale: string,
  key: string,
  phase: string,
): Promise<void> {
  const { origin, pathname } = new URL(console_.url());
  const session = pathname.split("/").at(-1) ?? "";
  const remote = await connectRemote(origin, session, await console_.context().cookies(origin));
  try {
    // A beginning that was pressed a moment ago.
    await remote.until((view) => view.planned);
    await moveTo(remote, key, phase);
    await expect(phaseLine(console_, t)).toHaveText(
      nameOf(t, locale, key, phase, remote.view?.planned?.settings),
    );
  } finally {
    remote.close();
  }
}

/** What the console's line says of a phase. */
function nameOf(t: Texts, locale: string, key: string, phase: string, settings?: unknown): string {
  const { kind, title } = planned(key);
  const name = phaseText(kind, phase, "name", settings);
  return [t("console.now"), inLocale(title, locale), t(name)].join(" · ");
}

/** Where a text about a phase of this kind stands: the kind's own, or that of all kinds. */
export const phaseText = (
  kind: string,
  phase: string,
  text: "name" | "now",
  settings?: unknown,
): MessageKey => `${phaseWords(kind, phase, settings)}.${text}`;

/** Presses the primary button until the console shows this activity and phase. */
export async function walkTo(
  console_: Page,
  t: Texts,
  locale: string,
  key: string,
  phase: string,
): Promise<void> {
  const wanted = nameOf(t, locale, key, phase);
  const line = phaseLine(console_, t);
  for (let steps = 0; steps < firstAidAfterANo.activities.length * 5; steps += 1) {
    if ((await line.textContent()) === wanted) return;
    await advance(console_, t);
  }
  throw new Error(`The console never showed "${wanted}"`);
}

/** Taps through the join screen. */
export async function join(phone: Page, code: string, t: Texts): Promise<void> {
  await phone.goto(`/j/${code.replace(" ", "")}`);
  await phone.getByRole("button", { name: t("join.enter") }).click();
  await expect(phone.getByRole("heading", { level: 1 })).not.toHaveText(t("join.rulesTitle"));
}

/** What somebody answers in the closing; a question that isn't named stays open. */
export interface Answers {
  safe?: number;
  useful?: number;
  settled?: boolean;
}

/** Answers the closing's questions one by one and hands them in. */
export async function answerChecks(phone: Page, t: Texts, answers: Answers): Promise<void> {
  const button = (name: string) => phone.getByRole("button", { name, exact: true });
  for (const [index, value] of [answers.safe, answers.useful].entries()) {
    if (value !== undefined) await scoreNow(phone, value);
    await button(t("phone.stepNext", { n: index + 2 }))
      .or(button(t("kinds.pause.phone.leaveOpen")))
      .click();
  }
  // Who will know of a "not yet" is said before it is pressed.
  await expect(phone.getByText(t("kinds.pause.phone.settledNote"))).toBeVisible();
  if (answers.settled !== undefined) {
    const name = answers.settled
      ? t("kinds.pause.phone.settledYes")
      : t("kinds.pause.phone.settledNo");
    await phone.getByRole("radio", { name, exact: true }).check();
  }
  await phone.getByRole("button", { name: t("kinds.pause.phone.checksSend") }).click();
  await expect(phone.getByText(t("kinds.pause.phone.checksDone"))).toBeVisible();
}

/** Chooses a value for the question that is asked now. */
const scoreNow = (phone: Page, value: number): Promise<void> =>
  phone.getByRole("radiogroup").getByRole("radio").nth(value).click();

/** Chooses a value for one item after the other; the last button is the one by which they stay here or are handed in. */
export async function score(
  phone: Page,
  t: Texts,
  values: readonly number[],
  button: "scoreKeep" | "scoreSend" | "scoreSendBoth",
): Promise<void> {
  for (const [index, value] of values.entries()) {
    await scoreNow(phone, value);
    const isLast = index === values.length - 1;
    const name = isLast ? t(`kinds.scale.phone.${button}`) : t("phone.stepNext", { n: index + 2 });
    await phone.getByRole("button", { name, exact: true }).click();
  }
  await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
}

/** Writes and hands in; "own text" is hidden afterwards. */
export async function handIn(
  phone: Page,
  t: Texts,
  text: string,
  options: { label?: string; button?: string; consents?: string[] } = {},
): Promise<void> {
  await phone.getByLabel(options.label ?? t("kinds.collect.phone.yourText")).fill(text);
  for (const consent of options.consents ?? []) await phone.getByLabel(consent).check();
  await phone
    .getByRole("button", { name: options.button ?? t("kinds.collect.phone.handIn") })
    .click();
  await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
  await expect(phone.getByText(text, { exact: true })).toBeHidden();
}

/** Looks into "my card" until what is there is on the server's disk. */
export async function expectSaved(phone: Page, t: Texts, text: string): Promise<void> {
  const button = phone.getByRole("button", { name: t("phone.myCard") });
  await button.click();
  await expect(phone.getByText(text, { exact: true })).toBeVisible();
  await expect(phone.getByText(t("phone.saved"), { exact: true }).first()).toBeVisible();
  await button.click();
}

/** All that a page says to its server. */
export function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => void sent.push(String(payload)));
  });
  page.on("request", (request) => void sent.push(`${request.url()} ${request.postData() ?? ""}`));
  return sent;
}
