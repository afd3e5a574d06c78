import { and, eq } from "drizzle-orm";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { summarise } from "@/lib/session/summarise";
import { toMarkdown } from "@/lib/summary/markdown";
import { sessions } from "@/server/db/schema/sessions";
import { stateOf } from "@/server/summary/summaries";
import type { Node } from "@/server/testing/workshop";

/** Ended sessions of equal length: how long something took is no part of who wrote what. */
const MINUTE = 60_000;

/** Every file that a facilitator can make of an ended session: Markdown and JSON. */
export async function filesOf(
  node: Node,
  account: { id: string },
  session: string,
): Promise<string[]> {
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
  const summary = summarise(state, {
    language: "de",
    day: "2026-11-24",
    joined: row.joined,
    takeaway: "",
    contacts: seedHelpContacts,
  });
  return [toMarkdown(summary), JSON.stringify(summary)];
}
