import { expect, test } from "vitest";
import type { RawCommand } from "@/lib/activities/simulation";
import { type Decided, holdInMemory } from "@/lib/example/in-memory";
import { currentRun } from "@/lib/session/state";
import { checkReads } from "@/lib/testing/check-reads";
import { type MemorySession, plannedWorkshop } from "@/lib/testing/memory-session";
import { advanceTo, deviceOf, hex, perform, plan } from "@/lib/testing/session-driver";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";

const DEVICES = 7;

/** Which commands a check objects to where it is told that they read nothing, or only what `readsOf` says. */
function objectedTo(readsOf: Parameters<typeof checkReads>[1]) {
  const names = new Set<string>();
  const onDecided = (decided: Decided): void => {
    const { command } = decided;
    // As it is, each is enough.
    checkReads(decided);
    try {
      checkReads(decided, readsOf);
    } catch {
      names.add(command.type === "activity" ? command.command.type : command.type);
    }
  };
  const send = (session: MemorySession, command: RawCommand) => {
    const activity = currentRun(session.state)?.template.key ?? "";
    const answer = session.send("facilitator", { type: "activity", activity, command });
    expect(answer).toMatchObject({ ok: true });
  };
  const written = (session: MemorySession, card: number): void => {
    for (let device = 0; device < DEVICES; device += 1) {
      perform(session, { do: "write", device, card, revision: 1 });
    }
  };
  return { names, onDecided, send, written };
}

test("P212 what commands about cards say that they read is enough, and less is found out", () => {
  const { names, onDecided, send, written } = objectedTo(() => []);
  const session = holdInMemory(plan, 7, { onDecided });
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "small-no", "write");
  written(session, 0);
  perform(session, { do: "write", device: 0, card: 0, revision: 2 });
  const typed = { ...{ type: "typeInCard", card: hex(7_000) }, text: "Papier", attributes: {} };
  send(session, typed);
  // A repeat, which is known by the card that is there.
  send(session, typed);
  advanceTo(session, "small-no", "review");
  perform(session, { do: "withdraw", device: 1, card: 0 });
  for (const pick of [0, 1, 2, 3, 4, 5, 6, 7]) perform(session, { do: "tag", pick, on: true });
  perform(session, { do: "holdAll", held: true });
  perform(session, { do: "holdAll", held: false });
  for (const pick of [0, 1]) perform(session, { do: "hold", pick, held: true });
  advanceTo(session, "small-no", "reveal");
  for (const pick of [0, 1]) perform(session, { do: "hold", pick, held: false });
  written(session, 1);
  send(session, { type: "reviewLate" });
  send(session, { type: "revealLate" });
  perform(session, { do: "advance" });
  for (const each of ["submitCard", "withdrawCard", "typeInCard", "tagCard", "holdCard"]) {
    expect([...names]).toContain(each);
  }
  for (const each of ["holdCards", "reviewLate", "revealLate"]) expect([...names]).toContain(each);
  // What a facilitator goes on with gathers, counts and reveals.
  expect([...names]).toContain("advance");
});

test("P212 drawing groups and freeing a chair read everybody's seats", () => {
  const { names, onDecided, send } = objectedTo(() => []);
  const { activity } = withGivenCases(otherChairs);
  const planned = plannedWorkshop((each) => {
    if (each.kind !== "pause") return [];
    return each.key === "welcome" ? [each] : [activity, each];
  });
  const session = holdInMemory(planned, 7, { onDecided });
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, activity.key, "assign");
  for (let device = 0; device < DEVICES; device += 1) {
    const command = { type: "takeSeat", revision: 1, remote: false };
    session.send(deviceOf(device), { type: "activity", activity: activity.key, command });
  }
  send(session, { type: "regroup", size: 3, pair: false });
  send(session, { type: "freeChair", chair: "1" });
  expect([...names]).toEqual(expect.arrayContaining(["regroup", "freeChair"]));
});
