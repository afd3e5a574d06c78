import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { series, sessions } from "@/server/db/schema/sessions";
import { nodeForEachTest } from "@/server/testing/own-node";
import { holdMeeting } from "@/server/testing/series";
import { signUp } from "@/server/testing/workshop";

const at = nodeForEachTest();

const heldAndEnded = async (
  ...[template, after]: ["series-1" | "series-3" | "series-4", string?]
) => {
  const { id, facilitator } = await holdMeeting(at, template, {
    phones: 0,
    ...(after ? { after } : {}),
  });
  expect(await facilitator.send({ type: "end" })).toMatchObject({ ok: true });
  return id;
};

/** What hangs on the wall of a session's series, for its owner or somebody else. */
async function wallOf(session: string, asked?: string) {
  const { id: own } = await at.account();
  const [row] = await at.node.server.db.select().from(sessions).where(eq(sessions.id, session));
  return await at.node.server.sessions.endedMeetings(asked ?? own, row?.wallId ?? "");
}

const idsOn = async (session: string) => (await wallOf(session))?.map(({ id }) => id);

test("the wall of a series grows with each meeting that ends, and outlives the series", async () => {
  const { id: userId } = await at.account();
  const open = await holdMeeting(at, "series-1", { phones: 0 });
  expect(await idsOn(open.id)).toEqual([]);
  await open.facilitator.send({ type: "end" });
  expect(await idsOn(open.id)).toEqual([open.id]);

  const third = await heldAndEnded("series-3", open.id);
  const { wallId: beforeLast } =
    (await at.node.server.sessions.forFacilitator(userId, third)) ?? {};
  const last = await heldAndEnded("series-4", third);
  // What is kept under four words went with the last one, and the tie that leads to it.
  expect(await at.node.server.db.select().from(series)).toEqual([]);
  expect(await idsOn(last)).toEqual([open.id, third, last]);
  expect((await at.node.server.sessions.forFacilitator(userId, last))?.wallId).toBe(beforeLast);
});

test("another series, and a session of none, hang on no wall of this one", async () => {
  const { id: userId } = await at.account();
  const [first, other] = [await heldAndEnded("series-1"), await heldAndEnded("series-1")];
  expect(await idsOn(first)).toEqual([first]);
  expect(await idsOn(other)).toEqual([other]);
  const how = { userId, address: "du", language: "de" } as const;
  const { id: alone } = await at.node.server.sessions.open({ ...how, templateId: "not-only-me" });
  expect((await at.node.server.sessions.forFacilitator(userId, alone))?.wallId).toBeNull();
  expect(await wallOf(alone)).toBeNull();
  // Whoever opens the first meeting has nothing to look back on.
  const { id: lobby } = await at.node.server.sessions.open({ ...how, templateId: "series-1" });
  expect((await at.node.server.sessions.forFacilitator(userId, lobby))?.wallId).toBeNull();
});

test("nobody else finds it, and what is no id is none", async () => {
  const first = await heldAndEnded("series-1");
  const other = await signUp(at.node, "eve@example.org");
  expect(await wallOf(first, other.id)).toBeNull();
  const { id: userId } = await at.account();
  for (const nothing of ["", "null", "0".repeat(32), "\u0000"]) {
    expect(await at.node.server.sessions.endedMeetings(userId, nothing)).toBeNull();
  }
});

test("it hands on what its first version does, also without raw data, and a deleted meeting is gone", async () => {
  const { id: userId } = await at.account();
  const { sessions: own } = at.node.server;
  const first = await heldAndEnded("series-1");
  const second = await heldAndEnded("series-3", first);
  const version = { session: first, version: 1 };
  await own.saveTakeaway(userId, version, "Anna blieb dran.");
  await own.addVersion(userId, first, { name: "Für den Auftraggeber", like: null });
  await own.saveTakeaway(userId, { session: first, version: 2 }, "Nur für den Auftraggeber");
  await own.changeReview(userId, version, { change: "strike", text: "Ende" });
  await own.hideSections(userId, version, ["agenda"]);

  const textOf = async () =>
    JSON.stringify((await wallOf(second))?.map(({ handedOn }) => handedOn));
  const whileThere = await textOf();
  expect(whileThere).toContain("Anna blieb dran.");
  expect(whileThere).not.toContain("Auftraggeber");
  const [meeting] = (await wallOf(second)) ?? [];
  const keys = meeting?.handedOn?.de.sections.map(({ key }) => key);
  expect(keys).toContain("method");
  expect(keys).not.toContain("agenda");

  expect(await own.deleteRawData(userId, first)).toBe(true);
  expect(await textOf()).toContain("Anna blieb dran.");
  expect(await own.delete(userId, first)).toBe(true);
  expect(await idsOn(second)).toEqual([second]);
  expect(await textOf()).not.toContain("Anna");
});
