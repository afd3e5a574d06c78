import { expect, test } from "vitest";
import { scriptNow } from "@/lib/console/script-now";
import { facilitatorView } from "@/lib/session/facilitator-view";
import { createMemorySession } from "@/lib/testing/memory-session";
import { advanceTo, plan } from "@/lib/testing/session-driver";

/** What the console has at hand once the session is there. */
function at(activity: string, phase: string) {
  const session = createMemorySession(plan, 2);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, activity, phase);
  const view = facilitatorView(session.view("facilitator"));
  const now = view && scriptNow(view);
  if (!now) throw new Error("There is no script");
  const template = plan.activities.find(({ key }) => key === activity);
  return { now, script: template?.script };
}

test("25: each phase has its own line, from its own place in the plan (P81)", () => {
  for (const [activity, phase] of [
    ["small-no", "write"],
    ["small-no", "review"],
    ["other-readings", "case"],
    ["if-then", "keep"],
  ] as const) {
    const { now, script } = at(activity, phase);
    expect(now.line).toEqual(script?.phases[phase]);
    expect(now.line).not.toBeNull();
  }
});

test("25: what helps while people write is not offered afterwards, nor questions before", () => {
  const writing = at("small-no", "write");
  expect(writing.now.ifItStalls).toEqual(writing.script?.ifItStalls);
  expect(writing.now.debrief).toBeNull();
  const reading = at("small-no", "review");
  expect(reading.now.ifItStalls).toBeNull();
  expect(reading.now.debrief).toEqual(reading.script?.debrief);
  expect(at("other-readings", "case").now).toMatchObject({ ifItStalls: null, debrief: null });
});

test("25: a pause is all in one phase", () => {
  const { now, script } = at("welcome", "show");
  expect(now).toEqual({
    line: script?.phases.show,
    ifItStalls: script?.ifItStalls,
    debrief: script?.debrief,
  });
});

test("P81 participants and stages get no line of it", () => {
  const session = createMemorySession(plan, 2);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "small-no", "write");
  const line = JSON.stringify(plan.activities.find(({ key }) => key === "small-no")?.script.phases);
  // Positive control: facilitators' views hold these very words.
  expect(JSON.stringify(session.view("facilitator"))).toContain(line);
  for (const audience of ["participant", "stage"] as const) {
    expect(JSON.stringify(session.view(audience))).not.toContain(line);
    expect(session.view(audience).facilitator).toBeFalsy();
  }
});
