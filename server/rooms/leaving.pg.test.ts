import { setImmediate as afterThis } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openSheets } from "@/server/testing/sheets";
import { query } from "@/server/testing/test-database";

const at = nodeForEachTest();

test("leaving is heard once the seat is given up on disk, and may be said again (P266)", async () => {
  const { id, seated } = await openSheets(at);
  const [{ client, device } = {}] = seated;
  if (!client || !device) throw new Error("Nobody sits there");
  const frame = { activity: null, phase: null, done: false, left: true };
  const seatsGivenUp = async () =>
    (await query(at.database.url, "select 1 from sealed_ballots where content->>'left' = 'true'"))
      .length;
  // Somebody else holds the session, as another node would: nothing can be written for now.
  const holding = new pg.Client({ connectionString: at.database.url });
  await holding.connect();
  await holding.query("begin");
  await holding.query("select 1 from sessions where id = $1 for update", [id]);
  let isHeard = false;
  const heard = client.ask("presence", frame).then(() => {
    isHeard = true;
  });
  // What is refused at once is answered after it in the same line.
  expect(await client.ask("command", null)).toMatchObject({ code: "bad-input" });
  await afterThis();
  expect(isHeard).toBe(false);
  await holding.query("commit");
  await holding.end();
  await heard;
  expect(await seatsGivenUp()).toBe(1);
  // The answer got lost: the phone comes back and says it again.
  const again = await connectClient(at.node.url, { role: "participant", session: id, device });
  at.open.push(again);
  await again.ask("presence", frame);
  expect(await seatsGivenUp()).toBe(1);
  // Whoever never sat anywhere leaves as well.
  const other = { role: "participant", session: id, device: randomId() } as const;
  const guest = await connectClient(at.node.url, other);
  at.open.push(guest);
  await guest.ask("presence", frame);
  expect(await seatsGivenUp()).toBe(1);
});
