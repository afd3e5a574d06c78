import { expect, test } from "vitest";
import { view } from "@/lib/session/view";
import type { People, SessionView } from "@/lib/session/view-schema";
import { createMemorySession } from "@/lib/testing/memory-session";
import { advanceTo, plan } from "@/lib/testing/session-driver";

/** Fourteen have come; two of their phones are dark, and some are done. */
const people: People = { joined: 14, away: 2, done: 9 };

function room() {
  const session = createMemorySession(plan, 142);
  const seenBy = (audience: "participant" | "stage" | "facilitator"): SessionView =>
    view(session.state, audience, { ...session.soft(), people });
  return { session, seenBy, onPhones: () => seenBy("participant").room };
}

test("P142 in the lobby phones are told how many have joined, also those whose phone is dark", () => {
  const { onPhones } = room();
  expect(onPhones()).toEqual({ there: 14, done: 0 });
});

test("P142 while something is asked phones are told how many are done, of how many it waits for", () => {
  const { session, onPhones, seenBy } = room();
  session.send("facilitator", { type: "begin", endsAt: null });
  for (const [activity, phase] of [
    ["before", "ask"],
    ["small-no", "write"],
    ["if-then", "fill"],
  ] as const) {
    advanceTo(session, activity, phase);
    expect(seenBy("participant").activity?.about.takes).not.toBeNull();
    expect(onPhones()).toEqual({ there: 12, done: 9 });
  }
});

test("P142 where nothing is asked nobody is done: whoever only watches would be counted alone", () => {
  const { session, onPhones, seenBy } = room();
  session.send("facilitator", { type: "begin", endsAt: null });
  for (const [activity, phase] of [
    ["welcome", "show"],
    ["small-no", "review"],
  ] as const) {
    advanceTo(session, activity, phase);
    expect(seenBy("participant").activity?.about.takes).toBeNull();
    expect(onPhones()).toEqual({ there: 14, done: 0 });
  }
});

test("P142 phones get nothing else of the counts, stage and console nothing twice, and nobody any after the end", () => {
  const { session, onPhones, seenBy } = room();
  expect(seenBy("participant").people).toBeUndefined();
  for (const audience of ["stage", "facilitator"] as const) {
    expect(seenBy(audience)).toMatchObject({ people });
    expect(seenBy(audience).room).toBeUndefined();
  }
  session.send("facilitator", { type: "begin", endsAt: null });
  session.send("facilitator", { type: "end" });
  expect(session.state.status).toBe("finished");
  expect(onPhones()).toBeUndefined();
});
