import { expect, test } from "vitest";
import type { FollowUpAnswer } from "@/lib/session/follow-up";
import { randomId } from "@/server/rooms/chance";
import { countFollowUps } from "@/server/sessions/follow-ups";
import { nodeForEachTest } from "@/server/testing/own-node";
import { query } from "@/server/testing/test-database";
import { openWorkshop, signUp } from "@/server/testing/workshop";

const at = nodeForEachTest();

/** An ended session whose plans are asked after, and what can be done with the link. */
async function asked() {
  const { id, account, facilitator, participants } = await openWorkshop(at.node, 5);
  at.open.push(facilitator, ...participants);
  const { sessions } = at.node.server;
  expect(await sessions.openFollowUp(account.id, id, 14)).toBeNull();
  await facilitator.send({ type: "end" });
  const path = await sessions.openFollowUp(account.id, id, 14);
  if (path === null) throw new Error("There is no follow-up");
  const token = path.slice("/follow-up/".length);
  const answer = (said: FollowUpAnswer, device = randomId()) =>
    sessions.answerFollowUp(token, device, said);
  const close = () => query(at.database.url, "update follow_ups set closes_at = now()");
  return { id, account, sessions, token, answer, close };
}

const ballots = () => query(at.database.url, "select * from follow_up_ballots");

test("P311 answers are counted once, at the close, and only what may be told of them stays", async () => {
  const { id, account, sessions, token, answer, close } = await asked();
  expect(Buffer.from(token, "base64url").length * 8).toBe(256);
  const changing = randomId();
  for (const said of ["done", "done", "done", "done", "changed", "changed", "changed"] as const) {
    expect(await answer(said)).toBe(true);
  }
  // The last answer of a device counts, however often it is sent.
  for (const said of ["dropped", "dropped", "done"] as const) await answer(said, changing);
  expect(await ballots()).toHaveLength(8);
  // Nobody sees anything of them meanwhile, nor in the summary (P323).
  expect(JSON.stringify(await sessions.summary(account.id, id))).not.toContain("Anders gemacht");
  expect(await sessions.followUpOf(account.id, id)).toMatchObject({ result: null });
  const [row] = await query(at.database.url, "select f::text as row from follow_ups f");
  for (const secret of [token, changing]) expect(String(row?.row)).not.toContain(secret);

  await close();
  expect(await sessions.findFollowUp(token)).toBeNull();
  expect(await answer("dropped")).toBe(false);
  expect(await sessions.followUpOf(account.id, id)).toMatchObject({
    result: {
      answers: 8,
      shown: [
        { answer: "done", count: 5 },
        { answer: "changed", count: 3 },
      ],
      other: 0,
    },
  });
  expect(await ballots()).toEqual([]);
  expect(await query(at.database.url, "select token_hash, key from follow_ups")).toEqual([
    { token_hash: null, key: null },
  ]);
  // It stands in the summary, also once that is all there is.
  const inSummary = async () => JSON.stringify(await sessions.summary(account.id, id));
  expect(await inSummary()).toContain("5 von 8");
  await sessions.deleteRawData(account.id, id);
  expect(await inSummary()).toContain("5 von 8");
  // What two countings have in common could be taken off.
  expect(await sessions.openFollowUp(account.id, id, 14)).toBeNull();
  expect(await sessions.withdrawFollowUp(account.id, id)).toBe(false);
});

test("P312 of fewer than five answers nothing is told and nothing stays, whoever counts them", async () => {
  const { id, account, sessions, answer, close } = await asked();
  for (let people = 0; people < 4; people += 1) await answer("done");
  await close();
  await countFollowUps(at.node.server.db);
  expect(await ballots()).toEqual([]);
  const [few] = await query(at.database.url, "select result from follow_ups");
  expect(few).toEqual({ result: { version: 1, answers: null, shown: [], other: 0 } });
  expect(await sessions.followUpOf(account.id, id)).toMatchObject({ result: { answers: null } });
  const told = await sessions.summary(account.id, id);
  expect(JSON.stringify(told)).not.toContain("Was ist aus dem Plan geworden?");
});

test("P313 its owner alone opens, sees and takes back a follow-up, which goes with its session", async () => {
  const { id, account, sessions, token, answer } = await asked();
  const other = await signUp(at.node, "eve@example.org");
  expect(await sessions.openFollowUp(other.id, id, 14)).toBeNull();
  expect(await sessions.followUpOf(other.id, id)).toBeNull();
  expect(await sessions.withdrawFollowUp(other.id, id)).toBe(false);
  expect(await sessions.openFollowUp(account.id, id, 14)).toBeNull();
  await answer("done");
  expect(await sessions.withdrawFollowUp(account.id, id)).toBe(true);
  expect(await sessions.findFollowUp(token)).toBeNull();
  expect(await ballots()).toEqual([]);
  // Nothing was told of it, so it may be asked again.
  const again = await sessions.openFollowUp(account.id, id, 28);
  expect(again).not.toBeNull();
  await sessions.answerFollowUp(again?.slice("/follow-up/".length) ?? "", randomId(), "done");
  await sessions.delete(account.id, id);
  expect(await ballots()).toEqual([]);
  expect(await query(at.database.url, "select 1 from follow_ups")).toEqual([]);
});

test("P313 what is no secret of a device is refused, and nothing is kept of it", async () => {
  const { answer } = await asked();
  for (const device of ["", "x", "G".repeat(32), `${randomId()}0`]) {
    expect(await answer("done", device)).toBe(false);
  }
  expect(await ballots()).toEqual([]);
});
