import { describe, expect, test } from "vitest";
import { differences, publish } from "@/attack/anonymity/differencing";
import { K_SCORES } from "@/lib/session/state";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import { wentWellElsewhere } from "@/lib/workshops/activities/went-well-elsewhere";
import { whoseShare } from "@/lib/workshops/activities/whose-share";

/**
 * Two results of one room that differ by one person tell what that one answered, however small cells are merged.
 * So of each activity there is one result and never a second one, whatever anybody tries (P207).
 */
const ROOMS = [2, 3, 5, 7, 13, 61];
const SEEDS = [1, 2, 3];
/** So many that some cell is named with one person fewer, too. */
const SURELY_TOLD = 13;

describe.each([
  { what: "points of a sort", ready: whoseShare },
  { what: "ticks", ready: wentWellElsewhere },
  { what: "scores of which one may be left open", ready: tenRequests },
])("$what", ({ ready }) => {
  const room = (people: number) => Array.from({ length: people }, (_, number) => number);

  test.each(ROOMS)("are told once and for all, in a room of %i (P207)", async (people) => {
    for (const seed of SEEDS) {
      const told = await publish(ready, room(people), seed);
      expect(told.isEarly).toBe(false);
      expect(told.results).toHaveLength(1);
      expect(told.takenInTime).toBe(2 * people);
      expect(told.takenLate).toBe(0);
      // That of an activity that has begun, and the result where there is one.
      expect(told.records.length).toBeLessThanOrEqual(2);
      expect(differences(told.results)).toEqual([]);
    }
  });

  test.each(ROOMS)(
    "would tell of one person by a second count with that one, in a room of %i: positive control",
    async (people) => {
      const found = [];
      for (const seed of SEEDS) {
        const [before, after] = await Promise.all([
          publish(ready, room(people - 1), seed),
          publish(ready, room(people), seed),
        ]);
        found.push(...differences([...before.results, ...after.results]));
      }
      // Of fewer than k nothing is told, so that there is nothing to take from anything.
      if (people - 1 < K_SCORES) expect(found).toEqual([]);
      // With six and seven it depends on which cells are merged.
      if (people >= SURELY_TOLD) expect(found).not.toEqual([]);
    },
  );
});
