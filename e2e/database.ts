import { connect, type Db } from "@/server/db/client";
import { runningDatabase } from "@/server/db/running-database";
import { readEnv } from "@/server/env";
import type { Product } from "./product";

/** Works on the product's own database, for what nobody can do through it, such as waiting for days. */
export async function withDatabase<T>(server: Product, work: (db: Db) => Promise<T>): Promise<T> {
  const env = readEnv({ NODE_ENV: "production", AUFWIND_DATA_DIR: server.dataDir });
  const databaseUrl = runningDatabase(env);
  if (databaseUrl === null) throw new Error("The product's database does not run");
  const { db, close } = connect(databaseUrl);
  try {
    return await work(db);
  } finally {
    await close();
  }
}
