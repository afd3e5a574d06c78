import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { goOn } from "@/attack/company";
import { wholeWorkshop, withEveryKind } from "@/attack/whole-workshop";
import type { Measured } from "@/bench/measured";
import { cores, pin } from "@/bench/processes";
import { startProduct } from "@/e2e/product";
import { storedEvent, storedPlan } from "@/lib/session/stored";
import type { KeptSummary } from "@/lib/summary/blocks";
import { storedSummary } from "@/lib/summary/stored";
import type { MemorySession } from "@/lib/testing/memory-session";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { createAccounts } from "@/server/auth/accounts";
import { createAuth } from "@/server/auth/auth";
import { connect } from "@/server/db/client";
import { runningDatabase } from "@/server/db/running-database";
import {
  sessionEvents,
  sessions as sessionRows,
  summaryVersions,
} from "@/server/db/schema/sessions";
import { demoAccount } from "@/server/demo/demo-session";
import { readEnv } from "@/server/env";
import { createNetwork } from "@/server/lan";
import { projectRoot } from "@/server/project-root";
import { randomId, tagOf } from "@/server/rooms/chance";
import { createSessions } from "@/server/sessions";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { keptVersionsOf } from "@/server/summary/versions";
import { changePlan, here } from "@/server/testing/workshop";

/** As `passFor` in `server/sockets.ts` makes passes. */
const PASS = "pass";

/** A phone that has been in before: a room takes in new devices 600 at once, and then one a second (P112). */
export interface KnownPhone {
  number: number;
  device: string;
  pass: string;
}

/** A session that is measured, and its facilitator. */
export interface BenchRoom {
  id: string;
  code: string;
  /** The sign-in of its facilitator, for more consoles. */
  cookie: string;
  facilitator: LiveClient;
  /** So many devices, known to the room. */
  phones(count: number): KnownPhone[];
  /** One step on, as *Next* leads; whether there is a next one. */
  goOn(): Promise<boolean>;
  close(): void;
}

/** The product as `npm start` runs it, with its own Postgres. */
export interface BenchProduct extends Measured {
  readonly url: string;
  /** A session in which every kind of activity comes up; `whole`: with everything that people may do in it. */
  openRoom(plan?: { whole: boolean }): Promise<BenchRoom>;
  /** The sign-in of the facilitator whose sessions these are. */
  readonly cookie: string;
  /**
   * A session that is over, as if it had been held here; its id. `kept`: its raw data are gone, and this is its summary;
   * null: they are there.
   */
  putEnded(
    held: Pick<MemorySession, "state" | "log" | "joined">,
    kept: KeptSummary | null,
  ): Promise<string>;
  /** SIGKILL, and the same again at once on the same data. Resolves when it listens. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBenchProduct(): Promise<BenchProduct> {
  const folder = mkdtempSync(join(tmpdir(), "aufwind-bench-"));
  const probe = join(folder, "probe");
  const running = await startProduct(async () => ({
    NODE_OPTIONS: `--import ${join(projectRoot(), "bench/probe.mjs")}`,
    BENCH_PROBE: probe,
  }));
  const pids = () => {
    const [server = 0, database] = running.processIds();
    return { server, database: database ?? null };
  };
  const pinned = () => {
    const { server, database } = pids();
    pin(server, cores?.server);
    if (database !== null) pin(database, cores?.database);
  };
  pinned();

  const port = Number(new URL(running.baseURL).port);
  const env = readEnv({ NODE_ENV: "production", AUFWIND_DATA_DIR: running.dataDir });
  const databaseUrl = runningDatabase(env);
  if (databaseUrl === null) throw new Error("The product's database was not found");
  const connection = connect(databaseUrl);
  const { db } = connection;
  const account = await demoAccount(db);
  const auth = createAuth({
    db,
    accounts: createAccounts(db),
    secret: env.authSecret,
    publicUrl: undefined,
  });
  const signedIn = await auth.signIn(account, {});
  if (!signedIn.ok) throw new Error(`Signing in failed: ${signedIn.reason}`);
  const cookie = `${auth.cookie.name}=${signedIn.cookieValue}`;
  const opened = () =>
    sessions.open({
      userId: account.userId,
      templateId: firstAidAfterANo.id,
      ...({ address: "du", language: "de" } as const),
    });
  const sessions = createSessions({
    db,
    network: createNetwork(env, () => port),
    keepDays: env.keepDays,
    onDeleted: async () => undefined,
  });

  return {
    ...{ url: running.baseURL, probe, cookie },
    get pids() {
      return pids();
    },

    async openRoom({ whole } = { whole: false }) {
      const { id } = await opened();
      await changePlan({ server: { db } }, id, (activities) =>
        whole ? wholeWorkshop(withEveryKind(activities), 0) : withEveryKind(activities),
      );
      const [row] = await db.select().from(sessionRows).where(eq(sessionRows.id, id));
      const { code, admissionKey } = row ?? {};
      if (!code || !admissionKey) throw new Error("The session can't be entered");
      const shake = { role: "facilitator", session: id } as const;
      const facilitator = await connectClient(running.baseURL, shake, {
        ...{ cookie, keepFrames: false, reconnects: true },
      });
      return {
        ...{ id, code, cookie, facilitator },
        phones: (count) =>
          Array.from({ length: count }, (_, number) => {
            const device = randomId();
            return { number, device, pass: tagOf(admissionKey, device, PASS) };
          }),
        goOn: () => goOn(facilitator, []),
        close: () => facilitator.close(),
      };
    },

    async putEnded({ state, log, joined }, kept) {
      const { id } = await opened();
      const over = { plan: storedPlan(state.plan), code: null, status: "finished" } as const;
      const at = new Date();
      // As it stands after its end, and later without raw data (`deleteRawData`).
      if (kept === null) {
        // The first one says that it was opened.
        const rows = log.map((event, after) => ({
          ...{ sessionId: id, seq: after + 2, event: storedEvent(event, state) },
        }));
        await db.insert(sessionEvents).values(rows);
        const seq = rows.length + 1;
        await db
          .update(sessionRows)
          .set({ ...over, joined, seq, endedAt: at })
          .where(eq(sessionRows.id, id));
        return id;
      }
      await db.delete(sessionEvents).where(eq(sessionEvents.sessionId, id));
      await db
        .update(sessionRows)
        .set({ ...over, admissionKey: null, endedAt: at, rawErasedAt: at })
        .where(eq(sessionRows.id, id));
      await keptVersionsOf(db, id);
      await db
        .update(summaryVersions)
        .set({ summary: storedSummary(kept) })
        .where(eq(summaryVersions.sessionId, id));
      return id;
    },

    async killAndRestart() {
      await running.kill9();
      await running.restart();
      pinned();
    },

    async stop() {
      await connection.close();
      await running.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where a room stands, as tables name it. */
export function placeOf({ facilitator }: BenchRoom): string {
  const { phase } = here(facilitator);
  return `${facilitator.view?.planned?.kind ?? "lobby"} · ${phase ?? "–"}`;
}
