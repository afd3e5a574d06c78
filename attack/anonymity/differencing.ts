import { chanceOf, seeded } from "@/attack/random";
import { witnessOf } from "@/attack/witnesses";
import type { Scene } from "@/lib/activities/simulation";
import type { Counted } from "@/lib/activities/witness";
import type { Audience } from "@/lib/channel";
import type { SessionPlan } from "@/lib/session/plan";
import { positionOf } from "@/lib/session/state";
import { createMemorySession } from "@/lib/testing/memory-session";
import { deviceOf, recordAtClose } from "@/lib/testing/session-driver";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";
import { planAround } from "@/lib/workshops/single-activity";
import { newPerson, playScene, sceneOf, takesPart } from "@/server/simulated/person";

/** All that is published of one activity while somebody tries to have a second result counted. */
export interface Published {
  /** What the log tells, event by event. */
  results: Counted[][];
  /** Whether the log had an event of it before its result was due. */
  isEarly: boolean;
  /** Each record that any screen was sent, once; the first is the one of an activity that has just begun. */
  records: string[];
  /** How many answers were taken before the result, each of them given twice, and how many after it. */
  takenInTime: number;
  takenLate: number;
}

/** Factors by which no two answers of a test are drawn by the same chance. */
const SEEDS_APART = 7919;
const PEOPLE_APART = 101;

const AUDIENCES: readonly Audience[] = ["participant", "stage", "facilitator"];

function planOf(ready: ReadyActivity): SessionPlan {
  const { id: templateId, title, purpose, minutes, activities } = planAround(ready);
  return {
    ...{ templateId, title, purpose, minutes, activities: [...activities] },
    ...{ address: "du", language: "de" },
  };
}

/**
 * Holds a ready activity with these people, of whom each answers the same whoever else is there and then thinks
 * again. Once the result is told one of them tries a third time, somebody comes late, and the facilitator goes
 * back, to the closing and on again.
 */
export async function publish(
  ready: ReadyActivity,
  people: readonly number[],
  seed: number,
): Promise<Published> {
  const { key, kind } = ready.activity;
  const session = createMemorySession(planOf(ready), seed);
  const records = new Set<string>();
  const run = () => session.state.activities.find(({ template }) => template.key === key);
  const look = () => {
    for (const audience of AUDIENCES) {
      const { planned, activity } = session.view(audience);
      if (planned?.key === key) records.add(JSON.stringify(activity?.record));
    }
  };
  const events = () =>
    session.log.flatMap((row) =>
      row.type === "activity" && row.activity === key ? [row.event] : [],
    );
  const lead = (type: "advance" | "goBack" | "startClosing" | "reopen") => {
    const { ok } = session.send("facilitator", { type, from: positionOf(session.state) });
    look();
    return ok;
  };
  /** Sends what this person answers to what was asked in that scene; how many of it was taken. */
  const answer = async (number: number, revision: number, scene: Scene<unknown>) => {
    const chance = chanceOf(seeded(seed * SEEDS_APART + number * PEOPLE_APART + revision));
    const person = newPerson({ number, language: "de", chance, revision: () => revision });
    let taken = 0;
    await playScene(person, kind, scene, async (command) => {
      const decision = session.send(deviceOf(number), { type: "activity", activity: key, command });
      if (decision.ok) taken += 1;
      look();
      return null;
    });
    return taken;
  };

  session.send("facilitator", { type: "begin", endsAt: null });
  while (positionOf(session.state).activity !== key) lead("advance");
  while (!takesPart(session.view("participant"))) lead("advance");
  const asked = sceneOf(session.view("participant"));
  if (!asked) throw new Error(`${key} asks nothing`);
  let takenInTime = 0;
  for (const revision of [1, 2]) {
    for (const number of people) takenInTime += await answer(number, revision, asked);
  }
  const isEarly = events().length > 0;
  while (events().length === 0) lead("advance");

  const [victim = 0] = people;
  const newcomer = Math.max(...people) + 1;
  /** As phones do that were slow: they answer what was asked, whatever is asked now. */
  const tryAgain = async () =>
    (await answer(victim, 3, asked)) + (await answer(newcomer, 1, asked));
  let takenLate = await tryAgain();
  if (lead("goBack")) {
    takenLate += await tryAgain();
    lead("advance");
  }
  for (const move of ["startClosing", "reopen"] as const) {
    lead(move);
    takenLate += await tryAgain();
  }
  const closed = run();
  if (closed)
    for (const audience of AUDIENCES) records.add(JSON.stringify(recordAtClose(closed, audience)));
  return {
    results: events().map((event) => witnessOf(kind).ballots?.counted([event]) ?? []),
    ...{ isEarly, records: [...records], takenInTime, takenLate },
  };
}

/**
 * What one result tells beside another that has the same people but a few: how often each choice was theirs. Nothing
 * where one of the two isn't told, or where they don't name the same choices.
 */
export function between(more: readonly Counted[], less: readonly Counted[]): string[] {
  return more.flatMap(({ slot, isTold, cells }) => {
    const other = less.find((each) => each.slot === slot);
    if (!isTold || !other?.isTold) return [];
    return cells.flatMap(({ choice, count }) => {
      const cell = other.cells.find((each) => each.choice === choice);
      return cell && cell.count !== count ? [`${slot}/${choice}: ${count - cell.count}`] : [];
    });
  });
}

/** What all results of one activity tell beside each other. */
export const differences = (results: readonly (readonly Counted[])[]): string[] =>
  results.flatMap((one, at) => results.slice(at + 1).flatMap((other) => between(other, one)));
