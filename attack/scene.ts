import { type AttackedNode, startAttackedNode } from "@/attack/attacked-node";
import { randomId } from "@/server/rooms/chance";
import { createTestDatabase } from "@/server/testing/test-database";
import { type Node, startNode } from "@/server/testing/workshop";

/** A node to attack, and one of our own beside it on the same database, to set things up with. */
export interface Scene {
  target: AttackedNode;
  admin: Node;
  stop(): Promise<void>;
}

/** For `*.pg.test.ts` files: call it in `beforeAll`, `stop` in `afterAll`. */
export async function setScene(
  options: Omit<Parameters<typeof startAttackedNode>[0], "databaseUrl" | "secret">,
): Promise<Scene> {
  const secret = randomId() + randomId();
  const database = await createTestDatabase();
  const admin = await startNode(database.url, secret);
  const target = await startAttackedNode({ ...options, databaseUrl: database.url, secret });
  return {
    target,
    admin,
    async stop() {
      await target.stop();
      await admin.stop();
      await database.drop();
    },
  };
}
