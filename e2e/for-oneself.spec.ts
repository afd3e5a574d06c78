import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { commitRecord } from "@/lib/activities/commit/record";
import { commitSettings } from "@/lib/activities/commit/schema";
import { stepsOf } from "@/lib/activities/commit/steps";
import { fourWeeks } from "@/lib/workshops/activities/four-weeks";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { wentWellElsewhere } from "@/lib/workshops/activities/went-well-elsewhere";
import { joinAsPhone } from "@/server/simulated/phone";
import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";
import { openWithPlan } from "./own-plan";
import { markup } from "./pictures";
import { connectRemote, inLocale, join, moveTo, sentBy } from "./workshop";

/** With the three that are looked at six, of whom five share something. */
const SIMULATED = 3;
const SIZES = [SMALLEST, { width: 844, height: 390 }, PHONE];

const STORY = ["Ein Fahrrad repariert", "Nachgelesen und drangeblieben", "Wenn der Anruf ansteht"];
const WHEN = "jeden Dienstag nach dem Kurs";
const PLAN = ["ich den ersten Kaffee hole", "schreibe ich Ayla zwei Sätze"];

const say = (words: Parameters<typeof inLocale>[0]) => inLocale(words, "de");
const settingsOf = ({ activity }: typeof ifThen) => commitSettings.parse(activity.settings);

