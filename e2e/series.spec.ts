import type { Page } from "@playwright/test";
import { recalledScores, type SeriesScores } from "../lib/series/series-schema";
import type { SeriesWords } from "../lib/series/series-words";
import { randomId } from "../server/rooms/chance";
import { connectClient, type LiveClient } from "../server/simulated/live-client";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";
import type { Product } from "./product";
import { connectRemote, join, moveTo, score } from "./workshop";

/** Three meetings in one test. */
const SERIES_TIMEOUT_MS = 4 * 60_000;

/** With one real phone these are as many pairs as it takes to show any. */
const OTHERS = 4;

const QUESTIONS = ["personally", "distance", "contact"] as const;

/** Words of somebody else, whose phone is no screen. */
const wordsOf = (number: number): SeriesWords => ({
  language: "de",
  words: [number, number + 1, number + 2, number + 3],
});

/** Opens what the form shows, with whatever it was filled in with; the session's id and code. */
async function openShown(console_: Page, open: string): Promise<{ id: string; code: string }> {
  await console_.getByRole("button", { name: open, exact: true }).click();
  await console_.waitForURL(/\/sessions\/[0-9a-f]{32}$/);
  const code = await console_
    .getByRole("main")
    .getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/)
    .textContent();
  return { id: console_.url().split("/").at(-1) ?? "", code: code ?? "" };
}

const others = (server: Product, session: string): Promise<LiveClient[]> =>
  Promise.all(
    Array.from({ length: OTHERS }, () =>
      connectClient(server.baseURL, { role: "participant", session, device: randomId() }),
    ),
  );

async function begun(
  server: Product,
  id: string,
  cookies: Parameters<typeof connectRemote>[2],
): Promise<LiveClient> {
  const remote = await connectRemote(server.baseURL, id, cookies);
  await remote.send({ type: "begin", endsAt: null });
  await remote.until(({ planned }) => planned);
  return remote;
}

async function end(remote: LiveClient): Promise<void> {
  await remote.send({ type: "end" });
  await remote.until(({ session }) => session.status === "finished");
  remote.close();
}

