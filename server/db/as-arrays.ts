import { type Column, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/server/db/client";

/**
 * Many values as one parameter each, for what a room does with every batch. drizzle's own `inArray` and `values` build a
 * parameter for each value, which was a third of the CPU while people write (docs/decisions/0112-many-values-as-arrays.md).
 */

/** Whether a text column holds one of these; none of no values. */
export const isAnyOf = (column: Column, values: readonly string[]): SQL =>
  sql`${column} = any(${sql.param(values)}::text[])`;

/** A row with all its columns: nothing is left to defaults. */
type WholeRow<Table extends PgTable> = Required<Table["$inferSelect"]>;

/** Inserts rows, and writes `set` over where one with the same `key` is there. No two of them may have the same. */
export async function putRows<Table extends PgTable>(
  tx: Pick<Db, "execute">,
  table: Table,
  rows: readonly WholeRow<Table>[],
  on: {
    key: readonly (keyof WholeRow<Table> & string)[];
    set: readonly (keyof WholeRow<Table> & string)[];
  },
): Promise<void> {
  if (rows.length === 0) return;
  const columns: Readonly<Record<string, Column>> = getTableColumns(table);
  const nameOf = (key: string): SQL => sql.identifier(columns[key]?.name ?? key).getSQL();
  const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);
  const arrays = Object.entries(columns).map(([key, column]) => {
    const values = rows.map((row): unknown => {
      const value: unknown = Reflect.get(row, key);
      return value === null ? null : column.mapToDriverValue(value);
    });
    return sql`${sql.param(values)}::${sql.raw(column.getSQLType())}[]`;
  });
  const excluded = on.set.map((key) => sql`${nameOf(key)} = excluded.${nameOf(key)}`);
  await tx.execute(sql`
    insert into ${table} (${list(Object.keys(columns).map(nameOf))})
    select * from unnest(${list(arrays)})
    on conflict (${list(on.key.map(nameOf))}) do update set ${list(excluded)}`);
}
