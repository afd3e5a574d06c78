import type pg from "pg";

/** Rows that Postgres loses or falsifies on their way in; the product, which has no switch for it, can't know. */
interface Spoiled {
  table: string;
  /** Which of its new rows, in SQL. */
  when: string;
  /** What becomes of them, in PL/pgSQL. */
  effect: string;
}

const LOSE = "return null;";

const spoiled = {
  "lose-replies": { table: "blind_replies", when: "true", effect: LOSE },
  "lose-talk-requests": { table: "talk_requests", when: "true", effect: LOSE },
  "forget-seen": {
    table: "talk_requests",
    when: "new.acknowledged",
    effect: "new.acknowledged := false;",
  },
  "lose-dots": { table: "sealed_ballots", when: "new.slot = 'dots'", effect: LOSE },
  "lose-checks": {
    table: "sealed_ballots",
    when: "new.slot in ('safe', 'useful', 'settled')",
    effect: LOSE,
  },
  "lose-late-cards": { table: "sealed_cards", when: "new.batch > 0", effect: LOSE },
  "miscount-late-cards": {
    table: "sealed_contributors",
    when: "new.batch > 0",
    effect: "new.count := new.count + 1;",
  },
  "act-twice": { table: "handled_commands", when: "true", effect: LOSE },
} as const satisfies Readonly<Record<string, Spoiled>>;

const isSpoiling = (weakness: string): weakness is keyof typeof spoiled =>
  Object.hasOwn(spoiled, weakness);

/** What can be put in on purpose, and must then be found. */
export const weaknesses: readonly Weakness[] = [
  ...(["acknowledge-early", "asynchronous-commit"] as const),
  ...Object.keys(spoiled).filter(isSpoiling),
];

export type Weakness = "acknowledge-early" | "asynchronous-commit" | keyof typeof spoiled;

/** Puts a weakness of the database in; true where the database must start anew to have it. */
export async function weakenDatabase(pool: pg.Pool, weakness: Weakness): Promise<boolean> {
  if (weakness === "asynchronous-commit") {
    await commitAsynchronously(pool);
    return true;
  }
  if (isSpoiling(weakness)) {
    const { table, when, effect } = spoiled[weakness];
    await pool.query(`
      create function spoil() returns trigger language plpgsql as $$ begin
        if ${when} then ${effect} end if;
        return new;
      end $$;
      create trigger spoil before insert on ${table} for each row execute function spoil()`);
  }
  return false;
}

/**
 * Whatever the app asks for, the database answers a commit before it is written. A trigger at every
 * login is stronger than what a connection sets when it starts.
 */
async function commitAsynchronously(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create function weaken() returns event_trigger language plpgsql as
      $$ begin perform set_config('synchronous_commit', 'off', false); end $$;
    create event trigger weaken on login execute function weaken()`);
  // The longest there is: nothing is written in the background meanwhile.
  await pool.query("alter system set wal_writer_delay = '10s'");
  await pool.query("checkpoint");
}
