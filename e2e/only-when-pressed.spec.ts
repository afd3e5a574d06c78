import type { Page } from "@playwright/test";
import { CONNECTION_LOST, expect, test } from "./fixtures";
import { openRoom } from "./tried/room";
import { expectSaved, handIn, isAt, join } from "./workshop";

const CARD = "Die Zusage galt dann doch jemand anderem.";

/** The type of a command on the wire, an activity's with its own; null where it is something else. */
function commandIn(payload: string): string | null {
  if (!/^42\d*\["command"/.test(payload)) return null;
  const types = [...payload.matchAll(/"type":"(\w+)"/g)].map(([, type]) => type);
  return types.slice(0, 2).join("/");
}

/**
 * Watches what a page sends from now on. While `isCut`, its connection is cut in place of a command, which
 * never arrives; the page comes back by itself.
 */
async function watchCommands(page: Page) {
  const line = { commands: [] as string[], connections: 0, isCut: false };
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    line.connections += 1;
    socket.onMessage((message) => {
      const command = commandIn(message.toString());
      if (command !== null) line.commands.push(command);
      if (command === null || !line.isCut) return server.send(message);
      void socket.close();
    });
  });
  return line;
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
  const fromConsole = await watchCommands(console_);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  const fromPhone = await watchCommands(phone);
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
    expect(fromPhone.commands).toEqual(["activity/submitCard"]);
    expect(fromConsole.commands).toEqual([]);

    // --- what was lost with the connection does not happen later, nor what is pressed without one -------
    fromConsole.isCut = true;
    const { connections } = fromConsole;
    await console_.keyboard.press("j");
    await expect(console_.getByText(t("console.offline"))).toBeVisible();
    for (const key of ["b", "p", "+", "n"]) await console_.keyboard.press(key);
    fromConsole.isCut = false;
    await expect(console_.getByText(t("console.offline"))).toBeHidden();
    expect(fromConsole.connections).toBeGreaterThan(connections);
    // What is pressed now goes out, and nothing before it.
    await console_.keyboard.press("b");
    await remote.until((view) => view.stage?.blank);
    expect(fromConsole.commands).toEqual(["setStage", "setStage"]);
    expect(remote.view?.stage?.bigCode).toBe(false);
    expect(isAt(remote, "small-no", "write")).toBe(true);
  } finally {
    room.close();
  }
});
