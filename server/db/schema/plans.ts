import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { users } from "@/server/db/schema/accounts";

/**
 * What facilitators prepare for themselves. Each column of text or JSON gets `SET STATISTICS 0` in its migration, as those
 * of sessions do.
 */

/** Plans of one account, for it alone: sessions opened from one have a copy. */
export const plans = pgTable(
  "plans",
  {
    /** 128 random bits, hex. */
    id: text("id").primaryKey(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** With its name, and the version of its shape (`lib/session/stored.ts`). */
    plan: jsonb("plan").notNull(),
    /** Rises with each change: a page that saves says which one it knows. */
    revision: integer("revision").notNull().default(1),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("plans_owner").on(table.ownerId)],
);

/** Parts of an activity's settings that an account keeps for its plans, such as a set of roles. */
export const presets = pgTable(
  "presets",
  {
    id: text("id").primaryKey(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    /** Where it stands in the settings of its kind. */
    part: text("part").notNull(),
    name: text("name").notNull(),
    /** With the version of its kind's settings (`lib/session/presets.ts`). */
    value: jsonb("value").notNull(),
  },
  (table) => [unique("presets_name").on(table.ownerId, table.kind, table.part, table.name)],
);
