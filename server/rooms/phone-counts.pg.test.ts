import { expect, test } from "vitest";
import { presentOf } from "@/lib/session/present";
import type { People, RoomRecord } from "@/lib/session/view-schema";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, openStage, openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest({ peopleEveryMs: 500 });

interface Told {
  set?: { room?: RoomRecord; people?: People };
  gone?: string[];
}

/** All that somebody was told since, and of it what concerns how many there are. */
function listenTo({ frames }: LiveClient): () => { told: Told[]; counts: Told[] } {
  const since = frames.length;
  return () => {
    const told = frames.slice(since).map((text): Told => JSON.parse(text));
    return { told, counts: told.filter(({ set = {} }) => "room" in set || "people" in set) };
  };
}

test("phones are told how many are done as the stage is, all the same and one by one none of them (P142)", async () => {
  const { facilitator, participants, id, account } = await openWorkshop(at.node, 4);
  const stage = await openStage(at.node, { account, id });
  at.open.push(facilitator, stage, ...participants);
  for (const each of participants) await each.until(({ room }) => room?.there === 4);
  await begin(facilitator);
  await advanceTo(facilitator, "before", "ask");
  for (const each of [stage, ...participants]) {
    await each.until((view) => view.planned?.key === "before");
  }
  expect(participants.map(({ view }) => view?.room)).toEqual(
    participants.map(() => ({ there: 4, done: 0 })),
  );

  const heardOnStage = listenTo(stage);
  const heard = participants.map(listenTo);
  // One has sent, one skips, one watches: to the room all of them are done, and nothing else.
  for (const each of participants.slice(1)) each.setDone(true);
  await stage.until(({ people }) => people?.done === 3);
  for (const each of participants) await each.until(({ room }) => room?.done === 3);
  const [first, ...others] = heard.map((told) => JSON.stringify(told().told.map(({ set }) => set)));
  for (const each of others) expect(each).toBe(first);
  const counts = heard[0]?.().counts ?? [];
  expect(counts.length).toBeGreaterThan(0);
  expect(counts.map(({ set }) => set?.room)).toEqual(
    heardOnStage().counts.map(
      ({ set }) => set?.people && { there: presentOf(set.people), done: set.people.done },
    ),
  );

  // Nobody is away on a phone, not even as a number: who puts theirs aside is nobody's to see.
  expect(participants.flatMap(({ frames }) => frames).join("\n")).not.toContain('"away":');
  expect(facilitator.frames.join("\n")).toContain('"away":');
});

test("where nothing is asked nobody is done, and what is asked begins with nobody (P97, P142)", async () => {
  const { facilitator, participants } = await openWorkshop(at.node, 3);
  at.open.push(facilitator, ...participants);
  await begin(facilitator);
  const [phone] = participants;
  await phone?.until((view) => view.session.status === "running");
  expect(phone?.view?.activity?.about.takes).toBeNull();
  // Somebody watches, which is being done with whatever comes.
  participants[1]?.setDone(true);
  await facilitator.until(({ people }) => people?.done === 1);
  expect(phone?.view?.room).toEqual({ there: 3, done: 0 });
  await advanceTo(facilitator, "before", "ask");
  for (const each of participants) {
    await each.until((view) => view.planned?.key === "before");
    each.setDone(true);
  }
  await phone?.until(({ room }) => room?.done === 3);
  const seen: (number | undefined)[] = [];
  phone?.onView(() => {
    const { planned, room } = phone.view ?? {};
    if (planned?.key === "small-no") seen.push(room?.done);
  });
  await advanceTo(facilitator, "small-no", "write");
  await phone?.until((view) => view.planned?.key === "small-no");
  // With the phase, and not after it: no phone shows the sheets of the one before (P97).
  expect(seen[0]).toBe(0);
  await facilitator.send({ type: "end" });
  await phone?.until((view) => view.session.status === "finished");
  expect(phone?.view?.room).toBeUndefined();
});
