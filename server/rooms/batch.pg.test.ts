import { expect, test } from "vitest";
import { MARKS_ASKED } from "@/lib/session/commands";
import { initialState } from "@/lib/session/state";
import { runBatch } from "@/server/rooms/batch";
import { randomId } from "@/server/rooms/chance";
import { emptyReplica, loadReplica } from "@/server/rooms/replica";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, handIn, openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest();

test("a batch that writes nothing brings all of a copy up to date that was behind", async () => {
  const { id, facilitator, participants } = await openWorkshop(at.node, 5);
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  for (const each of participants) await handIn(each, "Ein Nein");
  await participants[0]?.send({ type: "wantToTalk", mark: null, revision: 1 });
  await advanceTo(facilitator, "small-no", "review");

  const { db } = at.node.server;
  const loaded = await loadReplica(db, id);
  if (!loaded) throw new Error("There is no such session");
  expect(loaded.review.cards).toHaveLength(5);
  expect(loaded.sealed.talkRequests.size).toBe(1);
  // As after a reload while the database was away: the first who is back only asks.
  const behind = emptyReplica(initialState(loaded.state.plan), loaded.entryKeys);
  const marks = Array.from({ length: MARKS_ASKED }, randomId);
  const [answer] = await runBatch(db, id, behind, [
    {
      sender: { kind: "participant", device: randomId() },
      frame: { id: randomId(), command: { type: "askAboutOwnCards", marks } },
    },
  ]);
  expect(answer).toMatchObject({ ok: true });
  expect(behind.review).toEqual(loaded.review);
  expect(behind.sealed.talkRequests).toEqual(loaded.sealed.talkRequests);
  expect([behind.seq, behind.rev]).toEqual([loaded.seq, loaded.rev]);
});
