import { expect, it } from "vitest";
import type { PrivateLine } from "@/lib/session/plan-template";
import { initialState } from "@/lib/session/state";
import { readEvent, storedEvent } from "@/lib/session/stored";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";
import { advanceTo } from "@/lib/testing/session-driver";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { givenCases } from "@/lib/workshops/parts/cases";

const plan = plannedWorkshop();

it("P168 participants are told what to know and what to do instead, facilitators also what it rests on", () => {
  const session = createMemorySession(plan, 1);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "small-no", "write");
  expect(session.view("participant").planned).toMatchObject({
    contentNote: smallNo.activity.contentNote,
    optOut: { task: smallNo.activity.optOut, fictional: givenCases[0]?.text },
  });
  expect(session.view("facilitator").facilitator?.evidence).toEqual(smallNo.activity.evidence);
  for (const audience of ["participant", "stage"] as const) {
    expect(JSON.stringify(session.view(audience))).not.toContain(smallNo.activity.evidence?.en);
  }
  // The plan has no made-up case for it.
  advanceTo(session, "if-then", "fill");
  expect(session.view("participant").planned?.optOut).toMatchObject({ fictional: null });
  advanceTo(session, "close", "show");
  expect(session.view("participant").planned).toMatchObject({ contentNote: null, optOut: null });
});

it("P196 everybody is told what stays on phones, and in which phase, and no more of it", () => {
  const line = { key: "mine", phase: "show", prompt: { en: "What can I change?" } };
  const privateLines: PrivateLine[] = [{ ...line, placeholder: null, input: "line" }];
  const activities = plan.activities.map((each) =>
    each.key === "after" ? { ...each, privateLines } : each,
  );
  const session = createMemorySession({ ...plan, activities }, 1);
  session.send("facilitator", { type: "begin", endsAt: null });
  for (const phase of ["ask", "show"]) {
    advanceTo(session, "after", phase);
    for (const audience of ["participant", "stage", "facilitator"] as const) {
      expect(session.view(audience).planned?.privateLines).toEqual(privateLines);
    }
  }
});

it("P167 events name the activities of the state, also one that the session was not opened with", () => {
  const opened = initialState(plan);
  const later = initialState(plan);
  const added = initialState({ ...plan, activities: [{ ...smallNo.activity, key: "once-more" }] });
  later.activities.splice(3, 0, ...added.activities);
  const event = { type: "themeRemoved", themeId: "0".repeat(32) };
  const stored = storedEvent({ type: "activity", activity: "once-more", event }, later);
  expect(readEvent(stored, later)).toMatchObject({ activity: "once-more", event });
  expect(() => readEvent(stored, opened)).toThrow("does not have");
  expect(later.plan).toEqual(plan);
});
