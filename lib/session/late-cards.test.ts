import { describe, expect, test } from "vitest";
import { cardReads } from "@/lib/activities/cards";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/session/memory-session";
import { advanceTo, caseOf, deviceOf, hex, perform, plan } from "@/lib/session/session-driver";

describe("late cards", () => {
  const small = "small-no";
  /** At the reveal of six people's cards. */
  function revealed(): MemorySession {
    const session = createMemorySession(plan, 3);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, small, "write");
    for (let device = 0; device < 6; device += 1) perform(session, write(device, 0));
    advanceTo(session, small, "reveal");
    return session;
  }
  const write = (device: number, card: number) => ({ do: "write", device, card, revision: 1 });
  const act = (session: MemorySession, type: string) =>
    session.send("facilitator", { type: "activity", activity: small, command: { type } });
  const late = (session: MemorySession) => session.view("facilitator").facilitator?.late;

  test("wait for k contributors, held ones subtracted, and go through a review of their own", () => {
    const session = revealed();
    for (let device = 0; device < 4; device += 1) perform(session, write(device, 2));
    // Twice as many cards are not more people.
    for (let device = 0; device < 4; device += 1) perform(session, write(device, 3));
    expect(late(session)).toBe("waiting");
    expect(act(session, "reviewLate")).toMatchObject({ ok: false, code: "too-few" });
    perform(session, write(4, 2));
    expect(late(session)).toBe("ready");
    expect(act(session, "revealLate")).toMatchObject({ ok: false, code: "wrong-phase" });
    expect(act(session, "reviewLate")).toMatchObject({ ok: true });
    expect(late(session)).toBe("review");
    expect(Object.keys(session.view("facilitator").review ?? {})).toHaveLength(9);
    perform(session, { do: "hold", pick: 0, held: true });
    expect(act(session, "revealLate")).toMatchObject({ ok: false, code: "too-few" });
    perform(session, { do: "hold", pick: 0, held: false });
    expect(act(session, "revealLate")).toMatchObject({ ok: true });
    expect(Object.keys(session.view("participant").cards)).toHaveLength(15);
    // The next ones wait again.
    expect(late(session)).toBe("waiting");
  });

  test("are counted for everybody at the close, whether reviewed or not, and gone", () => {
    const session = revealed();
    for (let device = 0; device < 5; device += 1) perform(session, write(device, 2));
    act(session, "reviewLate");
    perform(session, write(5, 3));
    advanceTo(session, "other-readings", "case");
    expect(session.view("participant").session.tooLate).toBe(6);
    expect(session.sealedCards(small)).toEqual([]);
    advanceTo(session, "other-readings", "write");
    expect(session.view("participant").session.tooLate).toBe(0);
  });

  test("can be withdrawn, as can held ones, and then leave no contributor behind", () => {
    const session = revealed();
    for (let device = 0; device < 5; device += 1) perform(session, write(device, 2));
    perform(session, { do: "withdraw", device: 0, card: 2 });
    expect(late(session)).toBe("waiting");
    expect(act(session, "reviewLate")).toMatchObject({ ok: false, code: "too-few" });
  });

  test("are withdrawn with their contributor's own count, whichever batch they are in", () => {
    const withdraw = { type: "withdrawCard", edit: hex(1) };
    const batches = cardReads(withdraw, 2).flatMap((read) =>
      read.of === "contributed" ? [read.batch] : [],
    );
    expect(batches).toEqual([0, 1, 2]);
  });

  test("don't reach a vote that began; before it they join the review", () => {
    const session = createMemorySession(plan, 4);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "other-readings", "write");
    for (let device = 0; device < 6; device += 1) perform(session, write(device, 0));
    advanceTo(session, "other-readings", "review");
    for (let device = 0; device < 5; device += 1) perform(session, write(device, 2));
    expect(late(session)).toBe("ready");
    expect(
      session.send("facilitator", {
        type: "activity",
        activity: "other-readings",
        command: { type: "reviewLate" },
      }),
    ).toMatchObject({ ok: true });
    advanceTo(session, "other-readings", "vote");
    expect(Object.keys(session.view("participant").cards)).toHaveLength(11);
    const command = {
      type: "submitReading",
      edit: hex(77),
      markHash: hashOf(hex(78)),
      revision: 1,
      caseId: caseOf(session),
      lens: null,
      text: "zu spät",
      mayBeQuoted: false,
    };
    expect(
      session.send(deviceOf(6), { type: "activity", activity: "other-readings", command }),
    ).toMatchObject({ ok: false, code: "closed" });
  });
});
