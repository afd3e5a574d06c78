import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import * as z from "zod";
import { roleplayConsole, roleplaySeat } from "@/lib/activities/roleplay/record";
import { roleplaySettings } from "@/lib/activities/roleplay/schema";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { inMinutes } from "@/lib/workshops/ready-activity";
import { sessionEvents } from "@/server/db/schema/sessions";
import { runBatch } from "@/server/rooms/batch";
import { randomId } from "@/server/rooms/chance";
import { loadReplica } from "@/server/rooms/replica";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import {
  advance,
  advanceTo,
  begin,
  here,
  openWorkshop,
  startNode,
} from "@/server/testing/workshop";

const at = nodeForEachTest();

const activity = inMinutes(withGivenCases(otherChairs), 32);
const { key } = activity;
const STEPS = ["brief1", "play1", "swap1", "brief2", "play2", "swap2", "brief3", "play3"];
/** Long enough for a step to be seen, short enough to be waited for. */
const STEP_MINUTES = 1 / 200;

/** A session of chairs that are swapped in steps of this length, with seven people who sit; in `gather`. */
async function gathered({ stepMinutes }: { stepMinutes: number }) {
  const phaseMinutes = Object.fromEntries(STEPS.map((step) => [step, stepMinutes]));
  const settings = { ...roleplaySettings.parse(activity.settings), runs: true };
  const workshop = await openWorkshop(at.node, 7, {
    change: (all) => [
      ...all.filter((each) => each.kind === "pause").slice(0, 1),
      { ...activity, settings, phaseMinutes },
      ...all.filter((each) => each.kind === "pause").slice(-1),
    ],
  });
  const { facilitator, participants } = workshop;
  at.open.push(facilitator, ...participants);
  await begin(facilitator);
  await advanceTo(facilitator, key, "choose");
  for (const each of participants) {
    await each.until(({ planned }) => planned?.key === key);
    expect(await each.act({ type: "takeSeat", revision: 1, remote: false })).toEqual({ ok: true });
  }
  await advanceTo(facilitator, key, "gather");
  return workshop;
}

/** A phase that began, as the log has it. */
const started = z.object({
  type: z.literal("phaseStarted"),
  activity: z.string(),
  phase: z.string(),
});

const chairsSeenBy = ({ view }: LiveClient): number =>
  roleplayConsole
    .parse(view?.facilitator?.ofKind)
    .groups.reduce((sum, { chairs }) => sum + chairs.length, 0);

test("P235 steps of the rounds follow the clock on two nodes, and each is taken once", async () => {
  const { id, facilitator, devices, participants } = await gathered({ stepMinutes: STEP_MINUTES });
  const second = await startNode(at.database.url);
  // The same phone on the other node: both have a room that waits for each step.
  const other = await connectClient(second.url, {
    ...{ role: "participant", session: id, device: devices[0] ?? randomId() },
  });
  at.open.push(other);
  try {
    expect(await advance(facilitator)).toEqual({ ok: true });
    for (const client of [facilitator, other, ...participants]) {
      await client.until(({ activity: shown }) => shown?.phase === "deRole");
    }
    const rows = await at.node.server.db
      .select({ event: sessionEvents.event })
      .from(sessionEvents)
      .where(eq(sessionEvents.sessionId, id))
      .orderBy(asc(sessionEvents.seq));
    const phases = rows.flatMap(({ event }) => {
      const read = started.safeParse(event);
      return read.success && read.data.activity === key ? read.data.phase : [];
    });
    expect(phases).toEqual(["choose", "case", "assign", "gather", ...STEPS, "deRole"]);
  } finally {
    await second.stop();
  }
});

test("P235 a step that isn't due, is paused or was taken by hand is not taken by the clock", async () => {
  const { id, facilitator } = await gathered({ stepMinutes: 10 });
  const { db } = at.node.server;
  const step = async () => {
    const replica = await loadReplica(db, id);
    if (!replica) throw new Error("There is no such session");
    const command = { type: "advance", from: here(facilitator) } as const;
    const frame = { id: randomId(), command };
    const [answer] = await runBatch(db, id, replica, [{ sender: { kind: "clock" }, frame }]);
    return answer;
  };
  const refused = { ok: false, code: "wrong-phase" };
  // Before the rounds nothing goes on by itself.
  expect(await step()).toEqual(refused);
  await advanceTo(facilitator, key, "play1");
  expect(await step()).toEqual(refused);
  await facilitator.send({ type: "pauseClock", from: here(facilitator) });
  expect(await step()).toEqual(refused);
  expect(here(facilitator).phase).toBe("play1");
});

test("P232 leaving the session frees the seat on every screen, and coming back restores it", async () => {
  const { id, facilitator, participants, devices } = await gathered({ stepMinutes: 10 });
  await advanceTo(facilitator, key, "play1");
  const [leaver, ...others] = participants;
  if (!leaver) throw new Error("Nobody is there");
  const seat =
    (await leaver.until(({ seat: own }) => roleplaySeat.safeParse(own).data?.role)) &&
    leaver.view?.seat;
  expect(chairsSeenBy(facilitator)).toBe(7);
  await leaver.leave();
  leaver.close();
  await facilitator.until(() => chairsSeenBy(facilitator) === 6);
  const back = await connectClient(at.node.url, {
    ...{ role: "participant", session: id, device: devices[0] ?? "" },
  });
  at.open.push(back);
  expect(roleplaySeat.parse(back.view?.seat).at).toBe("left");
  expect(await back.act({ type: "takeSeat", revision: 2, remote: false })).toEqual({ ok: true });
  await back.until((view) => roleplaySeat.parse(view.seat).at === "group");
  expect(back.view?.seat).toEqual({ ...Object(seat), changes: 1 });
  await facilitator.until(() => chairsSeenBy(facilitator) === 7);
  // Whoever only fell silent sits where they sat.
  others[0]?.close();
  expect(chairsSeenBy(facilitator)).toBe(7);
});
