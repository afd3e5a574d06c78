import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "@/server/db/schema/accounts";

/**
 * Live sessions. Each column of text or JSON gets `SET STATISTICS 0` in its migration: Postgres
 * would otherwise keep samples of what people wrote, and of keys and tags, in `pg_statistic`
 * (anonymity.md, rule 8).
 */

/** Days for which raw data are kept where nothing else was chosen (anonymity.md, rule 8). */
export const KEEP_DAYS_DEFAULT = 30;

/** Days for which a lobby stays open where nothing else was chosen: an invitation is printed before. */
export const LOBBY_DAYS_DEFAULT = 14;

/**
 * Sessions of one group, one after the other. Four words lead to what somebody answered earlier, by an HMAC under its
 * key; nothing leads from there to a device or a session.
 */
export const series = pgTable(
  "series",
  {
    id: text("id").primaryKey(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    /** When it goes at the latest, with all that it keeps. */
    endsAt: timestamp("ends_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("series_owner").on(table.ownerId)],
);

/** What was answered at the beginning of a series, for its last meeting. No author, no order, no time. */
export const seriesScores = pgTable(
  "series_scores",
  {
    seriesId: text("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    /** HMAC of the four words under the series' key. */
    tag: text("tag").notNull(),
    /** Scores by questions, with the version of their shape. */
    kept: jsonb("kept").notNull(),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.tag] })],
);

/** One live run of a plan. */
export const sessions = pgTable(
  "sessions",
  {
    /** 128 random bits, hex: what a phone keeps once its code was right. */
    id: text("id").primaryKey(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Join code while one can join; null once ended. */
    code: text("code").unique(),
    /**
     * What passes are made with (P111); null in sessions from before there were any, which let in whoever
     * has their id. Goes with the raw data: also an ended session lets in who was in.
     */
    admissionKey: text("admission_key"),
    /** Opens the stage, which can send no command. */
    stageKey: text("stage_key").notNull().unique(),
    plan: jsonb("plan").notNull(),
    /** Null where it is a session by itself, and once its series has ended. */
    seriesId: text("series_id").references(() => series.id, { onDelete: "set null" }),
    /**
     * The id that its series has, or had: what remained of each meeting hangs on one wall, also once the series has ended
     * and its key and scores are gone (decision 0128). Null where it is a session by itself.
     */
    wallId: text("wall_id"),
    /** What its facilitator calls it, for themselves; empty where they don't. No room sees it. */
    name: text("name").notNull().default(""),
    /** Copied from the log, so that the code look-up and lists need not read logs. */
    status: text("status", { enum: ["lobby", "running", "closing", "finished"] }).notNull(),
    locked: boolean("locked").notNull().default(false),
    /** Ten invented people take part: in no list, no figure, and gone within the hour (decision 0070). */
    isRehearsal: boolean("is_rehearsal").notNull().default(false),
    /** Sequence number of the last event. */
    seq: integer("seq").notNull().default(0),
    /** Rises with every change, sealed ones too: what other nodes compare. */
    rev: integer("rev").notNull().default(0),
    /** The most devices that were in the room, for the summary. */
    joined: integer("joined").notNull().default(0),
    openedAt: timestamp("opened_at", { withTimezone: true }).notNull().defaultNow(),
    /** When a facilitator last told it something; a participant's command leaves no time behind. */
    actedAt: timestamp("acted_at", { withTimezone: true }).notNull().defaultNow(),
    /** Until when somebody can come in by the code although nobody has begun. */
    lobbyUntil: timestamp("lobby_until", { withTimezone: true })
      .notNull()
      .default(sql.raw(`now() + interval '${LOBBY_DAYS_DEFAULT} days'`)),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    /** Days for which the raw data outlive the end, as promised when it was opened. */
    keepDays: integer("keep_days").notNull().default(KEEP_DAYS_DEFAULT),
    /** When the raw data went; from then on the summaries of its versions are all there is. */
    rawErasedAt: timestamp("raw_erased_at", { withTimezone: true }),
    /** Raw data that are due and stay, because nothing could be kept of them (decision 0026). */
    erasureWaits: boolean("erasure_waits").notNull().default(false),
    /**
     * The summary in both languages, without any takeaway: kept soon after the end, for the case that a later release
     * can't read the log. Null once the raw data went: what remains then stands with each version.
     */
    summary: jsonb("summary"),
  },
  (table) => [index("sessions_owner").on(table.ownerId)],
);

/**
 * What a facilitator makes of a session's summary for whoever gets it, by numbers from 1 on. A session without a row has
 * one version, of which nothing was changed yet (`server/summary/versions.ts`).
 */
export const summaryVersions = pgTable(
  "summary_versions",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    /** What the facilitator calls it, for themselves; empty for a first one that has no name. */
    name: text("name").notNull().default(""),
    takeaway: text("takeaway").notNull().default(""),
    /** Sections that are left out of it. */
    hiddenSections: text("hidden_sections").array().notNull().default(sql`'{}'::text[]`),
    /** Order, introductions and what was struck (`lib/summary/review.ts`). */
    review: jsonb("review"),
    /** In both languages, without the takeaway, as it stood when the raw data went. */
    summary: jsonb("summary"),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.number] })],
);

