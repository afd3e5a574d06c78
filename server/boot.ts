import { createAccounts } from "@/server/auth/accounts";
import type { Attempts } from "@/server/auth/attempts";
import { createAuth } from "@/server/auth/auth";
import { createLeaving } from "@/server/auth/leaving";
import { createLinks, type Links } from "@/server/auth/links";
import { createMailedLinks, type MailedLinks } from "@/server/auth/mailed-links";
import { createOwnAccount } from "@/server/auth/own-account";
import { createPasswords, type Passwords } from "@/server/auth/passwords";
import { connect, type Db, type DbConnection } from "@/server/db/client";
import { startDatabaseClock } from "@/server/db/clock";
import { startEmbedded } from "@/server/db/embedded";
import { explainDatabase } from "@/server/db/explain";
import { migrateDatabase } from "@/server/db/migrate";
import { nodePeople } from "@/server/db/schema/sessions";
import type { Env } from "@/server/env";
import { createErasure } from "@/server/erasure/erasure";
import { startSweep } from "@/server/erasure/sweep";
import { createHttp, type Http } from "@/server/http";
import { createInstallation } from "@/server/installation";
import { createNetwork, type Network } from "@/server/lan";
import { readLicences } from "@/server/licences";
import type { Log } from "@/server/log";
import { createMail } from "@/server/mail/mail";
import { createPlans } from "@/server/plans/plans";
import { createPresets } from "@/server/plans/presets";
import { type Hurry, startRehearsals } from "@/server/rehearsals/rehearsals";
import { startHints } from "@/server/rooms/hints";
import { createRooms } from "@/server/rooms/rooms";
import { type RunningServer, setRunning } from "@/server/running-server";
import { createSessions } from "@/server/sessions";
import { attachSockets } from "@/server/sockets";
import { createExports } from "@/server/summary/exports";
import type { FrameRate } from "@/server/token-bucket";
import type { JoinCodeLimits } from "@/server/wrong-codes";