test("P216 P217 P219 four words of the first meeting lead to one's own scores at the last", {
  tag: "@all",
}, async ({ account, facilitator: console_, open, participants, server, t }) => {
  test.setTimeout(SERIES_TIMEOUT_MS);
  const { cookies } = account.storageState;

  // --- the first meeting: what was answered stays on the phones until somebody draws words --------------------
  await console_.goto("/sessions/new/series-1");
  const first = await openShown(console_, t("sessions.open"));
  const [keeper, without] = await participants(2, { viewport: PHONE, touch: true });
  if (!keeper || !without) throw new Error("unreachable");
  for (const phone of [keeper, without]) await join(phone, first.code, t);
  const firstOthers = await others(server, first.id);
  const firstRemote = await begun(server, first.id, cookies);
  await moveTo(firstRemote, "before", "ask");
  await score(keeper, t, [8, 2, 4], "scoreKeep");
  await without.getByRole("button", { name: t("phone.skip"), exact: true }).click();
  for (const [number, client] of firstOthers.entries()) {
    const scores = { personally: 5 + number, distance: 3, contact: 2 + number };
    const answer = await client.send({ type: "keepInSeries", words: wordsOf(number), scores });
    expect(answer).toEqual({ ok: true });
  }
  await moveTo(firstRemote, "close", "show");
  for (const phone of [keeper, without]) {
    await phone.getByRole("button", { name: t("phone.keepsake.show") }).click();
    await expect(phone.getByRole("heading", { name: t("phone.series.title") })).toBeVisible();
  }
  await expect(without.getByText(t("phone.series.nothing"))).toBeVisible();
  const draw = keeper.getByRole("button", { name: t("phone.series.draw") });
  await expect(draw).toBeVisible();
  await expectAccessible(keeper);
  await keeper.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(keeper);
  await keeper.setViewportSize(PHONE);
  await draw.dblclick();
  await expect(keeper.getByText(t("phone.series.saved"))).toBeVisible();
  await expectAccessible(keeper);
  const own = keeper.getByRole("heading", { name: t("phone.series.own") });
  const drawn = (await own.locator("xpath=following-sibling::p").textContent()) ?? "";
  expect(drawn.split(/\s·\s/)).toHaveLength(4);
  // A reload draws no others.
  await keeper.reload();
  await keeper.getByRole("button", { name: t("phone.keepsake.show") }).click();
  await expect(own.locator("xpath=following-sibling::p")).toHaveText(drawn);
  await end(firstRemote);
  for (const client of firstOthers) client.close();

  // --- the meetings between: one opened from the list, with the name and the language of the one before --------
  await console_.goto("/sessions");
  // Other meetings of this facilitator have one, too.
  const next = console_.getByRole("link", { name: t("sessions.nextMeeting") });
  await next.and(console_.locator(`[href$="after=${first.id}"]`)).click();
  await console_.waitForURL(/\/sessions\/new\/series-2\?after=/);
  await expectAccessible(console_);
  const second = await openShown(console_, t("sessions.open"));
  await end(await begun(server, second.id, cookies));
  await console_.goto(`/sessions/${second.id}/summary`);
  await console_.getByRole("link", { name: t("sessions.nextMeeting") }).click();
  await console_.waitForURL(/\/sessions\/new\/series-3\?after=/);
  const third = await openShown(console_, t("sessions.open"));
  await end(await begun(server, third.id, cookies));

  // --- the last meeting: opened from a summary -----------------------------------------------------------------
  await console_.goto(`/sessions/${third.id}/summary`);
  await console_.getByRole("link", { name: t("sessions.nextMeeting") }).click();
  await console_.waitForURL(/\/sessions\/new\/series-4\?after=/);
  const last = await openShown(console_, t("sessions.open"));
  // Other browsers: they know nothing of the first meeting.
  const [back, fresh] = await participants(2, { viewport: PHONE, touch: true });
  if (!back || !fresh) throw new Error("unreachable");
  for (const phone of [back, fresh]) await join(phone, last.code, t);
  const lastOthers = await others(server, last.id);
  const remote = await begun(server, last.id, cookies);
  await moveTo(remote, "measure", "ask");
  for (const [number, client] of lastOthers.entries()) {
    await client.until(({ planned }) => planned?.key === "measure");
    const answer = await client.act({ type: "recallScores", words: wordsOf(number) });
    const before: SeriesScores | null = answer.ok
      ? recalledScores.parse(answer.reply).scores
      : null;
    const scores = QUESTIONS.map((item) => ({ item, score: 4, before: before?.[item] ?? null }));
    expect(await client.act({ type: "castScores", revision: 1, scores })).toEqual({ ok: true });
  }
  const field = (phone: Page, n: number) =>
    phone.getByLabel(t("kinds.scale.phone.wordAt", { n }), { exact: true });
  const goOn = (phone: Page) =>
    phone.getByRole("button", { name: t("kinds.scale.phone.recallGoOn"), exact: true }).click();
  for (const phone of [back, fresh]) await expect(field(phone, 1)).toBeVisible();
  await expectAccessible(back);
  await back.setViewportSize(SMALLEST);
  await expectNoSidewaysScroll(back);
  await back.setViewportSize(PHONE);

  // What is no word of the list is said at its field; what is one and wrong, once it was asked.
  await field(back, 1).fill("Quatsch");
  await goOn(back);
  await expect(back.getByText(t("kinds.scale.phone.wordUnknown"))).toHaveCount(1);
  await expect(back.getByText(t("kinds.scale.phone.wordMissing"))).toHaveCount(3);
  await expect(field(back, 1)).toBeFocused();
  await expectAccessible(back);
  await field(back, 1).fill("Zimtzweig Zimtzimmer Zimtzelt Zimtzaun");
  await goOn(back);
  await expect(back.getByText(t("kinds.scale.phone.nothingKept"))).toBeVisible();

  // All four pasted at once, as they stand on the card.
  await field(back, 1).fill(drawn.toLowerCase());
  await goOn(back);
  await score(back, t, [3, 6, 9], "scoreKeep");
  // Without words the screens and the button are the same.
  await goOn(fresh);
  await score(fresh, t, [1, 1, 1], "scoreKeep");

  await moveTo(remote, "measure", "show");
  const pairs = t("kinds.scale.common.pairs", { n: OTHERS + 1 });
  for (const phone of [back, fresh]) {
    await expect(phone.getByText(pairs)).toBeVisible();
    await phone.getByRole("button", { name: t("kinds.scale.phone.ownShow") }).click();
  }
  // Two values of one's own, found by words alone.
  await expect(back.getByText(t("kinds.scale.phone.ownOnly"))).toBeVisible();
  await expect(fresh.getByText(t("kinds.scale.phone.ownNone"))).toBeVisible();
  await expectAccessible(back);
  const reader = await open({ storageState: account.storageState });
  await end(remote);
  for (const client of lastOthers) client.close();

  // --- afterwards: what the summary says, and no meeting that could follow ------------------------------------
  await reader.goto(`/sessions/${last.id}/summary`);
  await expect(reader.getByText(t("kinds.scale.common.selfReportLater"))).toBeVisible();
  await expect(reader.getByRole("link", { name: t("sessions.nextMeeting") })).toHaveCount(0);
  await reader.goto("/sessions");
  await expect(
    reader.locator(`[href="/sessions/${last.id}/summary"]`).filter({ visible: true }).first(),
  ).toBeVisible();
  await expect(reader.locator(`[href$="after=${last.id}"]`)).toHaveCount(0);
});
