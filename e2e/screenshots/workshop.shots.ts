import type { Page } from "@playwright/test";
import { otherChairs } from "@/lib/workshops/activities/other-chairs";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { joinAsPhone, type SimulatedPhone } from "@/server/simulated/phone";
import { hasFadedIn } from "../accessible";
import { CONNECTION_LOST, expect, OLD_PROJECTOR, PHONE, test, texts } from "../fixtures";
import { openPlayedRoom } from "../played-room";
import { isLaidOut } from "../without-scripts";
import {
  advance,
  advanceTo,
  handIn,
  join,
  moveTo,
  openSession,
  readAll,
  whenSettled,
} from "../workshop";

/** Fourteen people: twelve simulated phones and the two in the pictures. */
const SIMULATED = 12;
/** Some just watch, and every fourth hands in two: thirteen cards with the one in the pictures. */
const WRITING = 9;
const TIMEOUT_MS = 5 * 60_000;

/** As people see it once it is there: a phone's fonts come last (`lib/phone/fonts.css`). */
async function shot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await isLaidOut(page);
  await hasFadedIn(page);
  await page.screenshot({ path: `docs/screenshots/${name}.png`, animations: "disabled" });
}

test("the pictures of the README", async ({
  facilitator: console_,
  guard,
  open,
  server,
  stage,
}) => {
  test.setTimeout(TIMEOUT_MS);
  guard.tolerate(CONNECTION_LOST);
  const t = texts("de");
  const en = texts("en");
  const desk = console_.getByRole("main");
  const to = (key: string, phase: string) => advanceTo(console_, t, "de-DE", key, phase);

  const landing = await open();
  await landing.goto("/");
  await expect(landing.getByRole("textbox")).toBeFocused();
  await shot(landing, "1-landing");

  const { id, code, stageUrl } = await openSession(console_, t, "de-DE");
  await stage.setViewportSize(OLD_PROJECTOR);
  await stage.goto(stageUrl);
  const phones: SimulatedPhone[] = await Promise.all(
    Array.from({ length: SIMULATED }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  /** Everybody who is simulated does what the phase asks for. */
  const takePart = async (phase: string, people = phones) => {
    for (const phone of people) {
      await phone.client.until((view) => view.activity?.phase === phase);
      await phone.takePart();
    }
  };
  const dark = await open({ viewport: PHONE, touch: true });
  await dark.emulateMedia({ colorScheme: "dark" });
  await join(dark, code, t);
  const light = await open({ viewport: PHONE, touch: true });
  await join(light, code, t);
  const english = await open({ viewport: PHONE, touch: true, locale: "en-GB" });
  await english.goto(`/j/${code.replace(" ", "")}`);
  await expect(english.getByRole("button", { name: en("join.enter") })).toBeInViewport();
  await shot(english, "3-join");
  const begins = console_.getByLabel(t("console.lobbyBeginTime"));
  await begins.fill("14:05");
  await begins.blur();
  await expect(stage.getByText(t("stage.devices", { n: 14 }))).toBeVisible();
  await expect(stage.getByText("14:05")).toBeVisible();
  await shot(stage, "2-stage-lobby");

  await console_.getByRole("button", { name: t("console.beginWith", { n: 14 }) }).click();
  await to("before", "ask");
  await takePart("ask");
  await to("small-no", "write");
  await takePart("write", phones.slice(0, WRITING));
  await dark
    .getByLabel(t("kinds.collect.phone.yourText"))
    .fill("Nach dem Messegespräch kam auf meine Mail nur eine automatische Antwort.");
  await dark.context().setOffline(true);
  await expect(dark.getByText(t("phone.offline"))).toBeVisible();
  await shot(dark, "4-write-offline");
  await dark.context().setOffline(false);
  await expect(dark.getByText(t("phone.offline"))).toBeHidden();
  await handIn(dark, t, "Nach dem Messegespräch kam auf meine Mail nur eine automatische Antwort.");
  await dark.emulateMedia({ colorScheme: "light" });
  await console_.getByRole("button", { name: t("console.pause"), exact: true }).click();
  for (const phone of [dark, light]) await expect(phone.getByText(t("phone.paused"))).toBeVisible();
  await shot(dark, "5-waiting-sent");
  await light.getByRole("button", { name: t("phone.skip") }).click();
  await light.getByRole("button", { name: t("phone.myCard") }).waitFor();
  await shot(light, "5-waiting-skipped");

  await to("small-no", "review");
  await desk.getByRole("button", { name: t("console.coverShow"), exact: true }).click();
  const holds = desk.getByRole("button", { name: t("console.hold"), exact: true });
  const all = await holds.count();
  await holds.nth(2).click();
  await readAll(console_, t);
  await expect(
    console_.getByRole("button", { name: t("cards.reveal", { n: all - 1 }) }),
  ).toBeVisible();
  await console_.evaluate(() => window.scrollTo(0, 0));
  // Before, it is paler: a press would not count yet.
  await whenSettled(console_);
  await shot(console_, "6-console-review");
  await stage.setViewportSize({ width: 1920, height: 1080 });
  await advance(console_, t);
  await expect(stage.getByText(/^Karten 1/)).toBeVisible();
  await shot(stage, "8-stage-reveal");

  await to("other-readings", "write");
  await takePart("write");
  await to("other-readings", "vote");
  await expect(dark.getByText(t("phone.votesLeft", { n: 3, max: 3 }))).toBeVisible();
  await dark.getByRole("group").getByRole("button").first().click();
  await shot(dark, "10-vote");
  await takePart("vote");
  await to("other-readings", "show");
  await expect(stage.getByText(t("kinds.reframe.common.possibleReasons"))).toBeVisible();
  await shot(stage, "10-results");
  for (const phone of phones) phone.close();
});

test("somebody's role, and a board", async ({ account, guard, open, server, stage }) => {
  test.setTimeout(TIMEOUT_MS);
  guard.tolerate(CONNECTION_LOST);
  const t = texts("de");
  const roles = otherChairs.activity.key;
  const chairs = await openPlayedRoom({
    ...{ server, account, templateId: `single-${roles}` },
    people: SIMULATED - 1,
  });
  const phone = await open({ viewport: PHONE, touch: true });
  await join(phone, chairs.code, t);
  await chairs.begin();
  await moveTo(chairs.remote, roles, "choose");
  await chairs.remote.act({ type: "chooseCase", case: "trial-day" });
  await chairs.to(roles, "assign");
  const place = { type: "namePlace", place: "Tisch am Fenster" };
  for (const group of ["A", "B", "C", "D"]) await chairs.remote.act({ ...place, group });
  await chairs.to(roles, "brief1");
  await expect(phone.getByText(t("kinds.roleplay.phone.yourRole"))).toBeVisible();
  await shot(phone, "11-role");
  chairs.close();

  const noted = specificallySeen.activity.key;
  const board = await openPlayedRoom({
    ...{ server, account, templateId: `single-${noted}` },
    people: SIMULATED,
  });
  // Without motion: its notes would be caught fading in.
  await stage.emulateMedia({ reducedMotion: "reduce" });
  await stage.goto(`/stage/${board.stageKey}`);
  await board.begin();
  await board.to(noted, "group");
  await expect(stage.getByText("Überblick")).toBeVisible();
  await shot(stage, "12-board");
  board.close();
});
