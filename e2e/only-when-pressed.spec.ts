import type { Page } from "@playwright/test";
import { CONNECTION_LOST, expect, test } from "./fixtures";
import { openRoom } from "./tried/room";
import { expectSaved, handIn, isAt, join, whenSettled } from "./workshop";

const CARD = "Die Zusage galt dann doch jemand anderem.";

/** The types of the commands that a page sends from now on, those of activities by their own. */
function commandsOf(page: Page): string[] {
  const types: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => {
      const text = payload.toString();
      if (!/^42\d*\["command"/.test(text)) return;
      types.push(...[...text.matchAll(/"type":"(\w+)"/g)].slice(0, 2).map(([, type = ""]) => type));
    });
  });
  return types;
}

test("the session goes on when somebody presses, then, and at no other moment (P19, P27)", async ({
  account,
  facilitator: console_,
  guard,
  participants,
  server,
  stage,
  t,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const fromConsole = commandsOf(console_);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  const fromPhone = commandsOf(phone);
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 4 });
  const { remote } = room;
  try {
    await stage.goto(room.stageUrl);
    await join(phone, room.code, t);
    await room.to("small-no", "write");

    // --- the time runs out ---------------------------------------------------------------------------
    const endsAt = () => remote.view?.activity?.clock?.endsAt ?? Number.POSITIVE_INFINITY;
    const from = { activity: "small-no", phase: "write" };
    while (endsAt() > Date.now()) {
      const before = endsAt();
      const less = { type: "addMinutes", minutes: -1, from } as const;
      expect(await remote.send(less)).toEqual({ ok: true });
      await remote.until(() => endsAt() < before);
    }
    const isOver = /^\+\d+:\d\d$/;
    const clocks = [phone, console_.getByRole("main"), stage];
    for (const screen of clocks) await expect(screen.getByRole("timer")).toHaveText(isOver);
    await expect(phone.getByText(t("phone.timeOver"))).toBeVisible();
    await handIn(phone, t, CARD);
    await expectSaved(phone, t, CARD);
    expect(isAt(remote, "small-no", "write")).toBe(true);
    expect([fromPhone, fromConsole]).toEqual([["activity", "submitCard"], []]);

    // --- what is pressed without a network is not kept for later --------------------------------------
    await whenSettled(console_);
    await console_.context().setOffline(true);
    await expect(console_.getByText(t("console.offline"))).toBeVisible();
    for (const key of ["b", "j", "p", "+", "n"]) await console_.keyboard.press(key);
    await console_.context().setOffline(false);
    await expect(console_.getByText(t("console.offline"))).toBeHidden();
    // What is pressed now goes out, and nothing before it.
    await console_.keyboard.press("b");
    await remote.until((view) => view.stage?.blank);
    expect(fromConsole).toEqual(["setStage"]);
    expect(remote.view?.stage?.bigCode).toBe(false);
    expect(isAt(remote, "small-no", "write")).toBe(true);
  } finally {
    room.close();
  }
});
