import { beforeAll, describe, expect, test } from "vitest";
import { actors, expectations, holesIn } from "@/attack/access/expectations";
import { commandMatrix, LEADING, named, WORKSHOPS } from "@/attack/access/matrix";
import { everyCommand, type KnownCommand, nameOf } from "@/attack/commands";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import type { Actor } from "@/lib/session/actor";
import { mayAttempt } from "@/lib/session/authorise";
import { IS_EVERYTHING_TRIED } from "@/lib/testing/everyday";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { nodeForFile } from "@/server/testing/own-node";
import { openWorkshop, signUp } from "@/server/testing/workshop";

// The matrix sends faster than people do.
const at = nodeForFile({ frameRate: { perSecond: 1e6, burst: 1e6 }, peopleEveryMs: 500 });
let account: Awaited<ReturnType<typeof signUp>>;

beforeAll(async () => {
  account = await signUp(at.node, "ada@example.org");
});

const table = (actor: Actor, command: KnownCommand) => mayAttempt(actor, named(command));

describe("the authorisation table", () => {
  test("names exactly the actors that are expected, and every command", () => {
    expect(holesIn(table)).toEqual([]);
    const known = new Set(everyCommand.map(nameOf));
    expect(Object.keys(expectations).filter((name) => !known.has(name))).toEqual([]);
  });

  test("with one hole is caught", () => {
    const withHole = (actor: Actor, command: KnownCommand) =>
      table(actor, command) ||
      (actor.kind === "participant" && nameOf(command) === "session/lockRoom");
    expect(holesIn(withHole)).toEqual(["participant may session/lockRoom"]);
  });

  test("that forgets the scope is caught: who may only look leads nothing", () => {
    const withoutScopes = (actor: Actor, command: KnownCommand) =>
      table(actor.kind === "facilitator" ? actors.facilitator : actor, command);
    expect(holesIn(withoutScopes)).toContain("onlooker may session/advance");
  });
});

test("every command × role × phase × own, foreign and unknown ids is answered as expected (P11), and without content (P18)", async () => {
  const accepted = new Set<string>();
  // Beside each other, as each of them mostly waits.
  const all = await Promise.all(
    WORKSHOPS.map((workshop) =>
      commandMatrix(at.node, account, workshop, { isEverythingTried: IS_EVERYTHING_TRIED }),
    ),
  );
  for (const figures of all) {
    expect(figures.defects).toEqual([]);
    expect(figures.positions).toBeGreaterThan(20);
    expect(figures.sent).toBeGreaterThan(everyCommand.length * 100);
    for (const name of figures.acceptedNames) accepted.add(name);
  }
  // A sample that is refused for what it says would be refused to everybody.
  const acceptable = everyCommand
    .filter((each) => each.of !== "session" || !LEADING.has(each.name))
    .map(nameOf)
    .filter((name) => expectations[name]?.accepted.length);
  expect(acceptable.filter((name) => !accepted.has(name))).toEqual([]);
}, 300_000);

test("who may enter which session as what (P3, P6)", async () => {
  const own = await openWorkshop(at.node, 0, { account });
  own.facilitator.close();
  const other = await signUp(at.node, "grace@example.org");
  const opened = await at.node.server.sessions.forFacilitator(account.id, own.id);
  const participant = { role: "participant", device: randomId() } as const;
  const facilitator = { role: "facilitator" } as const;
  const stage = { role: "stage" } as const;
  const entries: [string, Parameters<typeof connectClient>[1], string, boolean][] = [
    ["a participant, own session", { ...participant, session: own.id }, "", true],
    ["a participant, unknown session", { ...participant, session: randomId() }, "", false],
    ["the owner, own session", { ...facilitator, session: own.id }, account.cookie, true],
    ["the owner, unknown session", { ...facilitator, session: randomId() }, account.cookie, false],
    ["another facilitator", { ...facilitator, session: own.id }, other.cookie, false],
    ["signed out", { ...facilitator, session: own.id }, "", false],
    ["a forged cookie", { ...facilitator, session: own.id }, account.cookie.slice(0, -3), false],
    ["a stage with its key", { ...stage, key: opened?.stageKey ?? "" }, "", true],
    ["a stage with the session's id", { ...stage, key: own.id }, "", false],
    ["a stage with nothing's key", { ...stage, key: randomId() }, "", false],
  ];
  for (const [who, shake, cookie, enters] of entries) {
    const entered = await connectClient(at.node.url, shake, { cookie }).then(
      (client) => {
        client.close();
        return "in";
      },
      (error: Error) => error.message,
    );
    expect({ who, entered }).toEqual({ who, entered: enters ? "in" : "gone" });
  }
});

test("whoever speaks another version is told so, in every role and before anything is looked up (P5)", async () => {
  const device = randomId();
  for (const shake of [
    { role: "participant", device, session: randomId() },
    { role: "facilitator", session: randomId() },
    { role: "stage", key: randomId() },
  ] as const) {
    for (const protocol of [PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1]) {
      const entering = connectClient(at.node.url, Object({ ...shake, protocol }));
      await expect(entering).rejects.toThrow("outdated");
    }
    // Of this version the same is somebody who has no business here.
    await expect(connectClient(at.node.url, shake)).rejects.toThrow("gone");
  }
});
