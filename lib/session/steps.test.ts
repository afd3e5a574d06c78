import { expect, test } from "vitest";
import { accept } from "@/lib/activities/contract";
import { positionOf, runOf } from "@/lib/session/state";
import { createMemorySession } from "@/lib/testing/memory-session";
import { advanceTo, plan } from "@/lib/testing/session-driver";

test("P152 what starts sees what was closed, and its first phase can seal", () => {
  const session = createMemorySession(plan, 4);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "before", "ask");
  const next = runOf(session.state, "small-no");
  if (!next) throw new Error("The plan has a second activity");
  const seen: unknown[] = [];
  next.instance = {
    ...next.instance,
    enter() {
      seen.push(runOf(session.state, "before")?.status, session.state.current);
      const ballot = { slot: "first", tag: "t", revision: 1, content: {} };
      return accept<unknown>([], [{ op: "putBallot", ballot }]);
    },
  };
  const from = positionOf(session.state);
  expect(session.send("facilitator", { type: "advance", from }).ok).toBe(true);
  expect(seen).toEqual(["closed", "small-no"]);
  expect(session.sealedBallots("small-no")).toHaveLength(1);
  expect(session.log.slice(-3).map(({ type }) => type)).toEqual([
    "activityClosed",
    "activityStarted",
    "phaseStarted",
  ]);
});

test("P152 an activity that refuses to start stops the command instead of half of it", () => {
  const session = createMemorySession(plan, 4);
  session.send("facilitator", { type: "begin", endsAt: null });
  const next = runOf(session.state, "before");
  if (!next) throw new Error("The plan has a second activity");
  next.instance = { ...next.instance, enter: () => ({ ok: false, code: "closed" }) };
  const from = positionOf(session.state);
  expect(() => session.send("facilitator", { type: "advance", from })).toThrow("refused to start");
});
