import { and, eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { summarise } from "@/lib/session/summarise";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { toCsv } from "@/lib/summary/csv";
import { madeFormatNames } from "@/lib/summary/formats";
import { toMarkdown } from "@/lib/summary/markdown";
import { sessions } from "@/server/db/schema/sessions";
import { stateOf } from "@/server/summary/summaries";
import type { Node } from "@/server/testing/workshop";

/** Ended sessions of equal length: how long something took is no part of who wrote what. */
const MINUTE = 60_000;

/** Every file of text that a facilitator can make of an ended session: Markdown, JSON and CSV. */
export async function filesOf(
  node: Node,
  account: { id: string },
  session: string,
): Promise<string[]> {
  const summary = await summaryFrom(node, account, session);
  return [toMarkdown(summary), JSON.stringify(summary), toCsv(summary)];
}

/** Every other file: as bytes, and as what stands in it. */
export async function documentsOf(
  node: Node,
  account: { id: string },
  session: string,
): Promise<{ format: string; bytes: Buffer; text: string }[]> {
  const summary = await summaryFrom(node, account, session);
  return await Promise.all(
    madeFormatNames.map(async (format) => {
      const made = await node.server.exports.make(
        { format, summary },
        new AbortController().signal,
      );
      if (typeof made === "string") throw new Error(`${format}: ${made}`);
      return { format, bytes: Buffer.from(made), text: textIn(made) };
    }),
  );
}

/** All that stands in an Office file; a PDF is looked at as bytes, and what it says is that of the others. */
function textIn(file: Uint8Array): string {
  const isZip = file[0] === 0x50 && file[1] === 0x4b;
  if (!isZip) return Buffer.from(file).toString("latin1");
  return Object.values(unzipSync(file))
    .map((part) => strFromU8(part))
    .join("\n");
}

async function summaryFrom(
  node: Node,
  account: { id: string },
  session: string,
): Promise<SummaryBlocks> {
  const { db } = node.server;
  const own = and(eq(sessions.id, session), eq(sessions.ownerId, account.id));
  const [row] = await db.select().from(sessions).where(own);
  if (!row) throw new Error("The session has no summary");
  const state = await stateOf(db, row);
  state.begunAt = 0;
  state.endedAt = 30 * MINUTE;
  for (const run of state.activities) {
    if (run.startedAt !== null) run.startedAt = 0;
    if (run.closedAt !== null) run.closedAt = run.template.minutes * MINUTE;
  }
  return summarise(state, {
    language: "de",
    day: "2026-11-24",
    joined: row.joined,
    takeaway: "",
    contacts: seedHelpContacts,
  });
}
