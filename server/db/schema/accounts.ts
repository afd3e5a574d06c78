import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

/** What an account may do. An admin may also invite. */
export const roles = ["admin", "facilitator"] as const;

/** Facilitators' accounts. Participants have none, and no table. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** Always lower-case, so that one address is one account. */
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    /** Argon2id in PHC form. Empty for an account that signs in another way. */
    passwordHash: text("password_hash"),
    role: text("role", { enum: roles }).notNull(),
    language: text("language", { enum: ["de", "en"] }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check("users_email_lower_case", sql`${table.email} = lower(${table.email})`),
    check("users_role_known", sql`${table.role} in ('admin', 'facilitator')`),
  ],
);

/** Links by which others get an account. Only the hash of the link's token is kept. */
export const invitations = pgTable("invitations", {
  id: uuid("id").primaryKey().defaultRandom(),
  tokenHash: text("token_hash").notNull().unique(),
  createdBy: uuid("created_by")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  /** When set, the account gets this address and no other. */
  email: text("email"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  usedAt: timestamp("used_at", { withTimezone: true }),
});

/**
 * One row per signed-in browser. The cookie names the row, each request and handshake looks it up:
 * deleting the row ends the sign-in, whatever the cookie says.
 */
export const signIns = pgTable(
  "sign_ins",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull().defaultNow(),
    /** Browser and system in two words, enough to recognise one's own devices. */
    userAgent: text("user_agent").notNull(),
  },
  (table) => [index("sign_ins_user").on(table.userId)],
);

/**
 * Browsers in which an account has signed in before, also after signing out: each has its own budget
 * of wrong passwords (decision 0032). Only the hash of the cookie's token is kept.
 */
export const knownBrowsers = pgTable(
  "known_browsers",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    signedInAt: timestamp("signed_in_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.tokenHash] })],
);

/**
 * Who somebody is to the organisation's identity provider. Issuer and subject are the key and never
 * an e-mail address, which can be given to somebody else or claimed.
 */
export const identities = pgTable(
  "identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    // Two people of one issuer behind one account would be a shared account.
    unique("identities_one_per_issuer").on(table.userId, table.issuer),
  ],
);

/** What a link by e-mail (or, for `reset`, from the terminal) is good for. */
export const linkPurposes = ["signIn", "reset", "email"] as const;

/** Links for somebody who has an account. Only the hash of the link's token is kept. */
export const accountLinks = pgTable(
  "account_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: linkPurposes }).notNull(),
    /** The address that `email` confirms; null for the other purposes. */
    email: text("email"),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("account_links_user").on(table.userId)],
);

/** The one row about this installation itself. */
export const installation = pgTable(
  "installation",
  {
    id: integer("id").primaryKey().default(1),
    /** Hash of the token in the set-up link; null as soon as it was used. */
    setupTokenHash: text("setup_token_hash"),
    /** Whom phones and summaries name for help; null as long as nobody has changed the list. */
    helpContacts: jsonb("help_contacts"),
    /** When an erasure pass last came to its end. */
    erasedAt: timestamp("erased_at", { withTimezone: true }),
  },
  (table) => [check("installation_one_row", sql`${table.id} = 1`)],
);
