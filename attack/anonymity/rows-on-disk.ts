import { query } from "@/server/testing/test-database";

/** Every row of every table, with its place and the transaction that wrote it. */
export async function rowsOnDisk(url: string): Promise<{ table: string; text: string }[]> {
  const tables = await query(
    url,
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const all = await Promise.all(
    tables.map(async ({ name }) => {
      const table = String(name);
      const rows = await query(
        url,
        `select t.ctid::text as place, t.xmin::text as by, to_jsonb(t)::text as row from "${table}" t`,
      );
      return rows.map((row) => ({ table, text: JSON.stringify(row) }));
    }),
  );
  return all.flat();
}
