import { afterEach, expect, test, vi } from "vitest";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest();

afterEach(() => {
  vi.useRealTimers();
});

test("a room goes on when the clock of its server is put back by an hour", async () => {
  const { facilitator, participants } = await openWorkshop(at.node, 1);
  at.open.push(facilitator, ...participants);
  const help = { type: "showHelp" } as const;
  expect(await facilitator.send(help)).toEqual({ ok: true });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
  expect(await facilitator.send(help)).toEqual({ ok: true });
  await facilitator.until((view) => view.session.helpShown === 2);
  // People are counted as before, too.
  await facilitator.until((view) => view.people?.joined === 1);
  participants[0]?.close();
});