/**
 * Links by which whoever has one reads a version of a summary, without an account. The secret in it exists nowhere else;
 * nobody counts who comes.
 */
export const summaryLinks = pgTable(
  "summary_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    /** What its facilitator revokes it by. */
    id: text("id").notNull().unique(),
    sessionId: text("session_id").notNull(),
    version: integer("version").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    foreignKey({
      name: "summary_links_version_fk",
      columns: [table.sessionId, table.version],
      foreignColumns: [summaryVersions.sessionId, summaryVersions.number],
    }).onDelete("cascade"),
    index("summary_links_version").on(table.sessionId, table.version),
  ],
);

/**
 * Asks once, after a session, what became of everybody's plan: whoever has the link answers without an account. Counted
 * once, when it closes; then link, key and answers are gone (decision 0106).
 */
export const followUps = pgTable("follow_ups", {
  sessionId: text("session_id")
    .primaryKey()
    .references(() => sessions.id, { onDelete: "cascade" }),
  /** Null once it was counted. */
  tokenHash: text("token_hash").unique(),
  /** What the tags of answers are made with; null once they were counted. */
  key: text("key"),
  closesAt: timestamp("closes_at", { withTimezone: true }).notNull(),
  /** What may be told of the answers (`lib/session/follow-up.ts`); null until they were counted. */
  result: jsonb("result"),
});

/** One answer of a device, which it can change until the close. No time, and nothing that leads to a phone of the session. */
export const followUpBallots = pgTable(
  "follow_up_ballots",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => followUps.sessionId, { onDelete: "cascade" }),
    tag: text("tag").notNull(),
    answer: text("answer", { enum: ["done", "changed", "dropped"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.tag] })],
);

/** The log: facts that are public or the facilitators'. Never rewritten while the session runs. */
export const sessionEvents = pgTable(
  "session_events",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    event: jsonb("event").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.seq] })],
);

/** Ids of facilitators' commands that had their effect, so that a repeat has none. */
export const handledCommands = pgTable(
  "handled_commands",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    commandId: text("command_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.commandId] })],
);

/** Cards that were handed in and not yet revealed. No author, no order, no time (rules 1 and 2). */
export const sealedCards = pgTable(
  "sealed_cards",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    activity: text("activity").notNull(),
    batch: integer("batch").notNull(),
    /** HMAC of the edit secret and the device's, under the activity's key: `cardSlot`. */
    editHash: text("edit_hash").notNull(),
    /** Empty once the card was shown: from then on the row knows none. */
    markHash: text("mark_hash").notNull(),
    revision: integer("revision").notNull(),
    /** Null: withdrawn or shown. What is left keeps a late retry from bringing the card back. */
    content: jsonb("content"),
    reviewId: text("review_id"),
    held: boolean("held").notNull().default(false),
    /** A facilitator's tag: no case. */
    tagged: boolean("tagged").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.activity, table.editHash] })],
);

