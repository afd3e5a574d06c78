import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitRecord } from "@/lib/activities/commit/record";
import { type CommitSettings, commitEvent, commitSettings } from "@/lib/activities/commit/schema";
import { countedSteps, stepsOf, ticksMaxOf } from "@/lib/activities/commit/steps";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { K_SCORES, positionOf } from "@/lib/session/state";
import { createMemorySession, type MemorySession } from "@/lib/testing/memory-session";
import { advanceTo, deviceOf, recordAtClose } from "@/lib/testing/session-driver";
import { fourWeeks } from "@/lib/workshops/activities/four-weeks";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { wentWellElsewhere } from "@/lib/workshops/activities/went-well-elsewhere";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";
import { planAround } from "@/lib/workshops/single-activity";

/** Rooms in which one or two people more would be seen by difference (issue: rooms for differencing). */
const ROOMS = [2, 3, 5, 7, 13, 61];

const ready = [ifThen, wentWellElsewhere, fourWeeks];

const settingsOf = (each: (typeof ready)[number]): CommitSettings =>
  commitSettings.parse(each.activity.settings);

/** What each of so many people ticks, in whatever measure the plan allows. */
const ticksIn = (settings: CommitSettings, people: number) => {
  const keys = stepsOf(settings).map(({ key }) => key);
  const one = fc.subarray(keys, { maxLength: ticksMaxOf(settings) });
  // Rooms that agree, and rooms in which few tick anything, come up seldom by themselves.
  const few = fc.constantFrom(...[[], ...keys.slice(0, 3).map((key) => [key])]);
  return fc.array(fc.oneof(one, few), { minLength: people, maxLength: people });
};

const AUDIENCES = ["participant", "stage", "facilitator"] as const;

/** A session of this activity alone, where people write. */
function whereOneWrites(ready: ReadyActivity): MemorySession {
  const { id, title, purpose, minutes, activities } = planAround(ready);
  const session = createMemorySession(
    {
      ...{ templateId: id, title, purpose, minutes, activities: [...activities] },
      ...{ address: "du", language: "de" },
    },
    5,
  );
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, ready.activity.key, "fill");
  return session;
}

const report = (
  session: MemorySession,
  { person, revision, steps }: { person: number; revision: number; steps: readonly string[] },
) =>
  session.send(deviceOf(person), {
    ...{ type: "activity", activity: positionOf(session.state).activity ?? "" },
    command: { type: "reportFinished", revision, steps },
  });

/** What the log says was counted. */
const countsIn = ({ log }: MemorySession) =>
  log.flatMap((row) => {
    const event = row.type === "activity" ? commitEvent.safeParse(row.event) : null;
    return event?.success ? [event.data] : [];
  });

const isSharing = (ticked: readonly string[]) => ticked.length > 0;

/** People who can be had by taking what is told from what else is told, one or two together. */
function toldByDifference(
  settings: CommitSettings,
  ballots: readonly (readonly string[])[],
  told: ReturnType<typeof countedSteps>,
): string[] {
  const named = told.shown.map(({ key }) => key);
  const small = (people: number) => people > 0 && people < CELL_MIN;
  const behindOther = ballots.filter((ticked) => ticked.some((key) => !named.includes(key)));
  const sum = told.shown.reduce((before, { count }) => before + count, 0);
  return [
    ...told.shown.filter(({ count }) => small(count)).map(({ key }) => `${key} itself`),
    ...(told.other > 0 && small(behindOther.length) && ticksMaxOf(settings) > 1 ? ["other"] : []),
    ...(ticksMaxOf(settings) === 1 && small(ballots.length - sum) ? ["done, less all named"] : []),
    ...(ticksMaxOf(settings) === 1 && told.other !== ballots.length - sum
      ? ["does not add up"]
      : []),
  ];
}

