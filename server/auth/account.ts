import type { users } from "@/server/db/schema/accounts";

export type AccountRole = (typeof users.$inferSelect)["role"];

/** What the rest of the server may know about an account. */
export interface Account {
  userId: string;
  email: string;
  name: string;
  role: AccountRole;
}

export function accountOf(row: typeof users.$inferSelect): Account {
  return { userId: row.id, email: row.email, name: row.name, role: row.role };
}

/** Postgres would refuse anything else with an error instead of an empty answer. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