/**
 * How many cards the contributor behind a tag has in a batch: for caps and k. Names no card. Where cards answer
 * cases, rows of their own count each case's share, under tags that match none of the same contributor's.
 */
export const sealedContributors = pgTable(
  "sealed_contributors",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    activity: text("activity").notNull(),
    batch: integer("batch").notNull(),
    tag: text("tag").notNull(),
    count: integer("count").notNull(),
    /** A share of one case: counts for no k. */
    isShare: boolean("is_share").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.activity, table.batch, table.tag] })],
);

/** Votes and scores until the close; then only totals remain (rule 4). */
export const sealedBallots = pgTable(
  "sealed_ballots",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    activity: text("activity").notNull(),
    slot: text("slot").notNull(),
    tag: text("tag").notNull(),
    revision: integer("revision").notNull(),
    content: jsonb("content").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.activity, table.slot, table.tag] })],
);

/**
 * A facilitator's words to the author of a card, who finds them by the mark's secret. Gone at the
 * end (rule 8).
 */
export const blindReplies = pgTable(
  "blind_replies",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    markHash: text("mark_hash").notNull(),
    text: text("text").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.markHash] })],
);

/** A facilitator's private note on an activity: one row, written over, so that no draft of it stays. */
export const sessionNotes = pgTable(
  "session_notes",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    activity: text("activity").notNull(),
    text: text("text").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.activity] })],
);

/** "I'd like to talk": about a card, or from Help. No sender, no time; gone at the end. */
export const talkRequests = pgTable(
  "talk_requests",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** The card's mark hash; from Help a tag under the session's own key. */
    about: text("about").notNull(),
    fromCard: boolean("from_card").notNull(),
    revision: integer("revision").notNull(),
    acknowledged: boolean("acknowledged").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.about] })],
);

/** K_activity: what tags are made with. Deleted at the close, so that tags mean nothing after it. */
export const activityKeys = pgTable(
  "activity_keys",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** Empty for the session's own key, which lives until its end. */
    activity: text("activity").notNull(),
    key: text("key").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.activity] })],
);

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
});

/**
 * What people arrange or write together in an activity while it lasts. On its own it says only that there is one; at
 * the close what became of it is told in the log.
 */
export const documents = pgTable(
  "documents",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    activity: text("activity").notNull(),
    name: text("name").notNull(),
    model: text("model", { enum: ["board", "pad"] }).notNull(),
    /** Rises when it is written anew: clients then throw theirs away. */
    epoch: integer("epoch").notNull(),
    /** The last of its rows. */
    seq: integer("seq").notNull(),
    /** What leases are made with. */
    key: text("key").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.activity, table.name] })],
);

/**
 * Updates of documents, merged for each batch: no author, no time. A row that holds the whole document takes the place
 * of all before it.
 */
export const documentUpdates = pgTable(
  "document_updates",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    activity: text("activity").notNull(),
    name: text("name").notNull(),
    epoch: integer("epoch").notNull(),
    seq: integer("seq").notNull(),
    data: bytes("data").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.activity, table.name, table.seq] })],
);

/** Each node's own counts per session: numbers, no identities. Everybody adds them up. */
export const nodePeople = pgTable(
  "node_people",
  {
    node: text("node").notNull(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    joined: integer("joined").notNull(),
    away: integer("away").notNull(),
    done: integer("done").notNull(),
    /** What they are done with, as `activity/phase`; a node writes it anew within seconds. */
    phase: text("phase").notNull().default(""),
    at: timestamp("at", { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.node, table.sessionId] })],
);

/**
 * What goes at the end of a session: all that was sealed, every key, tag and hash of a secret, and
 * the ids of commands (anonymity.md, rule 8). A table for anything of that sort belongs in here.
 */
export const emptiedAtTheEnd = [
  sealedCards,
  sealedContributors,
  sealedBallots,
  activityKeys,
  handledCommands,
  blindReplies,
  talkRequests,
  documents,
  documentUpdates,
] as const;

/** The raw data: revealed cards with their marks' hashes, themes, totals in the log, and notes. */
export const rawData = [sessionEvents, sessionNotes] as const;
