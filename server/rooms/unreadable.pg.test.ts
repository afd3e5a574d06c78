import { and, eq } from "drizzle-orm";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { readPlan, storedPlan } from "@/lib/session/stored";
import { sessionEvents, sessions } from "@/server/db/schema/sessions";
import { createLog } from "@/server/log";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";
import { anyWorkshop, type Node, signUp, startNode } from "@/server/testing/workshop";

let database: TestDatabase;
let node: Node;
let lines: string[];
let sockets: Socket[];

beforeEach(async () => {
  lines = [];
  sockets = [];
  database = await createTestDatabase();
  const write = (line: string) => void lines.push(line);
  const log = createLog({ mode: "test", logLevel: "warn" }, { write });
  node = await startNode(database.url, undefined, { log });
});

afterEach(async () => {
  for (const socket of sockets) socket.close();
  await node.stop();
  await database.drop();
});

/** What the server tells a phone that it won't let in. */
function refusal(session: string): Promise<unknown> {
  const auth = { protocol: PROTOCOL_VERSION, role: "participant", session, device: randomId() };
  const extraHeaders = { origin: node.url };
  const socket = io(node.url, { auth, extraHeaders, transports: ["websocket"], forceNew: true });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.on("refused", resolve);
    socket.on("view", () => resolve("a view"));
    socket.on("connect_error", reject);
  });
}

test.each([
  [
    "plan",
    async (id: string) => {
      const { db } = node.server;
      const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
      const plan = readPlan(row?.plan);
      const geheim = [{ key: "geheim", kind: "collect", settings: {} }];
      await db
        .update(sessions)
        .set({ plan: { ...plan, activities: geheim } })
        .where(eq(sessions.id, id));
      return () =>
        db
          .update(sessions)
          .set({ plan: storedPlan(plan) })
          .where(eq(sessions.id, id));
    },
  ],
  [
    "log",
    async (id: string) => {
      const { db } = node.server;
      const event = { type: "fromAnotherVersion", text: "geheim" };
      await db.insert(sessionEvents).values({ sessionId: id, seq: 2, event });
      return () =>
        db
          .delete(sessionEvents)
          .where(and(eq(sessionEvents.sessionId, id), eq(sessionEvents.seq, 2)));
    },
  ],
] as const)(
  "a session whose %s is of another version is refused for good, with one line in the log, and lost to nobody",
  async (_, damage) => {
    const { id: userId } = await signUp(node, "ada@example.org");
    const { sessions: all } = node.server;
    const { id } = await all.open({ userId, ...anyWorkshop });
    const mend = await damage(id);

    for (let phones = 0; phones < 3; phones += 1) expect(await refusal(id)).toBe("unreadable");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(id);
    expect(lines[0]).not.toContain("geheim");
    expect(await all.list(userId)).toMatchObject([{ id, status: "lobby" }]);

    const other = await all.open({ userId, ...anyWorkshop });
    expect(await refusal(other.id)).toBe("a view");
    await mend();
    const shake = { role: "participant", session: id, device: randomId() } as const;
    const phone = await connectClient(node.url, shake);
    expect(phone.view?.session.status).toBe("lobby");
    phone.close();
  },
);

test("a live room that another version writes into is put out, then refused, with one line in the log", async () => {
  const { id: userId } = await signUp(node, "ada@example.org");
  const { sessions: all, db } = node.server;
  const { id } = await all.open({ userId, ...anyWorkshop });
  const shake = { role: "participant", session: id, device: randomId() } as const;
  const phone = await connectClient(node.url, shake);
  const event = { type: "fromAnotherVersion", text: "geheim" };
  await db.transaction(async (tx) => {
    await tx.insert(sessionEvents).values({ sessionId: id, seq: 2, event });
    await tx.update(sessions).set({ seq: 2, rev: 2 }).where(eq(sessions.id, id));
  });

  await expect.poll(() => phone.isConnected, { timeout: 8_000 }).toBe(false);
  for (let phones = 0; phones < 3; phones += 1) expect(await refusal(id)).toBe("unreadable");
  phone.close();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(id);
  expect(lines[0]).not.toContain("geheim");
});