async function fitsEverywhere(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** What stands in the calendar that a press gets, as lines. */
async function calendarFrom(page: Page, name: string): Promise<string[]> {
  const downloading = page.waitForEvent("download");
  await press(page, name);
  const text = await readFile(await (await downloading).path(), "utf8");
  // Long lines go on in the next one, after a space.
  return text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
}

/** The day so many days from now, as the phone's calendar has it. */
const dayIn = (page: Page, days: number) =>
  page.evaluate((ahead) => {
    const date = new Date();
    date.setDate(date.getDate() + ahead);
    return new Intl.DateTimeFormat("sv-SE").format(date);
  }, days);

test("P185 P186 P187 what is written for oneself stays on the phone, and of ticks the room sees bars", async ({
  account,
  guard,
  participants,
  server,
  stage,
  t,
}) => {
  const activities = [wentWellElsewhere, fourWeeks, ifThen].map(({ activity }) => activity);
  const { id, code, stageKey } = await openWithPlan(server, {
    ...{ email: account.email, templateId: "single-if-then", language: "de", address: "du" },
    change: (all) => all.flatMap((each) => (each.key === "if-then" ? activities : [each])),
  });
  const phones = await participants(3);
  const [writing, skipping, watching] = phones;
  if (!writing || !skipping || !watching) throw new Error("unreachable");
  const sent = sentBy(writing);
  for (const phone of phones) await join(phone, code, t);
  await stage.goto(`/stage/${stageKey}`);
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  const others = await Promise.all(
    Array.from({ length: SIMULATED }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  const areAlike = async () => new Set(await Promise.all(phones.map(markup))).size === 1;
  const takePart = (activity: string) =>
    Promise.all(
      others.map(async (other) => {
        await other.client.until(
          (view) => view.planned?.key === activity && view.activity?.phase === "fill",
        );
        await other.takePart();
      }),
    );
  try {
    await remote.send({ type: "begin", endsAt: null });
    await remote.until(({ planned }) => planned);

    // --- a story, and two strengths of twelve ------------------------------------------------------------------
    const story = settingsOf(wentWellElsewhere);
    await moveTo(remote, "went-well-elsewhere", "fill");
    for (const [at, { label }] of story.fields.entries()) {
      await writing.getByLabel(say(label), { exact: true }).fill(STORY[at] ?? "");
    }
    const ticks = writing.getByRole("checkbox");
    await ticks.nth(0).check();
    await ticks.nth(7).check();
    await expect(ticks.nth(1)).toBeDisabled();
    await fitsEverywhere(writing);
    // Another page of the same device knows it, too.
    const second = await writing.context().newPage();
    await second.goto(writing.url());
    await expect(second.getByLabel(say(story.fields[0]?.label ?? {}))).toHaveValue(STORY[0] ?? "");
    await second.close();
    await press(writing, say(story.button ?? {}));
    await press(skipping, t("phone.skip"));
    await press(watching, t("phone.watch"));
    for (const phone of phones) {
      await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
    }
    await expect.poll(areAlike).toBe(true);
    await takePart("went-well-elsewhere");

    // --- in pairs, then taken along ----------------------------------------------------------------------------
    await moveTo(remote, "went-well-elsewhere", "check");
    for (const page of [...phones, stage]) {
      await expect(page.getByText(say(story.pairTask ?? {})).first()).toBeVisible();
    }
    await expect.poll(areAlike).toBe(true);
    await fitsEverywhere(writing);
    await moveTo(remote, "went-well-elsewhere", "keep");
    await expect.poll(areAlike).toBe(true);
    await press(writing, t("kinds.commit.phone.story.show"));
    await expectStory(writing.getByRole("main"));
    await fitsEverywhere(writing);
    const { finished, steps } = commitRecord.parse(remote.view?.activity?.record);
    // Skipped and watched is not done.
    expect(finished).toBeNull();
    expect(steps).toBeNull();

    // --- four weeks, on a phone that was asleep ----------------------------------------------------------------
    const weeks = settingsOf(fourWeeks);
    const [skill, when] = weeks.fields;
    const [offer] = skill?.offers ?? [];
    await moveTo(remote, "four-weeks", "fill");
    await press(writing, t("kinds.commit.phone.planDone"));
    await expect(writing.getByText(t("kinds.commit.phone.planMissing")).first()).toBeVisible();
    await writing.getByRole("radio", { name: say(offer?.label ?? {}), exact: true }).check();
    await writing.getByLabel(say(when?.label ?? {}), { exact: true }).fill(WHEN);
    await writing.getByRole("checkbox", { name: say(weeks.ticksLabel ?? {}) }).check();
    await expect(writing.locator('input[type="date"]')).toHaveValue(await dayIn(writing, 28));
    await fitsEverywhere(writing);
    guard.tolerate(CONNECTION_LOST);
    await writing.context().setOffline(true);
    const isOffline = writing.getByText(t("phone.offline"));
    await expect(isOffline).toBeVisible();
    await press(writing, t("kinds.commit.phone.planDone"));
    await expect(writing.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
    await writing.context().setOffline(false);
    await expect(isOffline).toHaveCount(0);
    await expect.poll(() => sent.join("\n")).toContain(offer?.key ?? "?");
    for (const phone of [skipping, watching]) {
      const button = phone.getByRole("button", { name: t("phone.skip"), exact: true });
      // Whoever only watches is asked for nothing.
      if (await button.isVisible()) await button.click();
    }
    await takePart("four-weeks");
    await moveTo(remote, "four-weeks", "keep");
    await press(writing, t("kinds.commit.phone.plan.show"));
    await writing.getByText(t("phone.keepsake.calendarShows")).click();
    await expect(writing.getByText(/Erinnerung um 9 Uhr/)).toHaveCount(4);
    await fitsEverywhere(writing);
    const calendar = await calendarFrom(writing, t("phone.keepsake.calendarDates", { n: 4 }));
    const days = await Promise.all([7, 14, 21, 28].map((ahead) => dayIn(writing, ahead)));
    expect(calendar.filter((line) => line.startsWith("DTSTART"))).toEqual(
      days.map((day) => `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`),
    );
    const summaries = calendar.filter((line) => line.startsWith("SUMMARY"));
    expect(summaries).toHaveLength(4);
    expect(new Set(summaries).size).toBe(1);
    expect(summaries[0]).toContain(WHEN);
    expect(calendar.filter((line) => line.startsWith("UID"))).toHaveLength(4);

    // --- a plan, and all three on one card ---------------------------------------------------------------------
    await moveTo(remote, "if-then", "fill");
    const fields = writing.getByRole("textbox");
    for (const [at, text] of PLAN.entries()) await fields.nth(at).fill(text);
    await writing.locator('input[type="date"]').fill(await dayIn(writing, 3));
    await press(writing, t("kinds.commit.phone.planDone"));
    await remote.send({ type: "end" });
    await press(writing, t("phone.keepsake.show"));
    const card = writing.getByRole("main");
    await expectStory(card);
    for (const said of [WHEN, ...PLAN]) await expect(card.getByText(said).first()).toBeVisible();
    await fitsEverywhere(writing);
    await writing.emulateMedia({ media: "print" });
    const sheet = writing.locator(".print-sheet");
    await expectStory(sheet);
    for (const said of [WHEN, ...PLAN]) await expect(sheet.getByText(said).first()).toBeVisible();
    await writing.emulateMedia({ media: "screen" });
    const all = await calendarFrom(writing, t("phone.keepsake.calendarDates", { n: 5 }));
    expect(all.filter((line) => line.startsWith("BEGIN:VEVENT"))).toHaveLength(5);
    const [mail] = await Promise.all([
      writing.waitForEvent("download"),
      writing.getByRole("button", { name: t("phone.keepsake.mail"), exact: true }).click(),
    ]);
    expect(mail.suggestedFilename()).toBe("aufwind.eml");
    const [, body = ""] = (await readFile(await mail.path(), "utf8")).split("\r\n\r\n");
    const written = Buffer.from(body, "base64").toString("utf8");
    for (const said of [...STORY, WHEN, ...PLAN]) expect(written).toContain(said);

    // --- of all of it the server heard that it was done, and what was ticked ------------------------------------
    const heard = sent.join("\n");
    expect(heard).toContain("reportFinished");
    for (const secret of [...STORY, WHEN, ...PLAN]) expect(heard).not.toContain(secret);
  } finally {
    for (const client of [remote, ...others]) client.close();
  }
});

async function expectStory(place: ReturnType<Page["locator"]>): Promise<void> {
  for (const said of STORY) await expect(place.getByText(said, { exact: true })).toBeVisible();
}

test("P186 what the room shared is the same on stage, console and phones", async ({
  account,
  facilitator,
  participants,
  server,
  stage,
  t,
}) => {
  const { id, code, stageKey } = await openWithPlan(server, {
    ...{ email: account.email, templateId: "single-went-well-elsewhere" },
    ...{ language: "de", address: "du", change: (all) => all },
  });
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  await stage.goto(`/stage/${stageKey}`);
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  const others = await Promise.all(
    Array.from({ length: 12 }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  try {
    await remote.send({ type: "begin", endsAt: null });
    await remote.until(({ planned }) => planned);
    await moveTo(remote, "went-well-elsewhere", "fill");
    await Promise.all(
      others.map(async (other) => {
        await other.client.until((view) => view.activity?.phase === "fill");
        await other.takePart();
      }),
    );
    await moveTo(remote, "went-well-elsewhere", "keep");
    await facilitator.goto(`/sessions/${id}`);
    const story = settingsOf(wentWellElsewhere);
    const { steps } = commitRecord.parse(remote.view?.activity?.record);
    const labels = new Map(stepsOf(story).map(({ key, label }) => [key, say(label)]));
    expect(steps?.shown.length).toBeGreaterThan(1);
    const caption = say(story.stageCaption ?? {});
    for (const page of [stage, phone, facilitator]) {
      await expect(page.getByText(caption).first()).toBeVisible();
      for (const { key } of steps?.shown ?? []) {
        // The console has its own bars, and the stage in small.
        const label = page.getByText(labels.get(key) ?? "?", { exact: true });
        await expect(label.first()).toBeVisible();
      }
      await expectAccessible(page);
    }
    await fitsEverywhere(phone);
  } finally {
    for (const client of [remote, ...others]) client.close();
  }
});
