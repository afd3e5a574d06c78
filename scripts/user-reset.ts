import { eq } from "drizzle-orm";
import { createLinks, TERMINAL_MINUTES } from "@/server/auth/links";
import { connect } from "@/server/db/client";
import { startEmbedded } from "@/server/db/embedded";
import { explainDatabase } from "@/server/db/explain";
import { migrateDatabase } from "@/server/db/migrate";
import { runningDatabase } from "@/server/db/running-database";
import { users } from "@/server/db/schema/accounts";
import { type Env, readEnv } from "@/server/env";
import { lockInstallation } from "@/server/lock";
import { projectRoot } from "@/server/project-root";
import { StartRefused } from "@/server/start-refused";

// `npm run user:reset -- name@example.org`: prints a link by which somebody sets a new password.
// Works beside a running Aufwind and on a stopped one, whose Postgres it starts for the moment.

const MINUTES_PER_HOUR = 60;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Connection string of the database, the address of the app, and how to leave both as they were. */
async function open(
  env: Env,
): Promise<{ url: string; app: string | null; close(): Promise<void> }> {
  if (env.databaseUrl) {
    return { url: env.databaseUrl, app: env.publicUrl ?? null, close: async () => {} };
  }
  const lock = await lockInstallation(env.dataDir);
  if ("url" in lock) {
    const url = lock.url === "" ? null : runningDatabase(env);
    if (url === null) throw new StartRefused("Aufwind is just starting: try again in a moment.");
    return { url, app: lock.url, close: async () => {} };
  }
  try {
    const embedded = await startEmbedded({ dataDir: env.dataDir, password: env.databasePassword });
    const close = async () => {
      await embedded.stop();
      lock.release();
    };
    try {
      await migrateDatabase(embedded.url);
    } catch (error) {
      await close();
      throw error;
    }
    return { url: embedded.url, app: null, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function reset(entered: string | undefined): Promise<void> {
  const email = (entered ?? "").trim().toLowerCase();
  if (email === "") {
    throw new StartRefused("Say whose: npm run user:reset -- name@example.org");
  }
  const env = readEnv(process.env, projectRoot());
  const { url, app, close } = await open(env);
  const connection = connect(url);
  try {
    const { db } = connection;
    const [user] = await db
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, email))
      .catch((error: unknown) => {
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        throw env.databaseUrl ? explainDatabase(cause, env.databaseUrl) : error;
      });
    if (!user) {
      const [anybody] = await db.select({ id: users.id }).from(users).limit(1);
      throw new StartRefused(
        anybody
          ? `No account has the address ${email}.`
          : "There is no account yet: the next start prints the link for the first one.",
      );
    }
    const path = await createLinks(db).make(user.id, "reset", { minutes: TERMINAL_MINUTES });
    const base = env.publicUrl ?? app ?? `http://localhost:${env.port}`;
    say(`\n  A new password for ${email}: open this link, once, within`);
    say(
      `  ${TERMINAL_MINUTES / MINUTES_PER_HOUR} hours.${app ? "" : " Aufwind has to run for it."}\n`,
    );
    say(`  ${base}${path}\n`);
  } finally {
    await connection.close();
    await close();
  }
}

reset(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(
    error instanceof StartRefused
      ? `\n${error.message}\n\n`
      : `\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
});
