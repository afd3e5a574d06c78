import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { WORD } from "@/attack/anonymity/bot";
import { SEAT_SLOT } from "@/lib/channel";

/** Every table of the product that an adversary finds in a dump, its rows as JSON. */
export interface Dump {
  rows: { table: string; row: unknown; text: string }[];
  columns: { table: string; column: string; type: string; filled: string | null }[];
}

const OURS = "table_schema = 'public'";

export async function dump(admin: pg.Pool): Promise<Dump> {
  const tables = await admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables where ${OURS} order by 1`,
  );
  const rows: Dump["rows"] = [];
  for (const { name } of tables.rows) {
    // Where the row lies and which transaction wrote it are told by any dump of the pages.
    const all = await admin.query<{ row: unknown }>(
      `select jsonb_build_object('ctid', t.ctid::text, 'xmin', t.xmin::text, 'row', to_jsonb(t)) as row
       from "${name}" t`,
    );
    for (const { row } of all.rows) rows.push({ table: name, row, text: JSON.stringify(row) });
  }
  const columns = await admin.query<Dump["columns"][number]>(
    `select table_name as "table", column_name as "column", data_type as "type",
       coalesce(column_default, identity_generation) as filled
     from information_schema.columns where ${OURS}`,
  );
  return { rows, columns: columns.rows };
}

export interface Secret {
  what: string;
  value: string;
}

/** Where each word is found in the files below the data directory, in the order of the files. */
export interface Found {
  tables: Map<string, number>;
  log: Map<string, number>;
  other: Map<string, number>;
  /** What else is found, and in which of these: seats, tags and keys, and moves on boards. */
  traces: Set<string>;
}

/** As Yjs writes it: a card lies in a theme, or in none, and its order follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the bytes of a binary format that are searched for.
const MOVE = /\x75\x04\x77(?:\x20[0-9a-f]{32}|\x00)\x77/g;
/** Secrets on the disk are hexadecimal, and this long. */
const HEX = /[0-9a-f]{32,}/g;
const HEX_LENGTHS = [32, 64];

/** Reads every file of the data directory as bytes, as somebody with the disk does. */
export function searchFiles(data: string, secrets: readonly Secret[]): Found {
  const found: Found = { tables: new Map(), log: new Map(), other: new Map(), traces: new Set() };
  const kinds = new Map(secrets.map(({ what, value }) => [value, what]));
  let before = 0;
  const entries = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of entries) {
    let content: string;
    try {
      content = readFileSync(path, "latin1");
    } catch {
      // Postgres removes files while we look.
      continue;
    }
    const place = path.includes("/pg_wal/") ? "log" : path.includes("/base/") ? "tables" : "other";
    for (const match of content.matchAll(WORD)) {
      if (!found[place].has(match[0])) found[place].set(match[0], before + match.index);
    }
    if (content.match(MOVE)) found.traces.add(`a move in ${place}`);
    for (const [digits] of content.matchAll(HEX)) {
      const whats = HEX_LENGTHS.map((length) => kinds.get(digits.slice(0, length)));
      for (const what of whats) if (what !== undefined) found.traces.add(`${what} in ${place}`);
    }
    before += content.length;
  }
  return found;
}

/** The sealed rows of one activity, as somebody with the live disk could read them. */
export interface SealedSight {
  session: string;
  activity: string;
  cards: { text: string; ctid: string; xmin: string }[];
  contributors: { tag: string; xmin: string }[];
  /** Seats, tags and keys: they must be nowhere once the activity is closed. */
  secrets: Secret[];
}

/** What a disk tells while cards are sealed; for information, the receipt says so. */
export async function lookAtSealed(
  admin: pg.Pool,
  session: string,
  activity: string,
): Promise<SealedSight> {
  const here = [session, activity];
  const where = "where session_id = $1 and activity = $2";
  const cards = await admin.query<SealedSight["cards"][number]>(
    `select content->>'text' as text, ctid::text, xmin::text from sealed_cards ${where}
     and content is not null order by ctid`,
    here,
  );
  const contributors = await admin.query<SealedSight["contributors"][number]>(
    `select tag, xmin::text from sealed_contributors ${where} and not is_share order by ctid`,
    here,
  );
  const secrets = await admin.query<Secret>(
    `select 'key' as what, key as value from activity_keys ${where}
     union select 'tag', tag from sealed_contributors ${where}
     union select case when slot = $3 then 'seat' else 'tag' end, tag from sealed_ballots ${where}
     union select 'edit hash', edit_hash from sealed_cards ${where}
     union select 'key', key from activity_keys where session_id = $1 and activity = ''
     union select 'tag', about from talk_requests where session_id = $1 and not from_card`,
    [...here, SEAT_SLOT],
  );
  return {
    session,
    activity,
    cards: cards.rows,
    contributors: contributors.rows,
    secrets: secrets.rows,
  };
}
