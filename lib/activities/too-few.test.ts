import { expect, test } from "vitest";
import { tooFewOf } from "@/lib/activities/too-few";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { currentRun } from "@/lib/session/state";
import {
  createMemorySession,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import { advanceTo, perform } from "@/lib/testing/session-driver";

const audiences = ["participant", "stage", "facilitator"] as const;

/** The ready-made workshop, begun, with dots on the themes of its cards. */
function session(smallGroup = false): MemorySession {
  const dots = (activity: ActivityTemplate): ActivityTemplate[] =>
    activity.kind === "collect"
      ? [{ ...activity, settings: { ...activity.settings, dots: 3 } }]
      : [activity];
  const begun = createMemorySession(plannedWorkshop(dots), 8);
  if (smallGroup) begun.send("facilitator", { type: "chooseSmallGroup", on: true });
  begun.send("facilitator", { type: "begin", endsAt: null });
  return begun;
}

function write(to: MemorySession, people: number) {
  for (let device = 0; device < people; device += 1) {
    perform(to, { do: "write", device, card: 0, revision: 1 });
  }
}

/** What each screen would be told is missing; one answer, since they are to be told the same. */
function missing(from: MemorySession) {
  const told = audiences.map((audience) => tooFewOf(from.view(audience)));
  for (const each of told) expect(each).toEqual(told[0]);
  return told[0];
}

test("P80 too few cards, views, scores, votes or dots: every screen knows, and knows the same words", () => {
  const room = session();
  advanceTo(room, "small-no", "write");
  write(room, 3);
  expect(missing(room)).toBeNull();
  for (const [activity, phase] of [
    ["small-no", "review"],
    ["other-readings", "review"],
    ["after", "show"],
  ] as const) {
    if (activity === "other-readings") {
      advanceTo(room, activity, "write");
      write(room, 3);
    }
    advanceTo(room, activity, phase);
    expect([activity, missing(room)]).toEqual([activity, "activity"]);
    const said = audiences.map((audience) => room.view(audience).planned?.talkInstead);
    const { script } = currentRun(room.state)?.template ?? {};
    expect(said).toEqual(audiences.map(() => script?.talkInstead));
  }
});

test("P80 in a small group cards are shown, and only the numbers about them are missing", () => {
  const room = session(true);
  advanceTo(room, "small-no", "write");
  write(room, 3);
  advanceTo(room, "small-no", "reveal");
  expect(missing(room)).toBeNull();
  advanceTo(room, "small-no", "show");
  expect(missing(room)).toEqual({ says: "kinds.collect.common.tooFewDots" });
  advanceTo(room, "other-readings", "write");
  write(room, 3);
  advanceTo(room, "other-readings", "vote");
  expect(missing(room)).toBeNull();
  advanceTo(room, "other-readings", "show");
  expect(missing(room)).toMatchObject({ says: "kinds.reframe.common.tooFewVotes" });
});

test("nothing is missing where enough people gave something", () => {
  const room = session();
  advanceTo(room, "small-no", "write");
  write(room, 6);
  advanceTo(room, "small-no", "reveal");
  expect(missing(room)).toBeNull();
});
