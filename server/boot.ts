import { createAccounts } from "@/server/auth/accounts";
import { createAuth } from "@/server/auth/auth";
import { connect, type DbConnection } from "@/server/db/client";
import { type EmbeddedPostgres, startEmbedded } from "@/server/db/embedded";
import { migrateDatabase } from "@/server/db/migrate";
import type { Env } from "@/server/env";
import { createErasure } from "@/server/erasure/erasure";
import { startSweep } from "@/server/erasure/sweep";
import { createHttp, type Http } from "@/server/http";
import { createNetwork, type Network } from "@/server/lan";
import type { Log } from "@/server/log";
import { StartRefused } from "@/server/refused";
import { createRooms } from "@/server/rooms/rooms";
import { type RunningServer, setRunning } from "@/server/running";
import { createSessions } from "@/server/sessions";
import { attachSockets } from "@/server/sockets";

export interface BootOptions {
  env: Env;
  log: Log;
  /** Next compiles pages on demand. */
  dev: boolean;
  /** False in tests that need no pages. */
  pages?: boolean;
  /** False in tests that do by hand what the hourly sweep does by itself. */
  sweeps?: boolean;
  say?: (line: string) => void;
  /** Called when it can't go on; the caller stops it. */
  onFatal?: (why: string) => void;
}

export interface Booted {
  port: number;
  network: Network;
  server: RunningServer;
  stop(): Promise<void>;
}

/**
 * Tells apart what a person can mend. Only the address of the database is printed, since its URL
 * holds a password.
 */
function explainDatabase(error: unknown, url: string): StartRefused {
  const { host, pathname } = new URL(url);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why: Readonly<Record<string, string>> = {
    ECONNREFUSED: "nothing answers there",
    ENOTFOUND: "there is no such host",
    ETIMEDOUT: "it does not answer",
    "28P01": "user or password is wrong",
    "28000": "this user may not log in",
    "3D000": "there is no such database",
    "42501": "this user may not create tables",
  };
  const reason = why[code] ?? (error instanceof Error && !code ? error.message : `error ${code}`);
  return new StartRefused(
    `The database ${host}${pathname} can't be used: ${reason} (DATABASE_URL).`,
  );
}

/** Starts everything below the process: database, schema, parts, pages, port. In this order. */
export async function boot(options: BootOptions): Promise<Booted> {
  const { env, log, say } = options;
  // Undone in reverse order, by a stop as well as by a start that fails half way.
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) {
      try {
        await step();
      } catch (error) {
        log.error({ err: error }, "a step of stopping failed");
      }
    }
  };

  try {
    let url = env.databaseUrl;
    let data: string | undefined;
    if (url === undefined) {
      const embedded: EmbeddedPostgres = await startEmbedded({
        dataDir: env.dataDir,
        password: env.databasePassword,
        say,
        onLost: options.onFatal,
      });
      undo.push(() => embedded.stop());
      url = embedded.url;
      data = embedded.data;
    }
    try {
      await migrateDatabase(url);
    } catch (error) {
      throw env.databaseUrl ? explainDatabase(error, env.databaseUrl) : error;
    }
    const connection: DbConnection = connect(url, (error) =>
      log.warn({ err: error }, "a connection to the database ended"),
    );
    undo.push(() => connection.close());

    let port = env.port;
    const network = createNetwork(env, () => port);
    configureNextAuth(env);
    const { db } = connection;
    const accounts = createAccounts(db);
    const auth = createAuth({
      db,
      accounts,
      secret: env.authSecret,
      publicUrl: env.publicUrl,
      onError: (code) => log.warn({ code }, "next-auth"),
    });
    const erasure = createErasure({ url, log, data });
    undo.push(() => erasure.close());
    const rooms = createRooms({ db, log, onEnded: () => erasure.request() });
    undo.push(() => rooms.close());
    const sessions = createSessions({
      db,
      network,
      keepDays: env.keepDays,
      async onDeleted(id) {
        await rooms.expel(id);
        erasure.request();
      },
    });
    const server: RunningServer = { env, db, network, accounts, auth, sessions, erasure };
    setRunning(server);
    undo.push(() => setRunning(undefined));

    const http: Http = createHttp({ env, network, log, dev: options.dev, pages: options.pages });
    const sockets = attachSockets(http.sockets, {
      log,
      rooms,
      sessions,
      facilitator: (cookies) => auth.facilitatorFromRequest(cookies),
      stillSignedIn: (ids) => auth.stillSignedIn(ids),
    });
    auth.onSignedOut((signInId) => sockets.endSignIn(signInId));
    await http.prepare();
    port = await http.listen();
    undo.push(() => http.close());
    // Soon, so that nobody sends into rooms that are closing.
    undo.push(() => sockets.close());
    if (options.sweeps !== false) {
      const sweep = startSweep({ url, db, rooms, erasure, keepDays: env.keepDays, log });
      undo.push(() => sweep.close());
    }

    return { port, network, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** next-auth reads these from the process: the public origin, or the checked Host of each request. */
function configureNextAuth(env: Env): void {
  process.env.NEXTAUTH_SECRET = env.authSecret;
  if (env.publicUrl) {
    process.env.NEXTAUTH_URL = env.publicUrl;
    delete process.env.AUTH_TRUST_HOST;
  } else {
    delete process.env.NEXTAUTH_URL;
    process.env.AUTH_TRUST_HOST = "true";
  }
}
