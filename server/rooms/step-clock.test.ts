import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { roleplaySettings } from "@/lib/activities/roleplay/schema";
import { goesOnAt, positionOf } from "@/lib/session/state";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { inMinutes } from "@/lib/workshops/ready-activity";
import { createStepClock } from "@/server/rooms/step-clock";
import { isCommand } from "@/server/rooms/submission";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session whose rounds follow the clock, in the first step of the first. */
function inFirstRound() {
  const chairs = inMinutes(withGivenCases(otherChairs), 32);
  const settings = { ...roleplaySettings.parse(chairs.settings), runs: true };
  const plan = plannedWorkshop((each) => (each.kind === "pause" ? [each] : []));
  const [opening, ...others] = plan.activities;
  if (!opening) throw new Error("The plan is empty");
  const activities = [opening, { ...chairs, settings }, ...others.slice(-1)];
  const session = createMemorySession({ ...plan, activities }, 1);
  const advance = () =>
    session.send("facilitator", { type: "advance", from: positionOf(session.state) });
  session.send("facilitator", { type: "begin", endsAt: null });
  while (goesOnAt(session.state) === null) advance();
  return { state: session.state, advance };
}

test("P289 a step that could not be written is tried again as it was, whatever its state has become", async () => {
  const { state, advance } = inFirstRound();
  const before = positionOf(state);
  const asked: unknown[] = [];
  const clock = createStepClock({
    now: () => goesOnAt(state) ?? 0,
    async submit(step) {
      asked.push(isCommand(step) && step.frame.command);
      // What a transaction did to it that was not committed.
      if (asked.length === 1) advance();
      return { ok: false, code: "busy" };
    },
  });
  clock.set(state);
  await vi.advanceTimersByTimeAsync(1_000);
  clock.stop();
  expect(positionOf(state)).not.toEqual(before);
  expect(asked.length).toBeGreaterThan(1);
  for (const each of asked) expect(each).toEqual({ type: "advance", from: before });
});
