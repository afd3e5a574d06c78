import type { SessionState } from "@/lib/session/state";
import { type SummaryFacts, summariseInPieces } from "@/lib/session/summarise";
import type { KeptSummary, SummaryBlocks } from "@/lib/summary/blocks";
import type { Db } from "@/server/db/client";
import type { sessions } from "@/server/db/schema/sessions";
import { givingWay } from "@/server/in-turns";
import { helpContactsOf } from "@/server/installation";
import { readEvents, startedFrom } from "@/server/rooms/replica";

type SessionRow = typeof sessions.$inferSelect;

/** The state of a session as its log tells it, read while live rooms have their turn. Throws `UnreadableSession`. */
export async function stateOf(
  tx: Pick<Db, "select">,
  { id, plan }: Pick<SessionRow, "id" | "plan">,
): Promise<SessionState> {
  const replica = { state: startedFrom(plan), seq: 0 };
  await readEvents(tx, id, replica, givingWay());
  return replica.state;
}

/** An ended session's summary in every language, from its log, without the takeaway. Throws `UnreadableSession`. */
export async function summariesOf(tx: Pick<Db, "select">, row: SessionRow): Promise<KeptSummary> {
  const state = await stateOf(tx, row);
  // The way to the database parts what was read from what is made of it.
  const contacts = await helpContactsOf(tx);
  const facts = {
    day: dayOf(state.begunAt === null ? row.openedAt : new Date(state.begunAt)),
    joined: row.joined,
    takeaway: "",
    contacts,
  };
  const de = await summarised(state, { ...facts, language: "de" });
  const en = await summarised(state, { ...facts, language: "en" });
  return { de, en };
}

/** With a thousand people each takes a good part of 50 ms: live rooms have their turn between its pieces. */
async function summarised(state: SessionState, facts: SummaryFacts): Promise<SummaryBlocks> {
  const giveWay = givingWay();
  const pieces = summariseInPieces(state, facts);
  let piece = pieces.next();
  while (!piece.done) {
    await giveWay();
    piece = pieces.next();
  }
  return piece.value;
}

/** The day where the server is, as ISO date: the Swedish way of writing one. */
function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(moment);
}
