import type { DbConnection } from "@/server/db/client";

/** Keeps back the answer to the next statement that says this, until it is let go. */
export function holdAnswer({ pool }: Pick<DbConnection, "pool">, text: string) {
  let arrived: () => void;
  let letGo: () => void;
  const held = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const query: (this: unknown, ...given: unknown[]) => Promise<unknown> = pool.query;
  Object.assign(pool, {
    async query(...given: unknown[]) {
      const answer = await query.apply(pool, given);
      const [first] = given;
      if (JSON.stringify(first).includes(text)) {
        arrived();
        await gone;
      }
      return answer;
    },
  });
  return { held, letGo: () => letGo() };
}
