import { randomInt } from "node:crypto";
import { Agent } from "node:http";
import { eq } from "drizzle-orm";
import { wilcoxonRankSum } from "simple-statistics";
import { type Answer, ask } from "@/attack/ask";
import { ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from "@/lib/session/room-code";
import { sessions } from "@/server/db/schema/sessions";
import type { Node } from "@/server/testing/workshop";

/** Requests on their way at a time, each on a connection of its own. */
const AT_A_TIME = 8;

/** A difference that the suite must be able to see through the noise of this machine. */
const LEAK_MS = 2;

export const randomCode = (): string =>
  Array.from({ length: ROOM_CODE_LENGTH }, () =>
    ROOM_CODE_ALPHABET.charAt(randomInt(ROOM_CODE_ALPHABET.length)),
  ).join("");

/** Asks as the join page asks. */
export function tryCode(url: string, code: string, agent?: Agent): Promise<Answer> {
  return ask(url, {
    method: "POST",
    path: "/api/join",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ code }),
    agent,
  });
}

/** Sessions in the three states that must look like a code nobody has. */
export async function codesByState(
  node: Node,
  userId: string,
): Promise<Record<"open" | "locked" | "ended", string>> {
  const open = async () => {
    const { id } = await node.server.sessions.open({
      userId,
      templateId: "first-aid-after-a-no",
      address: "du",
      language: "de",
    });
    const found = await node.server.sessions.forFacilitator(userId, id);
    return { id, code: found?.code ?? "" };
  };
  const [first, locked, ended] = [await open(), await open(), await open()];
  const { db } = node.server;
  await db.update(sessions).set({ locked: true }).where(eq(sessions.id, locked.id));
  await db
    .update(sessions)
    .set({ status: "finished", code: null })
    .where(eq(sessions.id, ended.id));
  return { open: first.code, locked: locked.code, ended: ended.code };
}

/**
 * How well the time of an answer tells two kinds of codes apart: the probability (AUC) that one of
 * the second kind takes longer than one of the first; 0.5 is not at all. `withLeak` is the positive
 * control: the same times, had each answer of the second kind taken `LEAK_MS` longer.
 */
export async function timeTells(
  url: string,
  first: () => string,
  second: () => string,
  each: number,
): Promise<{ auc: number; withLeak: number }> {
  const times: [number[], number[]] = [[], []];
  const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
  const sender = async (requests: number) => {
    for (let at = 0; at < requests; at += 1) {
      // In pairs, the order within each by chance.
      const kinds = randomInt(2) === 0 ? ([0, 1] as const) : ([1, 0] as const);
      for (const kind of kinds) {
        const code = kind === 0 ? first() : second();
        const began = process.hrtime.bigint();
        await tryCode(url, code, agent);
        times[kind].push(Number(process.hrtime.bigint() - began));
      }
    }
  };
  try {
    // Connections and code that are still cold would only add noise.
    await Promise.all(Array.from({ length: AT_A_TIME }, () => tryCode(url, first(), agent)));
    await Promise.all(Array.from({ length: AT_A_TIME }, () => sender(Math.ceil(each / AT_A_TIME))));
  } finally {
    agent.destroy();
  }
  const [a, b] = times;
  return {
    auc: areaUnderCurve(a, b),
    withLeak: areaUnderCurve(
      a,
      b.map((ns) => ns + LEAK_MS * 1e6),
    ),
  };
}

/** The share of pairs in which the second is the larger one (Mann and Whitney's U). */
function areaUnderCurve(first: number[], second: number[]): number {
  const ranks = wilcoxonRankSum(second, first);
  return (ranks - (second.length * (second.length + 1)) / 2) / (first.length * second.length);
}

/** Hits to expect from guessing: each guess finds one of the open rooms with rooms ÷ 32^8. */
export function expectedHits(rooms: number, guesses: number): number {
  return (rooms * guesses) / ROOM_CODE_ALPHABET.length ** ROOM_CODE_LENGTH;
}

/** What a code that nobody has is answered by. */
const REFUSAL = '200 {"ok":false}';

/** Guesses for a while, as fast as the server answers. `unlike`: all other answers, each of them a hit or a fault. */
export async function enumerate(
  url: string,
  guesses: number,
): Promise<{ unlike: string[]; slowest: number; delayed: number }> {
  const agent = new Agent({ keepAlive: true });
  const outcomes = await Promise.all(
    Array.from({ length: guesses }, async () => {
      const began = performance.now();
      const { status, body } = await tryCode(url, randomCode(), agent);
      return { said: `${status} ${body}`, ms: performance.now() - began };
    }),
  );
  agent.destroy();
  return {
    unlike: outcomes.flatMap(({ said }) => (said === REFUSAL ? [] : [said])),
    slowest: Math.max(...outcomes.map(({ ms }) => ms)),
    delayed: outcomes.filter(({ ms }) => ms >= 1_000).length,
  };
}