describe.each(ready)("what is told of ticks in $activity.key", (each) => {
  const settings = settingsOf(each);

  test.each(ROOMS.filter((people) => people >= K_SCORES))(
    "tells of no one or two people by any difference, in a room of %i (P185)",
    (people) => {
      fc.assert(
        fc.property(ticksIn(settings, people), (ballots) => {
          const told = countedSteps(settings, ballots);
          expect(toldByDifference(settings, ballots, told)).toEqual([]);
          // Nobody's tick is lost where enough people share something.
          const sum = told.shown.reduce((before, { count }) => before + count, told.other);
          if (ticksMaxOf(settings) > 1 && ballots.filter(isSharing).length >= K_SCORES) {
            expect(sum).toBe(ballots.flat().length);
          }
          // What is named is true.
          for (const { key, count } of told.shown) {
            expect(count).toBe(ballots.filter((ticked) => ticked.includes(key)).length);
          }
        }),
      );
    },
  );

  test("is looked at so that small cells are seen: without merging they are", () => {
    const [first = "", second = ""] = stepsOf(settings).map(({ key }) => key);
    const ballots = [...Array.from({ length: 6 }, () => [first]), [second]];
    const unmerged = {
      shown: [
        { key: first, count: 6 },
        { key: second, count: 1 },
      ],
      other: 0,
    };
    expect(toldByDifference(settings, ballots, unmerged)).toContain(`${second} itself`);
    const halfMerged = { shown: [{ key: first, count: 6 }], other: 1 };
    expect(toldByDifference(settings, ballots, halfMerged)).not.toEqual([]);
  });

  test.each(ROOMS)(
    "is the same for log, phones, stage and console, in a room of %i (P186)",
    (people) => {
      fc.assert(
        fc.property(ticksIn(settings, people), (ballots) => {
          const session = whereOneWrites(each);
          for (const [person, steps] of ballots.entries()) {
            expect(report(session, { person, revision: 1, steps }).ok).toBe(true);
          }
          advanceTo(session, "close", "show");
          const run = session.state.activities.find(
            ({ template }) => template.key === each.activity.key,
          );
          if (!run) throw new Error("unreachable");
          const records = AUDIENCES.map((audience) =>
            commitRecord.parse(recordAtClose(run, audience)),
          );
          expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(1);
          const [record] = records;
          const sharing = ballots.filter(isSharing).length;
          expect(record?.finished).toBe(people < K_SCORES ? null : people);
          expect(record?.steps).toEqual(
            Math.min(people, sharing) < K_SCORES ? null : countedSteps(settings, ballots),
          );
          const logged = countsIn(session);
          expect(logged).toHaveLength(1);
          for (const count of Object.values(logged[0]?.steps ?? {})) {
            expect(count).toBeGreaterThanOrEqual(CELL_MIN);
          }
        }),
        { numRuns: 8 },
      );
    },
  );
});

test("more ticks than the plan allows, twice the same or unknown ones are no report (P185)", () => {
  const session = whereOneWrites(wentWellElsewhere);
  const send = (steps: string[]) => report(session, { person: 0, revision: 1, steps }).ok;
  expect(send(["listened", "asked", "helped"])).toBe(false);
  expect(send(["of-tomorrow"])).toBe(false);
  // Twice the same is one.
  expect(send(["asked", "asked", "helped"])).toBe(true);
});

describe("ticks are counted once (P186)", () => {
  const { key } = wentWellElsewhere.activity;
  const ALL = {
    isCounted: true,
    finished: 7,
    steps: { shown: [{ key: "asked", count: 7 }], other: 0 },
  };
  const NOTHING = { isCounted: false, finished: null, steps: null };

  /** A room in which seven people ticked the same. */
  const ticked = () => {
    const session = whereOneWrites(wentWellElsewhere);
    for (let person = 0; person < 7; person += 1) {
      expect(report(session, { person, revision: 1, steps: ["asked"] }).ok).toBe(true);
    }
    return session;
  };
  const lead = (session: MemorySession, type: "goBack" | "startClosing") =>
    session.send("facilitator", { type, from: positionOf(session.state) });
  const shown = (session: MemorySession) =>
    AUDIENCES.map((audience) => session.view(audience).activity?.record);
  const toAll = (record: object) => AUDIENCES.map(() => record);

  test("when people come to keep what they wrote, before every screen", () => {
    const session = ticked();
    advanceTo(session, key, "check");
    expect(shown(session)).toEqual(toAll(NOTHING));
    advanceTo(session, key, "keep");
    expect(shown(session)).toEqual(toAll(ALL));
  });

  test("and never again, whoever writes after it and wherever the room goes", () => {
    const session = ticked();
    advanceTo(session, key, "keep");
    const late = { person: 8, revision: 1, steps: ["helped"] };
    for (const phase of ["keep", "check", "fill"]) {
      expect(positionOf(session.state).phase).toBe(phase);
      expect(report(session, late)).toEqual({ ok: false, code: "closed" });
      expect(report(session, { ...late, person: 0, revision: 2 }).ok).toBe(false);
      if (phase !== "fill") lead(session, "goBack");
    }
    advanceTo(session, key, "keep");
    expect(shown(session)).toEqual(toAll(ALL));
    advanceTo(session, "close", "show");
    expect(countsIn(session)).toHaveLength(1);
  });

  test("at the latest when the activity is left, also from where people write", () => {
    const session = ticked();
    lead(session, "startClosing");
    expect(countsIn(session)).toEqual([
      { type: "finishedCounted", finished: 7, steps: { asked: 7 }, other: 0 },
    ]);
  });
});
