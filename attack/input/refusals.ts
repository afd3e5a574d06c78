import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { AttackedNode } from "@/attack/attacked-node";
import { hostileFrames } from "@/attack/input/frames";
import { openHostileSocket } from "@/attack/input/hostile-socket";
import type { Db } from "@/server/db/client";
import { randomId } from "@/server/rooms/chance";
import { advanceTo, handIn, type Node, openWorkshop } from "@/server/testing/workshop";

/** Tables that a command may write to. What merely counts people is left out: it moves by itself. */
const TABLES = [
  "session_events",
  "handled_commands",
  "sealed_cards",
  "sealed_contributors",
  "sealed_ballots",
  "blind_replies",
  "talk_requests",
] as const;

/**
 * Sends frames one by one and compares everything stored before and after each refusal (P15). Returns
 * how many were refused and those that changed something all the same.
 */
export async function refusalsChangeNothing(
  parts: { target: AttackedNode; admin: Node; account: { id: string; cookie: string } },
  frames: number,
  seed: number,
): Promise<{ refused: number; defects: string[] }> {
  const { target, admin, account } = parts;
  const { id, facilitator, participants, devices } = await openWorkshop(admin, 6, { account });
  const shakes = [
    { shake: { role: "participant", session: id, device: devices[0] } },
    { shake: { role: "facilitator", session: id }, cookie: account.cookie },
    { shake: { role: "participant", session: id, device: randomId() } },
  ];
  const sockets = shakes.map(({ shake, cookie }) => openHostileSocket(target.url, shake, cookie));
  const defects: string[] = [];
  let refused = 0;
  try {
    await facilitator.send({ type: "begin", endsAt: null });
    await facilitator.until((view) => view.planned);
    await advanceTo(facilitator, "small-no", "write");
    for (const phone of participants) {
      await phone.until((view) => view.activity?.phase === "write");
      await handIn(phone, "Ein Nein, das klein war", { mayBeCase: true });
    }
    const activities = (facilitator.view?.facilitator?.agenda ?? []).map(({ key }) => key);
    const drawn = fc.sample(
      hostileFrames({ ids: [id, ...devices], activities, open: facilitator.view?.planned ?? null }),
      { seed, numRuns: frames },
    );
    let before = await stored(admin.server.db, id);
    for (const [index, frame] of drawn.entries()) {
      const socket = sockets[index % sockets.length];
      if (frame.event !== "command" || frame.before.length > 0) continue;
      await socket?.ready();
      const fate = await socket?.command(frame.payload);
      const after = await stored(admin.server.db, id);
      if (fate !== "ok") {
        refused += 1;
        if (after !== before) defects.push(`${fate}, but stored: ${JSON.stringify(frame.payload)}`);
      }
      before = after;
    }
  } finally {
    for (const each of [...sockets, facilitator, ...participants]) each.close();
  }
  return { refused, defects };
}

/** A digest of everything that is stored of one session. */
async function stored(db: Db, sessionId: string): Promise<string> {
  const parts = TABLES.map(
    (table) =>
      sql`(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${sql.identifier(table)} t where session_id = ${sessionId})`,
  );
  const session = sql`(select md5(concat(seq, rev, status, locked, code)) from sessions where id = ${sessionId})`;
  const { rows } = await db.execute(
    sql`select concat_ws('/', ${sql.join([...parts, session], sql`, `)}) as digest`,
  );
  return String(rows[0]?.digest);
}
