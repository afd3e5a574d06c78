import pg from "pg";
import * as z from "zod";
import { wholeWorkshop } from "@/attack/whole-workshop";
import { boot } from "@/server/boot";
import { readEnv } from "@/server/env";
import { createLog } from "@/server/log";
import { changePlan, signUp } from "@/server/testing/workshop";

/**
 * The app in a process of its own, to be killed: all of the product but its pages. Opens sessions
 * for the suite when asked to, since a facilitator's cookie and a new session come over HTTP
 * otherwise.
 */

/** Each cycle waits until all screens are equal; the product's five seconds would be most of it. */
const PEOPLE_EVERY_MS = 500;

const PAUSE_BEFORE_COMMIT = "select pg_sleep(0.2)";

/** Off while it starts and while sessions are opened: only what is sent into a room is answered early. */
let early = false;

/** Positive control: says "committed" before it is. Queries of one client run in their order. */
function acknowledgeEarly(): void {
  const query: (this: pg.Client, ...given: unknown[]) => unknown = pg.Client.prototype.query;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]) {
      const [first] = given;
      const text = typeof first === "object" && first && "text" in first ? first.text : first;
      if (!early || text !== "commit" || typeof given.at(-1) === "function") {
        return query.apply(this, given);
      }
      const settled = { rows: [], rowCount: null, fields: [], command: "COMMIT", oid: 0 };
      for (const each of [PAUSE_BEFORE_COMMIT, "commit"]) {
        Promise.resolve(query.call(this, each)).catch(() => undefined);
      }
      return Promise.resolve(settled);
    },
  });
}

const asked = z.union([
  z.object({ open: z.object({ ownerId: z.nullable(z.string()), session: z.int() }) }),
  z.object({ memory: z.literal(true) }),
]);

const acknowledgesEarly = process.argv.includes("--acknowledge-early");
if (acknowledgesEarly) acknowledgeEarly();
const env = readEnv();
const booted = await boot({
  env,
  log: createLog(env),
  dev: false,
  pages: false,
  peopleEveryMs: PEOPLE_EVERY_MS,
  onFatal: (why) => {
    process.stderr.write(`${why}\n`);
    process.exit(1);
  },
});

early = acknowledgesEarly;

process.on("message", (message) => {
  const question = asked.parse(message);
  if ("memory" in question) {
    process.send?.(process.memoryUsage());
    return;
  }
  open(question.open).then(
    (opened) => process.send?.(opened),
    (error: unknown) => process.stderr.write(`${error}\n`),
  );
});
// A suite that was ended leaves nothing running; one that goes on kills.
process.on("disconnect", () => {
  void booted.stop().then(() => process.exit(0));
});
process.send?.({ listening: booted.port });

async function open({ ownerId: knownOwner, session }: { ownerId: string | null; session: number }) {
  early = false;
  const account = knownOwner === null ? await signUp(booted, "ada@example.org") : null;
  const ownerId = knownOwner ?? account?.id ?? "";
  const { id } = await booted.server.sessions.open({
    userId: ownerId,
    templateId: "first-aid-after-a-no",
    address: "du",
    language: "de",
  });
  await changePlan(booted, id, (activities) => wholeWorkshop(activities, session));
  const links = await booted.server.sessions.forFacilitator(ownerId, id);
  early = acknowledgesEarly;
  return { ownerId, cookie: account?.cookie ?? null, id, stageKey: links?.stageKey ?? "" };
}
