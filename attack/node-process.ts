import pg from "pg";
import * as z from "zod";
import { nodeOptions, type OpenedSession } from "@/attack/attacked-node";
import { wholeWorkshop } from "@/attack/whole-workshop";
import { createAttempts } from "@/server/auth/attempts";
import { boot } from "@/server/boot";
import { readEnv } from "@/server/env";
import { createLog } from "@/server/log";
import { changePlan, signUp } from "@/server/testing/workshop";

/**
 * The node that is attacked, in a process of its own: so that its CPU time is its own, and a crash is
 * one. It answers what it is asked over the channel to its parent, and ends with it.
 */
const { survives, acknowledgesEarly, framesPerSecond, passwordsPaced, ...options } =
  nodeOptions.parse(JSON.parse(process.env.ATTACK_OPTIONS ?? "{}"));

const PAUSE_BEFORE_COMMIT = "select pg_sleep(0.2)";

/** Off while it starts and while sessions are opened: only what is sent into a room is answered early. */
let early = false;
if (acknowledgesEarly) acknowledgeEarly();

let hours = 0;
/** A clock by which every attempt comes an hour after the one before. */
function anHourLater(): number {
  hours += 1;
  return hours * 3_600_000;
}

const env = readEnv();
const node = await boot({
  ...options,
  ...{ env, log: createLog(env), dev: false },
  frameRate: framesPerSecond ? { perSecond: framesPerSecond, burst: framesPerSecond } : undefined,
  attempts: passwordsPaced ? undefined : createAttempts(anHourLater),
  onFatal: (why) => {
    process.stderr.write(`${why}\n`);
    process.exit(1);
  },
});
early = acknowledgesEarly;

// From here on: what fails before has to end the process.
const uncaught: string[] = [];
for (const event of survives ? (["uncaughtException", "unhandledRejection"] as const) : []) {
  process.on(event, (error: unknown) => {
    uncaught.push(`${event}: ${error instanceof Error ? error.stack : String(error)}`);
  });
}

const asked = z.union([
  z.object({ open: z.object({ ownerId: z.nullable(z.string()), session: z.int() }) }),
  z.object({ health: z.literal(true) }),
]);

process.on("message", (message) => {
  const question = asked.parse(message);
  if ("health" in question) {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, uncaught, rss: process.memoryUsage().rss });
    return;
  }
  open(question.open).then(
    (opened) => process.send?.(opened),
    (error: unknown) => process.stderr.write(`${error}\n`),
  );
});
// A suite that was ended leaves nothing running; one that goes on kills.
process.on("disconnect", () => {
  void node.stop().then(() => process.exit(0));
});
process.send?.({ port: node.port });

async function open({
  ownerId: knownOwner,
  session,
}: {
  ownerId: string | null;
  session: number;
}): Promise<OpenedSession> {
  early = false;
  const account = knownOwner === null ? await signUp(node, "ada@example.org") : null;
  const ownerId = knownOwner ?? account?.id ?? "";
  const { id } = await node.server.sessions.open({
    userId: ownerId,
    templateId: "first-aid-after-a-no",
    address: "du",
    language: "de",
  });
  await changePlan(node, id, (activities) => wholeWorkshop(activities, session));
  const links = await node.server.sessions.forFacilitator(ownerId, id);
  early = acknowledgesEarly;
  return { ownerId, cookie: account?.cookie ?? null, id, stageKey: links?.stageKey ?? "" };
}

/** Ends a transaction, or is one by itself (`writeUpdatesAlone`). */
const writesDown = (text: unknown): boolean =>
  typeof text === "string" && (text.endsWith("commit") || text.includes("with raised as"));

/** Queries of one client run in their order. */
function acknowledgeEarly(): void {
  const query: (this: pg.Client, ...given: unknown[]) => unknown = pg.Client.prototype.query;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]) {
      const [first] = given;
      const text = typeof first === "object" && first && "text" in first ? first.text : first;
      if (!early || !writesDown(text)) return query.apply(this, given);
      const answer = given.at(-1);
      const asked = typeof answer === "function" ? given.slice(0, -1) : given;
      const settled = { rows: [], rowCount: 1, fields: [], command: "COMMIT", oid: 0 };
      for (const each of [[PAUSE_BEFORE_COMMIT], asked]) {
        Promise.resolve(query.apply(this, each)).catch(() => undefined);
      }
      if (typeof answer !== "function") return Promise.resolve(settled);
      setImmediate(() => answer(null, settled));
      return undefined;
    },
  });
}
