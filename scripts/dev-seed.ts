import { createAccounts } from "@/server/auth/accounts";
import { createAuth } from "@/server/auth/auth";
import { connect } from "@/server/db/client";
import { runningApp, runningDatabase } from "@/server/db/running-database";
import { loopbackUrl } from "@/server/demo/demo";
import { demoAccount, openDemoSession } from "@/server/demo/demo-session";
import { seedSession } from "@/server/demo/seed";
import { END, steps } from "@/server/demo/steps";
import { readEnv } from "@/server/env";
import { createNetwork } from "@/server/lan";
import { projectRoot } from "@/server/project-root";
import { createSessions } from "@/server/sessions";
import { StartRefused } from "@/server/start-refused";

// `npm run dev:seed -- --to review`: a demo session in the running `npm run dev`, played up to a
// step. Its phones leave afterwards; what they handed in stays.

const names = [...steps.map(({ name }) => name), END];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The value of `--name value` or `--name=value`. */
function option(name: string): string | undefined {
  const words = process.argv.slice(2);
  const at = words.indexOf(`--${name}`);
  const joined = words.find((word) => word.startsWith(`--${name}=`));
  return at < 0 ? joined?.slice(name.length + 3) : words[at + 1];
}

async function seed(): Promise<void> {
  const to = option("to") ?? "reveal";
  if (!names.includes(to)) {
    throw new StartRefused(`--to takes one of: ${names.join(", ")}.`);
  }
  const language = option("language") ?? "de";
  if (language !== "de" && language !== "en") {
    throw new StartRefused("--language takes de or en.");
  }
  const env = readEnv({ ...process.env, NODE_ENV: "development" }, projectRoot());
  if (env.publicUrl) throw new StartRefused("Seeding is for development: unset PUBLIC_URL.");
  // With a database of one's own there is no lock to ask; the port then says whether it answers.
  const app = env.databaseUrl
    ? { url: loopbackUrl(env, env.port), isDevelopment: true }
    : await runningApp(env);
  if (app?.isDevelopment === false) {
    throw new StartRefused(
      `What runs at ${app.url} is \`npm start\`, with real people's data: stop it and start \`npm run dev\`.`,
    );
  }
  const url = app?.url ?? null;
  const databaseUrl = runningDatabase(env);
  if (url === null || databaseUrl === null || !(await answers(url))) {
    throw new StartRefused("No server runs here: start `npm run dev` in another terminal first.");
  }

  const connection = connect(databaseUrl, () => undefined);
  try {
    const { db } = connection;
    const port = Number(new URL(url).port || 80);
    const account = await demoAccount(db);
    const sessions = createSessions({
      db,
      network: createNetwork(env, () => port),
      keepDays: env.keepDays,
      // Nothing is deleted here; the running server erases.
      onDeleted: async () => undefined,
    });
    const session = await openDemoSession({ sessions }, account.userId, language);
    const auth = createAuth({
      db,
      accounts: createAccounts(db),
      secret: env.authSecret,
      publicUrl: env.publicUrl,
    });
    const signedIn = await auth.signIn(account, {});
    if (!signedIn.ok) throw new Error(`Signing in failed: ${signedIn.reason}`);
    const cookie = `${auth.cookie.name}=${signedIn.cookieValue}`;
    const seeded = await seedSession({
      url: loopbackUrl(env, port),
      session: session.id,
      cookie,
      to,
    });
    seeded.close();
    await auth.signOut(cookie);
    const ended = to === END;
    say(`\n  A demo session stands at “${to}”. Its participants were simulated.\n`);
    say(`  Sign in   ${url}/sign-in`);
    say(`  E-mail    ${account.email}`);
    say(`  Password  ${account.password}   (until the next seed)`);
    say(`  Console   ${url}/sessions/${session.id}${ended ? "/summary" : ""}`);
    say(`  Stage     ${url}${session.stageUrl}`);
    if (!ended) say(`  Phone     ${url}/j/${session.code}`);
    if (account.isFirst) say("\n  It is the first account here, so the set-up link is used up.");
    say("");
  } finally {
    await connection.close();
  }
}

/** Asks for something that needs no page, which would have to be compiled first. */
const answers = (url: string): Promise<boolean> =>
  fetch(new URL("/socket.io/", url)).then(
    () => true,
    () => false,
  );

seed().catch((error: unknown) => {
  const isExpected = error instanceof StartRefused;
  process.stderr.write(
    isExpected
      ? `\nNothing was seeded. ${error.message}\n`
      : `\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
});
