import { describe, expect, test } from "vitest";
import { openRoom } from "@/attack/anonymity/room";
import { countedTrials, told, trials } from "@/attack/anonymity/trials";
import type { Told, Trial } from "@/attack/anonymity/twins";
import { nodeForFile } from "@/server/testing/own-node";

/** Counted once an hour: whatever is told here is told by something else. */
const HOUR_MS = 3_600_000;
/** Counted as often as the room looks whether it is time to. */
const OFTEN_MS = 500;

/** An attacker presses faster than a person may. */
const frameRate = { perSecond: 1e6, burst: 1e6 };

/** What the attacker was told where it happened, and where it did not. */
function twinsOn(options: { peopleEveryMs: number }) {
  const at = nodeForFile({ ...options, frameRate });
  // Beside each other: each of the rooms mostly waits, and neither knows of the other.
  return ({ people, play }: Trial): Promise<[Told, Told]> =>
    Promise.all([
      openRoom(at, people).then((room) => play(room, true)),
      openRoom(at, people).then((room) => play(room, false)),
    ]);
}

const named = (all: readonly Trial[]) => all.map((trial) => [trial.name, trial] as const);

describe("answers, refusals and numbers", () => {
  const twins = twinsOn({ peopleEveryMs: HOUR_MS });

  test.each(named(trials))("nobody is told %s", async (_, trial) => {
    const [one, other] = await twins(trial);
    // Else nothing was asked.
    expect(one.length).toBeGreaterThan(0);
    expect(one).toEqual(other);
  });

  describe("positive controls: what is told on purpose is seen", () => {
    test.each(named(told))("seen: %s", async (_, trial) => {
      const [one, other] = await twins(trial);
      expect(one).not.toEqual(other);
    });
  });
});

describe("answers to what was counted", () => {
  const twins = twinsOn({ peopleEveryMs: OFTEN_MS });

  test.each(named(countedTrials))("from the soft counts nobody is told %s", async (_, trial) => {
    const [one, other] = await twins(trial);
    expect(one.length).toBeGreaterThan(0);
    expect(one).toEqual(other);
  });
});
