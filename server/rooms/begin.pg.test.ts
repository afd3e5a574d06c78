import { expect, test } from "vitest";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest();

test("P75 a session whose help list was emptied meanwhile doesn't begin, and keeps its lobby", async () => {
  const { facilitator, participants } = await openWorkshop(at.node, 2);
  at.open.push(facilitator, ...participants);
  const { installation } = at.node.server;
  await installation.saveHelpContacts([]);
  await facilitator.send({ type: "chooseSmallGroup", on: true });
  const begin = { type: "begin", endsAt: null } as const;
  expect(await facilitator.send(begin)).toEqual({ ok: false, code: "no-help" });

  expect(facilitator.view?.session).toMatchObject({ status: "lobby", smallGroup: true });
  expect(facilitator.view?.code).toMatch(/^[0-9A-Z]{8}$/);
  expect(participants.every(({ isConnected }) => isConnected)).toBe(true);

  await installation.saveHelpContacts(seedHelpContacts);
  expect(await facilitator.send(begin)).toEqual({ ok: true });
  await facilitator.until((view) => view.session.status === "running");
  // A list that is emptied later stops nobody in the middle.
  await installation.saveHelpContacts([]);
  const from = { activity: facilitator.view?.planned?.key ?? null, phase: "show" };
  expect(await facilitator.send({ type: "advance", from })).toEqual({ ok: true });
});
