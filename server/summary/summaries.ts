import { setImmediate as nextTurn } from "node:timers/promises";
import type { SessionState } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import type { KeptSummary } from "@/lib/summary/blocks";
import type { Db } from "@/server/db/client";
import type { sessions } from "@/server/db/schema/sessions";
import { helpContactsOf } from "@/server/installation";
import { readEvents, startedFrom } from "@/server/rooms/replica";

type SessionRow = typeof sessions.$inferSelect;

/** The state of a session as its log tells it. Throws `UnreadableSession`. */
export async function stateOf(
  tx: Pick<Db, "select">,
  { id, plan }: Pick<SessionRow, "id" | "plan">,
): Promise<SessionState> {
  const replica = { state: startedFrom(plan), seq: 0 };
  await readEvents(tx, id, replica);
  return replica.state;
}

/** An ended session's summary in every language, from its log, without the takeaway. Throws `UnreadableSession`. */
export async function summariesOf(tx: Pick<Db, "select">, row: SessionRow): Promise<KeptSummary> {
  const state = await stateOf(tx, row);
  const facts = {
    day: dayOf(state.begunAt === null ? row.openedAt : new Date(state.begunAt)),
    joined: row.joined,
    takeaway: "",
    contacts: await helpContactsOf(tx),
  };
  // With a thousand people each takes a good part of 50 ms: live rooms have their turn between them.
  await nextTurn();
  const de = summarise(state, { ...facts, language: "de" });
  await nextTurn();
  const en = summarise(state, { ...facts, language: "en" });
  return { de, en };
}

/** The day where the server is, as ISO date: the Swedish way of writing one. */
function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(moment);
}
