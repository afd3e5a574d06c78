import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";
import { type Node, signUp, startNode } from "@/server/testing/workshop";

/** What a test finds: filled before it runs. */
export interface OwnNode {
  database: TestDatabase;
  node: Node;
  /** Clients that are closed before the node stops, also after a test that failed. */
  open: { close(): void }[];
  /** The facilitator of this node, made when first asked for. */
  account(): ReturnType<typeof signUp>;
}

type NodeOptions = Parameters<typeof startNode>[2];

/** A node on a database of its own, both made anew for each test of the file that calls it. */
export function nodeForEachTest(options?: NodeOptions): OwnNode {
  const { at, start, stop } = ownNode(options);
  beforeEach(start);
  afterEach(stop);
  return at;
}

/** The same, once for all tests of the file that calls it. */
export function nodeForFile(options?: NodeOptions): OwnNode {
  const { at, start, stop } = ownNode(options);
  beforeAll(start);
  afterAll(stop);
  return at;
}

function ownNode(options?: NodeOptions) {
  const at = {} as OwnNode;
  return {
    at,
    async start() {
      at.open = [];
      at.database = await createTestDatabase();
      at.node = await startNode(at.database.url, undefined, options);
      let account: ReturnType<typeof signUp> | undefined;
      at.account = () => {
        account ??= signUp(at.node, "ada@example.org");
        return account;
      };
    },
    async stop() {
      for (const client of at.open) client.close();
      await at.node.stop();
      await at.database.drop();
    },
  };
}
