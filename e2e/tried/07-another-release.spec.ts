import type { Page } from "@playwright/test";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { expect, expectAccessible, test } from "../fixtures";
import { advanceTo, join, openSession } from "../workshop";

const TYPED = "Noch nicht fertig geschrieben";

/** From now on the page speaks as one of another release would, until it is told to stop. */
async function speaksAnotherRelease(page: Page): Promise<{ stop(): void }> {
  let isOther = true;
  const [ours, other] = [PROTOCOL_VERSION, PROTOCOL_VERSION + 97].map((n) => `"protocol":${n}`);
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const text = typeof message === "string" ? message : message.toString();
      server.send(isOther && ours && other ? text.replace(ours, other) : text);
    });
  });
  return {
    stop() {
      isOther = false;
    },
  };
}

test("7: a page of another release says so on phone, stage and console, and loses nothing (P5, P137)", async ({
  facilitator: console_,
  participants,
  stage,
  t,
}) => {
  const { code, stageUrl } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  await stage.goto(stageUrl);
  await console_.getByRole("button", { name: t("console.beginWith", { n: 1 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await advanceTo(console_, t, "de-DE", "small-no", "write");
  await phone.getByLabel(t("kinds.collect.phone.yourText")).fill(TYPED);

  const told = (page: Page) => page.getByRole("heading", { name: t("common.updated") });
  for (const page of [phone, stage, console_]) {
    const release = await speaksAnotherRelease(page);
    let loads = 0;
    page.on("load", () => {
      loads += 1;
    });
    await page.reload();
    await expect(told(page)).toBeVisible();
    await expect(page.getByText(t("phone.ended"))).toHaveCount(0);
    // By itself it loads anew once more, and is of the other release still: it does not go on like that.
    await expect.poll(() => loads, { timeout: 15_000 }).toBe(2);
    await expect(told(page)).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.getItem("aufwind/reloads"))).toBe("1");
    // It may load anew in the middle of being looked at.
    await expect(() => expectAccessible(page)).toPass();
    release.stop();
    await page.reload();
    await expect(told(page)).toHaveCount(0);
  }
  await expect(phone.getByLabel(t("kinds.collect.phone.yourText"))).toHaveValue(TYPED);
  await expect
    .poll(() => phone.evaluate(() => sessionStorage.getItem("aufwind/reloads")))
    .toBe("0");
});

/** Where the first attempt still got the scripts of yesterday, the next comes after nine seconds at most. */
const LOADED_ANEW_WITHIN_MS = 30_000;

test("7: a page without screens for what the room does says so, and has them after loading anew", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  // The page is of a release that did not have the kind of the first activity.
  let replaced = 0;
  await phone.route("**/_next/static/**/*.js", async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const older = script.replaceAll("name:`pause`", "name:`of-yesterday`");
    if (older !== script) replaced += 1;
    // Files of another release have other names: this one must not be what the browser has kept under today's.
    const headers = { ...response.headers(), "cache-control": "no-store" };
    await route.fulfill({ response, headers, body: older });
  });
  await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: 1 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await expect(phone.getByRole("heading", { name: t("common.updated") })).toBeVisible();
  expect(replaced).toBeGreaterThan(0);
  // It loads anew by itself, and gets the scripts of today.
  await phone.unrouteAll({ behavior: "wait" });
  await expect(phone.getByRole("heading", { name: t("common.updated") })).toHaveCount(0, {
    timeout: LOADED_ANEW_WITHIN_MS,
  });
  await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
});