export interface BootOptions {
  env: Env;
  log: Log;
  /** Next compiles pages on demand. */
  dev: boolean;
  /** False in tests that need no pages. */
  pages?: boolean;
  /** Only suites that send more than people do set these. */
  frameRate?: FrameRate;
  joinCodes?: JoinCodeLimits;
  attempts?: Attempts;
  /** Only tests that open many accounts with one password set this. */
  passwords?: Passwords;
  /** Only tests that wait for many counts set this. */
  peopleEveryMs?: number;
  /** Only tests of rehearsals set this. */
  rehearsals?: Hurry;
  /** False in tests that do by hand what the hourly sweep, and the erasure after each end, do. */
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

/** Steps that undo a start in reverse order, in a stop as well as where it fails half way. */
type Undo = (() => Promise<void> | void)[];

/** Starts everything below the process: database, schema, parts, pages, port. In this order. */
export async function boot(options: BootOptions): Promise<Booted> {
  const { env, log, sweeps = true } = options;
  const undo: Undo = [];
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
    const { url, data } = await startDatabase(options, undo);
    const connection: DbConnection = connect(url, (error) =>
      log.warn({ err: error }, "a connection to the database ended"),
    );
    undo.push(() => connection.close());

    let port = env.port;
    const network = createNetwork(env, () => port);
    configureNextAuth(env);
    const { db } = connection;
    const { passwords = createPasswords() } = options;
    const accounts = createAccounts(db, passwords);
    const auth = createAuth({
      db,
      accounts,
      secret: env.authSecret,
      publicUrl: env.publicUrl,
      oidc: env.oidc,
      attempts: options.attempts,
      onError: (code) => log.warn({ code }, "next-auth"),
    });
    const erasure = createErasure({ url, log, data });
    undo.push(() => erasure.close());
    // Our own database serves no other node: these are counts from before a crash, of people who will come back.
    if (data !== undefined) await db.delete(nodePeople);
    const clock = await startDatabaseClock(db, log);
    undo.push(() => clock.close());
    const rooms = createRooms({
      ...{ db, clock, log, peopleEveryMs: options.peopleEveryMs },
      onEnded: sweeps ? () => erasure.request() : () => {},
    });
    undo.push(() => rooms.close());
    const hints = startHints(url, { log, onHint: (id, rev) => rooms.hint(id, rev) });
    undo.push(() => hints.close());
    const forget = async (ids: readonly string[]): Promise<void> => {
      for (const id of ids) await rooms.expel(id);
      erasure.request();
    };
    const plans = createPlans(db);
    const presets = createPresets(db);
    const sessions = createSessions({
      db,
      network,
      keepDays: env.keepDays,
      joinCodes: options.joinCodes,
      onDeleted: (id) => forget([id]),
    });
    const rehearsals = await startRehearsals({
      ...{ db, rooms, sessions, log, hurry: options.rehearsals },
      isAlone: data !== undefined,
      onDeleted: (id) => forget([id]),
    });
    undo.push(() => rehearsals.close());
    const links = createLinks(db);
    const mailed = startMail(env, db, links, log, undo);
    const leaving = createLeaving({ db, signIns: auth.signIns, onSessionsDeleted: forget });
    const ownAccount = createOwnAccount({ db, passwords, auth, links, mailed, leaving });
    const installation = createInstallation(db);
    const exports = createExports({ log });
    undo.push(() => exports.close());
    const server: RunningServer = {
      ...{ env, db, network, accounts, auth, sessions, rehearsals, erasure },
      ...{
        plans,
        presets,
        ownAccount,
        leaving,
        mailed,
        installation,
        exports,
        licences: readLicences,
      },
    };
    setRunning(server);
    undo.push(() => setRunning(undefined));

    const http: Http = createHttp({
      ...{ env, network, log, dev: options.dev, pages: options.pages },
      helpContacts: () => installation.helpContacts(),
    });
    const sockets = attachSockets(http.sockets, {
      log,
      rooms,
      sessions,
      facilitator: (cookies) => auth.facilitatorFromRequest(cookies),
      stillSignedIn: (ids) => auth.stillSignedIn(ids),
      frameRate: options.frameRate,
    });
    auth.onSignedOut((signInId) => sockets.endSignIn(signInId));
    await http.prepare();
    port = await http.listen();
    undo.push(() => http.close());
    // Added late, so undone early: nobody may send into rooms that are closing.
    undo.push(() => sockets.close());
    if (sweeps) {
      const sweep = startSweep({ url, db, rooms, erasure, keepDays: env.keepDays, log });
      undo.push(() => sweep.close());
    }

    return { port, network, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Yours, or the one that comes with the app and whose data are in `data`; with today's schema. */
async function startDatabase(
  { env, say, onFatal }: BootOptions,
  undo: Undo,
): Promise<{ url: string; data: string | undefined }> {
  if (env.databaseUrl !== undefined) {
    try {
      await migrateDatabase(env.databaseUrl);
    } catch (error) {
      throw explainDatabase(error, env.databaseUrl);
    }
    return { url: env.databaseUrl, data: undefined };
  }
  const { url, data, stop } = await startEmbedded({
    dataDir: env.dataDir,
    password: env.databasePassword,
    say,
    onLost: onFatal,
  });
  undo.push(stop);
  await migrateDatabase(url);
  return { url, data };
}

/** Sending ends before the database does: a letter under way still has to be written down. */
function startMail(env: Env, db: Db, links: Links, log: Log, undo: Undo): MailedLinks | null {
  if (!env.mail || !env.publicUrl) return null;
  const mail = createMail(env.mail);
  const mailed = createMailedLinks({
    ...{ db, links, mail, publicUrl: env.publicUrl },
    onError: (error) => log.warn({ err: error }, "an e-mail could not be sent"),
  });
  undo.push(async () => {
    await mailed.settled();
    mail.close();
  });
  return mailed;
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
