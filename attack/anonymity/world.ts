import { readFileSync } from "node:fs";
import pg from "pg";
import { createLog } from "@/server/log";
import { startTestPostgres } from "@/server/testing/postgres-for-tests";
import { signUp, startNode } from "@/server/testing/workshop";

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Columns that hold words, or moves; a compressed word would hide from a search of the files. */
const WORD_COLUMNS = [
  "session_events.event",
  "session_notes.text",
  "sealed_cards.content",
  "sealed_ballots.content",
  "document_updates.data",
];

/** The product on a Postgres of its own, and an adversary's keys to everything beside the process. */
export async function createWorld() {
  const postgres = await startTestPostgres();
  let logged = "";
  const write = (line: string) => {
    logged += line;
  };
  const log = createLog({ mode: "test", logLevel: "debug" }, { write });
  // The facilitator presses something on every card; that takes minutes in a workshop.
  const frameRate = { perSecond: 1e6, burst: 1e6 };
  const node = await startNode(postgres.url, undefined, { log, frameRate });
  /** As superuser: the logical view. */
  const admin = new pg.Pool({ connectionString: postgres.url });
  // Postgres ends connections when it stops.
  admin.on("error", () => {});
  for (const column of WORD_COLUMNS) {
    const [table, name] = column.split(".");
    await admin.query(`alter table ${table} alter column ${name} set storage external`);
  }
  return {
    ...{ node, admin },
    account: await signUp(node, "ada@example.org"),
    /** The data directory: the physical view. */
    data: postgres.data,
    /** What server and database logged so far, down to `debug`. */
    logs: () => ({ server: logged, database: readFileSync(postgres.log, "utf8") }),
    async stop() {
      await admin.end();
      await node.stop();
      await postgres.stop();
    },
  };
}
