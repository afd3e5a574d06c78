import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { nodePeople } from "@/server/db/schema/sessions";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, openWorkshop, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

afterEach(() => {
  vi.useRealTimers();
});

/** What P31 and P143 promise. */
const [LOBBY_MS, MANY_MS, FEW_MS] = [500, 5_000, 15_000];
const [MANY, FEW] = [8, 7];

/** Any moment: said to see something else than a count come. */
const BEGINS_AT = Date.UTC(2030, 0, 1);

test("of fewer than eight people nobody sees progress after five seconds, but after fifteen (P143)", async () => {
  // What a room counts by stands still until the test lets it go on; it still looks at real moments.
  vi.useFakeTimers({ toFake: ["performance"] });
  const node = await startNode(at.database.url);
  const roomOf = async (people: number, account?: { id: string; cookie: string }) => {
    const room = await openWorkshop(node, people, account ? { account } : {});
    at.open.push(room.facilitator, ...room.participants);
    // A room that has never been counted shows its first count at once.
    const joined = () => {
      vi.advanceTimersByTime(LOBBY_MS);
      return room.facilitator.view?.people?.joined;
    };
    await expect.poll(joined, { interval: LOBBY_MS }).toBe(people);
    await begin(room.facilitator);
    await advanceTo(room.facilitator, "before", "ask");
    for (const each of room.participants) {
      await each.until((view) => view.planned?.key === "before");
      each.setDone(true);
      // Answered after it, so it was heard.
      await each.send({ type: "wantToTalk", mark: null, revision: 1 });
    }
    return { ...room, everybody: [room.facilitator, ...room.participants] };
  };
  const doneOn = ({ view }: LiveClient) => (view?.people ?? view?.room)?.done;
  try {
    const many = await roomOf(MANY);
    const few = await roomOf(FEW, many.account);
    vi.advanceTimersByTime(MANY_MS);
    // The control: what was counted is shown, and this is how.
    for (const each of many.everybody) await each.until(() => doneOn(each) === MANY);
    const counted = async () => {
      const rows = await node.server.db
        .select()
        .from(nodePeople)
        .where(eq(nodePeople.sessionId, few.id));
      return rows.map(({ done }) => done);
    };
    // Other nodes know of the few as soon as of others: a node that is silent would be dead to them (P32).
    await expect.poll(counted, { timeout: 10_000 }).toEqual([FEW]);
    // Whatever there is to show by now goes out with this.
    expect(await few.facilitator.send({ type: "showHelp" })).toEqual({ ok: true });
    for (const each of few.everybody) await each.until((view) => view.session.helpShown === 1);
    expect(few.everybody.map(doneOn)).toEqual(few.everybody.map(() => 0));
    expect(few.facilitator.view?.facilitator?.talk.count).toBe(0);

    vi.advanceTimersByTime(FEW_MS - MANY_MS);
    for (const each of few.everybody) await each.until(() => doneOn(each) === FEW);
    expect(few.facilitator.view?.facilitator?.talk.count).toBe(FEW);
  } finally {
    await node.stop();
  }
});

test("who leaves the lobby of few is seen to be gone after fifteen seconds, and who comes at once (P31, P143)", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const node = await startNode(at.database.url);
  try {
    const room = await openWorkshop(node, FEW);
    at.open.push(room.facilitator, ...room.participants);
    const joined = () => room.facilitator.view?.people?.joined;
    const joinedSoon = () => {
      vi.advanceTimersByTime(LOBBY_MS);
      return joined();
    };
    await expect.poll(joinedSoon, { interval: LOBBY_MS }).toBe(FEW);
    await room.participants[0]?.leave();
    const counted = async () => {
      const rows = await node.server.db
        .select()
        .from(nodePeople)
        .where(eq(nodePeople.sessionId, room.id));
      return rows.map(({ joined: there }) => there);
    };
    const countedSoon = () => {
      vi.advanceTimersByTime(LOBBY_MS);
      return counted();
    };
    await expect.poll(countedSoon, { interval: LOBBY_MS }).toEqual([FEW - 1]);
    // Whatever there is to show by now goes out with this.
    expect(await room.facilitator.send({ type: "planBegin", at: BEGINS_AT })).toEqual({ ok: true });
    await room.facilitator.until((view) => view.session.beginsAt === BEGINS_AT);
    expect(joined()).toBe(FEW);
    vi.advanceTimersByTime(FEW_MS);
    await room.facilitator.until((view) => view.people?.joined === FEW - 1);
  } finally {
    await node.stop();
  }
});
