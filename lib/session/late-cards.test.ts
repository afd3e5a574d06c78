import { describe, expect, test } from "vitest";
import { cardReads } from "@/lib/activities/card-commands";
import { positionOf } from "@/lib/session/state";
import { view } from "@/lib/session/view";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { advanceTo, caseOf, deviceOf, hex, perform, plan } from "@/lib/testing/session-driver";

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

  test("wait for k contributors, held ones subtracted, and go through a review of their own (P46, P54)", () => {
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

  test("are counted for everybody at the close, whether reviewed or not, and gone (P55)", () => {
    const session = revealed();
    for (let device = 0; device < 5; device += 1) perform(session, write(device, 2));
    act(session, "reviewLate");
    perform(session, write(5, 3));
    advanceTo(session, "other-readings", "choose");
    // The sixth is one person's of the next batch: beside the five that facilitators saw it would show.
    expect(session.view("participant").session.tooLate).toBe(5);
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
      type: "submitCard",
      edit: hex(77),
      markHash: hashOf(hex(78)),
      revision: 1,
      attributes: { caseId: caseOf(session), lens: null },
      text: "zu spät",
      mayBeQuoted: false,
    };
    expect(
      session.send(deviceOf(6), { type: "activity", activity: "other-readings", command }),
    ).toMatchObject({ ok: false, code: "closed" });
  });

  /** At writing, with one card each of six people. */
  function written(): MemorySession {
    const session = createMemorySession(plan, 5);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, small, "write");
    for (let device = 0; device < 6; device += 1) perform(session, write(device, 0));
    return session;
  }
  const leaveBy = (session: MemorySession, type: "skipActivity" | "startClosing") =>
    session.send("facilitator", { type, from: positionOf(session.state) });
  const told = (session: MemorySession) => {
    const { tooLate, unshown } = session.view("participant").session;
    return { tooLate, unshown };
  };

  test.each(["skipActivity", "startClosing", "end"] as const)(
    "P74 %s tells every phone how many cards nobody saw, from any phase before the reveal",
    (way) => {
      for (const phase of ["write", "review"]) {
        const session = written();
        advanceTo(session, small, phase);
        perform(session, write(0, 1));
        if (way === "end") session.send("facilitator", { type: "end" });
        else leaveBy(session, way);
        // Under review one more is the only late one, which nobody may count.
        const unshown = phase === "write" ? 7 : 6;
        expect(told(session)).toEqual({ tooLate: 0, unshown });
        expect(session.sealedCards(small)).toEqual([]);
        const again = view(session.replayed(), "participant", session.soft());
        expect(again.session).toMatchObject({ unshown });
      }
    },
  );

  test.each(["skipActivity", "startClosing", "end"] as const)(
    "P74 %s tells every phone how many came too late, after the reveal",
    (way) => {
      for (const late of [5, 4]) {
        const session = revealed();
        for (let device = 0; device < late; device += 1) perform(session, write(device, 2));
        if (way === "end") session.send("facilitator", { type: "end" });
        else leaveBy(session, way);
        // Four people's are not told: their authors knew when they handed them in.
        expect(told(session)).toEqual({ tooLate: late === 5 ? 5 : 0, unshown: null });
      }
    },
  );

  test.each(["skipActivity", "startClosing", "end"] as const)(
    "P103 %s before the reveal says the same of four people's cards as of none",
    (way) => {
      for (const writers of [0, 1, 4]) {
        const session = createMemorySession(plan, 7);
        session.send("facilitator", { type: "begin", endsAt: null });
        advanceTo(session, small, "write");
        for (let device = 0; device < writers; device += 1) perform(session, write(device, 0));
        if (way === "end") session.send("facilitator", { type: "end" });
        else leaveBy(session, way);
        expect(told(session)).toEqual({ tooLate: 0, unshown: 0 });
      }
    },
  );

  test("P103 where nobody could write yet nothing is said", () => {
    const session = createMemorySession(plan, 8);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "other-readings", "choose");
    leaveBy(session, "skipActivity");
    expect(told(session)).toEqual({ tooLate: 0, unshown: null });
  });

  test("P74 the number is told once: not again when the session is reopened or goes on", () => {
    const session = written();
    leaveBy(session, "startClosing");
    expect(told(session)).toEqual({ tooLate: 0, unshown: 6 });
    session.send("facilitator", { type: "reopen", from: positionOf(session.state) });
    expect(positionOf(session.state).activity).not.toBe("close");
    expect(told(session)).toEqual({ tooLate: 0, unshown: null });
    const skipping = written();
    leaveBy(skipping, "skipActivity");
    leaveBy(skipping, "skipActivity");
    expect(told(skipping)).toEqual({ tooLate: 0, unshown: null });
  });

  test("P74 what too few people wrote is not told twice: the room heard so at the review", () => {
    const session = createMemorySession(plan, 6);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, small, "write");
    for (let device = 0; device < 3; device += 1) perform(session, write(device, 0));
    advanceTo(session, small, "review");
    leaveBy(session, "skipActivity");
    expect(told(session)).toEqual({ tooLate: 0, unshown: null });
  });
});
