import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "@/server/db/embedded";
import { createLog } from "@/server/log";
import { openForEverybody } from "@/server/testing/temporary-folder";
import { type Node, signUp, startNode } from "@/server/testing/workshop";

/** The product on a Postgres of its own, and an adversary's keys to everything beside the process. */
export interface World {
  node: Node;
  account: { id: string; cookie: string };
  /** As superuser: the logical view. */
  admin: pg.Pool;
  /** The data directory: the physical view. */
  data: string;
  /** What server and database logged so far, down to `debug`. */
  logs(): { server: string; database: string };
  stop(): Promise<void>;
}

/** Columns that hold words; a compressed word would hide from a search of the files. */
const WORD_COLUMNS = [
  "session_events.event",
  "session_notes.text",
  "sealed_cards.content",
  "sealed_ballots.content",
];

export async function createWorld(): Promise<World> {
  const folder = openForEverybody(mkdtempSync(join(tmpdir(), "aufwind-attack-")));
  const postgres = await startEmbedded({
    dataDir: folder,
    password: "only for tests",
    // Killing is another suite's business; what is written is the same.
    fsync: false,
    systemDir: join(folder, "system"),
  });
  let logged = "";
  const write = (line: string) => {
    logged += line;
  };
  const log = createLog({ mode: "test", logLevel: "debug" }, { write });
  // The facilitator presses something on every card; that takes minutes in a workshop.
  const frameRate = { perSecond: 1e6, burst: 1e6 };
  const node = await startNode(postgres.url, undefined, { log, frameRate });
  const admin = new pg.Pool({ connectionString: postgres.url });
  // Postgres ends connections when it stops.
  admin.on("error", () => {});
  for (const column of WORD_COLUMNS) {
    const [table, name] = column.split(".");
    await admin.query(`alter table ${table} alter column ${name} set storage external`);
  }
  return {
    node,
    admin,
    account: await signUp(node, "ada@example.org"),
    data: postgres.data,
    logs: () => ({
      server: logged,
      database: readFileSync(join(folder, "postgres.log"), "utf8"),
    }),
    async stop() {
      await admin.end();
      await node.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
