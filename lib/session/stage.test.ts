import { expect, test } from "vitest";
import type { Command } from "@/lib/session/commands";
import { positionOf } from "@/lib/session/state";
import { createMemorySession } from "@/lib/testing/memory-session";
import { advanceTo, plan } from "@/lib/testing/session-driver";

const started = () => {
  const session = createMemorySession(plan, 27);
  session.send("facilitator", { type: "begin", endsAt: null });
  const press = (command: Command) => session.send("facilitator", command);
  const stage = () => session.view("stage").stage;
  return { session, press, stage };
};

test("27: P85 what two facilitators set of the stage at the same moment both holds", () => {
  const { press, stage } = started();
  // Neither console has seen the other's change yet.
  press({ type: "setStage", blank: true });
  press({ type: "setStage", bigCode: true });
  press({ type: "setStage", language: "en" });
  expect(stage()).toEqual({ blank: true, bigCode: true, page: 0, language: "en" });
});

test("27: P85 a page that is turned twice from the same screen is turned once", () => {
  const { session, press, stage } = started();
  const from = positionOf(session.state);
  press({ type: "turnPage", page: 1, from });
  press({ type: "setStage", blank: true });
  press({ type: "turnPage", page: 1, from });
  expect(stage()).toMatchObject({ blank: true, page: 1 });
});

test("27: P85 a page of what is over turns nothing of what came after it", () => {
  const { session, press, stage } = started();
  const from = positionOf(session.state);
  advanceTo(session, "before", "ask");
  expect(press({ type: "turnPage", page: 2, from })).toEqual({ ok: false, code: "wrong-phase" });
  expect(stage()?.page).toBe(0);
});

test("P240 every screen is told the minutes that the plan gives a phase, whatever is added to its clock", () => {
  const { session, press } = started();
  const told = () =>
    (["participant", "stage", "facilitator"] as const).map(
      (audience) => session.view(audience).activity?.minutes,
    );
  advanceTo(session, "small-no", "write");
  const planned = plan.activities.find(({ key }) => key === "small-no")?.phaseMinutes?.write;
  expect(planned).toBeGreaterThan(0);
  expect(told()).toEqual([planned, planned, planned]);
  press({ type: "addMinutes", minutes: 1, from: positionOf(session.state) });
  expect(told()).toEqual([planned, planned, planned]);
});
