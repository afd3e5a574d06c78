import type { Page, Route } from "@playwright/test";
import { CONNECTION_LOST, expect, test } from "./fixtures";
import type { Guard } from "./guard";
import { holdBack } from "./hold-back";
import { isQuiet } from "./quiet";
import type { Texts } from "./texts";
import { advanceTo, join, openSession } from "./workshop";

/** Where files of the build are, screens of kinds among them. */
const FILES = /\/_next\/static\//;

/** A session whose phones miss files of a release. */
function openWithFilesMissing(console_: Page, guard: Guard, t: Texts) {
  guard.tolerate(CONNECTION_LOST);
  guard.tolerate(/Failed to load resource: net::ERR_FAILED|status of 404/);
  return openSession(console_, t, "de-DE");
}

/** Waits until no file that a phone loads beforehand is on its way any more. */
const everythingLoaded = (phone: Page): Promise<void> =>
  isQuiet(() =>
    phone.evaluate(
      () =>
        performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).length,
    ),
  );

test("a phone asks about its code and for its files at once, and says nothing else before its owner comes in (P220, P221, P222)", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  const asked: string[] = [];
  phone.on("request", (request) => void asked.push(new URL(request.url()).pathname));
  const sockets: string[] = [];
  phone.on("websocket", (socket) => void sockets.push(socket.url()));
  const askedFor = (what: RegExp) => asked.filter((path) => what.test(path)).length;
  const goOn = await holdBack(phone, "**/phone/start-*.js");
  const show = await holdBack(phone, "**/phone/words-*.json");

  await phone.goto(`/j/${code.replace(" ", "")}`, { waitUntil: "commit" });
  await expect.poll(() => askedFor(/^\/api\/join$/)).toBe(1);
  goOn();
  // It can't say a word yet.
  for (const part of ["inside", "socket-io-client", "activity-screen"]) {
    await expect.poll(() => askedFor(new RegExp(`/phone/${part}-`))).toBeGreaterThan(0);
  }
  show();
  const enter = phone.getByRole("button", { name: t("join.enter") });
  await expect(enter).toBeVisible();
  expect(sockets).toEqual([]);
  await enter.click();
  const lobby = phone.getByRole("heading", { name: t("join.lobby") });
  await expect(lobby).toBeVisible();
  expect([askedFor(/^\/api\/join$/), sockets.length]).toEqual([1, 1]);

  // Who has been in doesn't ask again.
  await phone.reload();
  await expect(lobby).toBeVisible();
  expect([askedFor(/^\/api\/join$/), sockets.length]).toEqual([1, 2]);
});

test("a phone has the screens of what comes before the room goes on (P331)", async ({
  facilitator: console_,
  guard,
  participants,
  t,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const { code } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  await everythingLoaded(phone);
  // From now on no file comes any more; what the room does still does.
  let asked = 0;
  await phone.route(FILES, (route) => {
    asked += 1;
    return route.abort();
  });
  await console_.getByRole("button", { name: t("console.beginWith", { n: 1 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await advanceTo(console_, t, "de-DE", "small-no", "write");
  await phone.getByLabel(t("kinds.collect.phone.yourText")).fill("Noch nicht fertig");
  await advanceTo(console_, t, "de-DE", "other-readings", "choose");
  await expect(phone.getByLabel(t("kinds.collect.phone.yourText"))).toHaveCount(0);
  await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
  // Nothing was missing.
  expect(asked).toBe(0);
});

test("a phone whose release the server has no more loads anew; one without a network waits (P330, P144)", async ({
  facilitator: console_,
  guard,
  participants,
  t,
}) => {
  const { code } = await openWithFilesMissing(console_, guard, t);
  const phones = await participants(2);
  const [updated, cutOff] = phones;
  if (!updated || !cutOff) throw new Error("unreachable");
  // The screens of kinds are files of another build, or none at all: then not even the page comes again.
  const isOfKind = async (route: Route) =>
    (await (await route.fetch()).text()).includes("kinds.collect.phone");
  for (const [phone, end] of [
    [updated, (route: Route) => route.fulfill({ status: 404 })],
    [cutOff, (route: Route) => route.abort()],
  ] as const) {
    await phone.route(FILES, async (route) => {
      const { pathname } = new URL(route.request().url());
      return pathname.endsWith(".js") && (await isOfKind(route)) ? end(route) : route.continue();
    });
    await phone.goto(`/j/${code.replace(" ", "")}`);
    await expect(phone.getByRole("button", { name: t("join.enter") })).toBeVisible();
  }
  await cutOff.route(/\/j\//, (route) => route.abort());
  for (const phone of phones) {
    await phone.getByRole("button", { name: t("join.enter") }).click();
    await expect(phone.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
  }
  let loads = 0;
  for (const phone of phones) {
    phone.on("load", () => {
      loads += 1;
    });
  }
  await console_.getByRole("button", { name: t("console.beginWith", { n: 2 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await advanceTo(console_, t, "de-DE", "small-no", "write");

  const told = (phone: Page) => phone.getByRole("heading", { name: t("common.updated") });
  await expect(told(updated)).toBeVisible();
  await updated.unrouteAll({ behavior: "wait" });
  const text = (phone: Page) => phone.getByLabel(t("kinds.collect.phone.yourText"));
  await expect(text(updated)).toBeVisible();
  await expect(told(updated)).toHaveCount(0);
  expect(loads).toBe(1);

  // It has waited meanwhile, and said nothing of a newer release.
  await expect(text(cutOff)).toHaveCount(0);
  await expect(told(cutOff)).toHaveCount(0);
  await cutOff.unrouteAll({ behavior: "wait" });
  await expect(text(cutOff)).toBeVisible();
  expect(loads).toBe(1);
});

test("a phone loads anew, too, where what it needs to come in is of a release that is gone (P330)", async ({
  facilitator: console_,
  guard,
  participants,
  t,
}) => {
  const { code } = await openWithFilesMissing(console_, guard, t);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  const address = `/j/${code.replace(" ", "")}`;
  const html = await (await phone.request.get(address)).text();
  await phone.route(FILES, (route) => {
    const { pathname } = new URL(route.request().url());
    const isLater = pathname.endsWith(".js") && !html.includes(pathname);
    return isLater ? route.fulfill({ status: 404 }) : route.continue();
  });
  await phone.goto(address);
  // The rules come with the page.
  const enter = phone.getByRole("button", { name: t("join.enter") });
  await enter.click();
  await expect(phone.getByRole("heading", { name: t("common.updated") })).toBeVisible();
  await phone.unrouteAll({ behavior: "wait" });
  await enter.click();
  await expect(phone.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
});

test("a phone's page that breaks says what is safe", async ({ guard, participants, t }) => {
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  guard.tolerate(/broken by the test/);
  await phone.route("**/phone/start-*.js", async (route) => {
    const response = await route.fetch();
    const broken = "((()=>{throw new Error(`broken by the test`)})())";
    const body = (await response.text()).replaceAll("(`codeWrong`)", broken);
    await route.fulfill({ response, body });
  });
  // Too short for a code.
  await phone.goto("/j/OOOOO");
  await expect(phone.getByRole("heading", { name: t("errors.brokenTitle") })).toBeVisible();
});
