import { collectRecord } from "@/lib/activities/collect/record";
import { OWN_CASE } from "@/lib/activities/reframe/schema";
import { same } from "@/lib/words";
import { joinAsPhone } from "@/server/simulated/phone";
import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  test,
} from "./fixtures";
import { changePlan } from "./own-plan";
import {
  addTheme,
  advanceTo,
  expectSaved,
  handIn,
  join,
  openSession,
  putIntoTheme,
  uncover,
} from "./workshop";

/** With the phone in the hand the fewest whose cards, dots and votes are shown. */
const SIMULATED = 4;
const DOTS = 3;

const LIKED = "Stille statt Antwort";
const OTHER = "Unklare Absage";
const CARD = "Auf meine zweite Mail kam gar nichts mehr.";
const TASK = "Welcher Satz über dich war nach einer Absage der härteste?";
const LINE = "Mich braucht hier ohnehin niemand.";
const READING = "Es war ein Nein zu einer Anfrage, nicht zu mir.";

test("dots weigh the themes, and readings of a line of one's own leave the line on the phone", {
  tag: "@all",
}, async ({ facilitator: console_, guard, participants, server, stage, t }) => {
  guard.tolerate(CONNECTION_LOST);
  const { id, code, stageUrl } = await openSession(console_, t, "de-DE");
  await changePlan(server, id, (activity) => {
    if (activity.key === "small-no") {
      return { ...activity, settings: { ...activity.settings, dots: DOTS } };
    }
    if (activity.key === "other-readings") {
      const source = { from: "own" as const, task: same(TASK, TASK), answer: null, keep: null };
      return { ...activity, settings: { ...activity.settings, source } };
    }
    return null;
  });
  const to = (key: string, phase: string) => advanceTo(console_, t, "de-DE", key, phase);
  const desk = console_.getByRole("main");
  /** The stage measures its cards on a hidden copy. */
  const onStage = (text: string) => stage.getByText(text).filter({ visible: true });

  await console_.reload();
  await stage.goto(stageUrl);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  const frames: string[] = [];
  phone.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => frames.push(payload.toString()));
  });
  await join(phone, code, t);
  const others = await Promise.all(
    Array.from({ length: SIMULATED }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  const takePart = async (phase: string) => {
    for (const other of others) {
      await other.client.until((view) => view.activity?.phase === phase);
      await other.takePart();
    }
  };
  try {
    await console_.getByRole("button", { name: t("console.beginWith", { n: 5 }) }).click();

    // --- cards, sorted into themes ------------------------------------------------------------------
    await to("small-no", "write");
    await takePart("write");
    await handIn(phone, t, CARD);
    await expectSaved(phone, t, CARD);
    await to("small-no", "cluster");
    await uncover(console_, t);
    for (const theme of [LIKED, OTHER]) await addTheme(console_, t, theme);
    await putIntoTheme(console_, t, CARD, LIKED);
    await expect(phone.getByRole("heading", { name: LIKED })).toBeVisible();

    // --- dots: as many as the plan gives, on one theme or spread ----------------------------------------
    await to("small-no", "vote");
    const more = (theme: string) =>
      phone.getByRole("button", { name: t("phone.dotMore", { on: theme }) });
    await more(LIKED).click();
    await more(LIKED).click();
    await more(OTHER).click();
    await expect(phone.getByText(t("phone.votesLeft", { n: 0, max: DOTS }))).toBeVisible();
    await expect(more(OTHER)).toBeDisabled();
    for (const page of [phone, console_, stage]) await expectAccessible(page);
    await expectNoSidewaysScroll(phone);
    await phone.getByRole("button", { name: t("phone.dotsHandIn") }).click();
    await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
    for (const { client } of others) {
      const view = await client.until((each) => each.activity?.phase === "vote" && each);
      const { themes } = collectRecord.parse(view.activity?.record);
      const liked = themes.find(({ name }) => name === LIKED);
      const dots = { [liked?.id ?? ""]: DOTS };
      expect(await client.act({ type: "castDots", revision: 1, dots })).toEqual({ ok: true });
    }
    await expect(desk.getByText(t("console.sealed.votes"))).toBeVisible();
    await to("small-no", "show");
    const most = t("common.dots", { n: SIMULATED * DOTS + 2 });
    for (const page of [phone, desk]) {
      await expect(page.getByText(most)).toBeVisible();
      await expect(page.getByText(t("common.dots", { n: 1 }))).toBeVisible();
    }
    await expect(onStage(most)).toHaveCount(1);
    for (const page of [phone, console_, stage]) await expectAccessible(page);

    // --- a line of one's own, which stays -----------------------------------------------------------------
    await to("other-readings", "case");
    await expect(desk.getByText(t("kinds.reframe.console.casesPrivate"))).toBeVisible();
    await phone.getByLabel(t("kinds.reframe.phone.ownLine")).fill(LINE);
    for (const page of [phone, console_, stage]) await expectAccessible(page);
    await expectNoSidewaysScroll(phone);
    await phone.getByRole("button", { name: t("kinds.reframe.phone.ownLineDone") }).click();
    await to("other-readings", "write");
    await takePart("write");
    await expect(phone.getByText(LINE)).toBeHidden();
    await phone.getByText(t("kinds.reframe.phone.ownLine"), { exact: true }).click();
    await expect(phone.getByText(LINE)).toBeVisible();
    await expectAccessible(phone);
    await handIn(phone, t, READING, {
      label: t("kinds.reframe.phone.answer"),
      button: t("kinds.reframe.phone.answerHandIn"),
    });
    await to("other-readings", "vote");
    await expectAccessible(phone);
    await phone.getByRole("button", { name: READING }).click();
    await phone.getByRole("button", { name: t("kinds.reframe.phone.voteHandIn") }).click();
    await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
    for (const { client } of others) {
      const view = await client.until((each) => each.activity?.phase === "vote" && each);
      const chosen = Object.values(view.cards).find(({ text }) => text === READING);
      await client.act({ type: "openBallot", caseId: OWN_CASE });
      const readings = [chosen?.id ?? ""];
      const cast = { type: "castBallot", caseId: OWN_CASE, revision: 1, readings };
      expect(await client.act(cast)).toEqual({ ok: true });
    }
    await to("other-readings", "show");
    await expect(onStage(READING)).toHaveCount(1);
    await expect(onStage(t("kinds.reframe.common.votesOfSeen", { n: 5, seen: 5 }))).toHaveCount(1);
    await phone.getByText(t("kinds.reframe.phone.keepReadings")).click();
    await expect(phone.getByRole("button", { name: READING })).toBeVisible();
    for (const page of [phone, console_, stage]) await expectAccessible(page);

    // The positive control: the reading went out in the same frames.
    expect(frames.join()).toContain(READING);
    expect(frames.join()).toContain(OWN_CASE);
    expect(frames.join()).not.toContain(LINE);
  } finally {
    for (const other of others) other.close();
  }
});
