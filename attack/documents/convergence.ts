import { becomesTrue } from "@/attack/becomes-true";
import { type BoardWriter, boardText, openWriter } from "@/attack/documents/board-writer";
import {
  consoleOf,
  SORTING_BOARD,
  type SortingSession,
  sortingSession,
} from "@/attack/documents/sorting-session";
import { type Random, seeded } from "@/attack/random";
import { randomId } from "@/server/rooms/chance";
import { openDocument } from "@/server/testing/document-client";
import { openSession, signUp, startNode } from "@/server/testing/workshop";

/** People who move cards at once, over both nodes. */
const WRITERS = 4;
const TURNS = 14;
/** A session of its own for so many seeds: documents that many have written are part of it. */
const SEEDS_PER_SESSION = 25;
/** Tests send more than people do. */
const FRAMES = { perSecond: 10_000, burst: 10_000 };

/**
 * Two nodes on one database; people write one board over connections that break, with answers that get lost and updates that
 * come twice. Whatever happens, all of them end with the same board, and so does who opens it afterwards.
 */
export async function tryConvergence(
  databaseUrl: string,
  { seeds, first = 1 }: { seeds: number; first?: number },
): Promise<{ figures: Record<string, string | number>[]; defects: string[] }> {
  const secret = randomId() + randomId();
  const nodes = [
    await startNode(databaseUrl, secret, { frameRate: FRAMES }),
    await startNode(databaseUrl, secret, { frameRate: FRAMES }),
  ] as const;
  const defects: string[] = [];
  const count = { seeds: 0, changes: 0, "connections lost": 0, "answers lost": 0 };
  try {
    const account = await signUp(nodes[0], "ada@example.org");
    let session: SortingSession | null = null;
    for (let seed = first; seed < first + seeds && defects.length === 0; seed += 1) {
      if (!session || (seed - first) % SEEDS_PER_SESSION === 0) {
        const { id, facilitator } = await openSession(nodes[0], account);
        facilitator.close();
        session = await sortingSession(nodes[0].url, { id, cookie: account.cookie });
      }
      const urls = nodes.map(({ url }) => url);
      const found = await tryOne(urls, session, seeded(seed), count);
      count.seeds += 1;
      if (found) defects.push(`seed ${seed}: ${found}`);
    }
  } finally {
    for (const node of nodes) await node.stop();
  }
  return { figures: [count], defects };
}

async function tryOne(
  urls: readonly string[],
  session: SortingSession,
  random: Random,
  count: Record<"changes" | "connections lost" | "answers lost", number>,
): Promise<string | null> {
  const urlOf = () => random.pick(urls) ?? "";
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, () => openWriter(urlOf(), session, random)),
  );
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await Promise.all(writers.map((writer) => doSomething(writer, urlOf, random, count)));
    }
    for (const writer of writers) while (!(await writer.send())) await writer.comeBack(urlOf());
    const problems = writers.flatMap((writer) => writer.problems);
    if (problems.length > 0) return problems.join(", ");
    const late = await Promise.all(
      urls.map(async (url) => {
        const client = await consoleOf(url, session);
        return { client, page: await openDocument(client, SORTING_BOARD) };
      }),
    );
    const pages = [...writers.map(({ page }) => page), ...late.map(({ page }) => page)];
    const isEqual = await becomesTrue(() => new Set(pages.map(boardText)).size === 1);
    for (const { client } of late) client.close();
    return isEqual ? null : `boards differ: ${JSON.stringify(pages.map(boardText))}`;
  } finally {
    for (const writer of writers) writer.hangUp();
  }
}

async function doSomething(
  writer: BoardWriter,
  urlOf: () => string,
  random: Random,
  count: Record<"changes" | "connections lost" | "answers lost", number>,
): Promise<void> {
  writer.write();
  count.changes += 1;
  const fate = random.next();
  if (fate < 0.15) {
    count["connections lost"] += 1;
    // In the middle of it: whether the server has it by then is its own affair.
    void writer.send({ forgetsAnswer: true });
    writer.hangUp();
    writer.write();
    await writer.comeBack(urlOf());
  } else if (fate < 0.3) {
    count["answers lost"] += 1;
    await writer.send({ forgetsAnswer: true });
  } else if (fate < 0.8) await writer.send();
}
