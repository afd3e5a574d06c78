import { expect, test } from "vitest";
import { randomId } from "@/server/rooms/chance";
import { TAKEN_IN_AT_ONCE } from "@/server/rooms/people";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForFile } from "@/server/testing/own-node";
import { advanceTo, begin, handIn, openWorkshop } from "@/server/testing/workshop";

/** One client opens devices by the hundred and hands in with each of them (A10, P139). */

/** Nobody is counted while the test runs, but by the first count of a room. */
const HOUR_MS = 3_600_000;
const at = nodeForFile({ peopleEveryMs: HOUR_MS });

const PEOPLE = 12;
const PLANTED = 300;

test("A10: 300 new devices at once bring a handful of cards into a room of twelve, and everybody's own count", async () => {
  const { id, facilitator, participants, devices } = await openWorkshop(at.node, PEOPLE);
  at.open.push(facilitator, ...participants);
  // The first count, so that no later one comes in between.
  await facilitator.until((view) => view.people?.joined === PEOPLE);
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  const enter = async (device: string): Promise<LiveClient> => {
    const client = await connectClient(at.node.url, { role: "participant", session: id, device });
    at.open.push(client);
    return client;
  };
  const planted: LiveClient[] = [];
  for (let n = 0; n < PLANTED; n += 50) {
    planted.push(...(await Promise.all(Array.from({ length: 50 }, () => enter(randomId())))));
  }
  const answers = await Promise.all(
    planted.map(async (each) => (await handIn(each, "Unsinn")).acknowledged),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(TAKEN_IN_AT_ONCE - PEOPLE);
  const refused = answers.filter(({ ok }) => !ok);
  expect(refused).toEqual(Array(refused.length).fill({ ok: false, code: "crowded" }));

  // Whoever was in before is taken as always, from the same phone when it comes back, too.
  participants[0]?.close();
  const back = await enter(devices[0] ?? "");
  const honest = await Promise.all(
    [back, ...participants.slice(1)].map(
      async (each) => (await handIn(each, "Ein Nein")).acknowledged,
    ),
  );
  expect(honest).toEqual(Array(PEOPLE).fill({ ok: true }));
});
