import { and, eq, gt, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { cardAttributes } from "@/lib/activities/card-schema";
import { inAttributes } from "@/lib/activities/card-upcasts";
import type {
  CardContent,
  Sealed,
  SealedCard,
  SealedRead,
  SealedWrite,
  Signal,
} from "@/lib/activities/contract";
import {
  applySealedWrite,
  ballotKey,
  contributorKey,
  emptySealedMaps,
  type SealedMaps,
  sealedIn,
} from "@/lib/activities/sealed-rows";
import { SEAT_SLOT } from "@/lib/channel";
import { gatheredOf, type StoredReview } from "@/lib/session/gathered-review";
import type { LateBatch } from "@/lib/session/view";
import { isObject, type Upcast, upcast, versioned } from "@/lib/upcast";
import { isAnyOf, putRows } from "@/server/db/as-arrays";
import type { Db } from "@/server/db/client";
import {
  activityKeys,
  sealedBallots,
  sealedCards,
  sealedContributors,
} from "@/server/db/schema/sessions";
import { together } from "@/server/db/together";

const cardContent = z.strictObject({
  text: z.string(),
  attributes: cardAttributes,
  mayBeCase: z.boolean(),
  mayBeQuoted: z.boolean(),
  unfair: z.boolean().default(false),
  notForStage: z.boolean().default(false),
  typedIn: z.boolean().optional(),
});

/** From version to version of a sealed card's content. */
const cardContentUpcasts: readonly Upcast[] = [
  // 2: attributes. On a card of a kind without any both were null.
  (content) => {
    const card = inAttributes(
      content,
      typeof content.caseId === "string" ? ["caseId", "lens"] : [],
    );
    return isObject(card) ? card : content;
  },
];

/** A sealed card's content as it was stored, in whichever version. */
export const readContent = (stored: unknown): CardContent =>
  cardContent.parse(upcast(stored, cardContentUpcasts));

const storedContent = (content: CardContent | null): unknown =>
  content === null ? null : versioned(content, cardContentUpcasts);

type Transaction = Pick<Db, "select" | "insert" | "delete" | "update" | "execute" | "$count">;

/** A row whose tag is known: the caller's for a slot, computed where the key is. */
export interface TaggedRead {
  /** What gathers, counts, reveals or destroys reads everything; a command of a kind can't ask for it. */
  read: SealedRead | { of: "everything" };
  /** Tag for the read's card, slot or batch; unused where the read has none. */
  tag: string;
}

/** The sealed rows of one activity that a batch needs, and what the batch changes in them. */
export interface SealedRows extends Sealed {
  apply(write: SealedWrite): void;
  /** Writes what `apply` gathered. */
  flush(tx: Transaction): Promise<void>;
}

/** In the table: the mark of a card that was shown. */
export const NO_MARK = "";

function asCard({
  content,
  markHash,
  sessionId: _,
  activity: __,
  ...row
}: typeof sealedCards.$inferSelect): SealedCard {
  return {
    ...row,
    markHash: markHash === NO_MARK ? null : markHash,
    content: content === null ? null : readContent(content),
  };
}

/**
 * Loads the rows the batch's commands read and keeps their changes on top, so that later commands
 * of the batch see earlier ones, and all of it is written in a handful of statements.
 */
export async function loadSealedRows(
  tx: Transaction,
  sessionId: string,
  activity: string,
  reads: readonly TaggedRead[],
): Promise<SealedRows> {
  const at = { sessionId, activity };
  const rows = await load(tx, at, reads);
  const changes = noChanges();
  return {
    ...sealedIn(rows),
    apply(write) {
      applySealedWrite(rows, write);
      note(changes, write);
    },
    async flush(tx) {
      if (changes.erased) await eraseActivity(tx, at);
      await together([
        flushCards(tx, at, rows, changes),
        flushContributors(tx, at, rows, changes),
        flushBallots(tx, at, rows, changes),
      ]);
    },
  };
}

/** Where rows stand. */
interface SealedPlace {
  sessionId: string;
  activity: string;
}

async function load(
  tx: Transaction,
  at: SealedPlace,
  reads: readonly TaggedRead[],
): Promise<SealedMaps> {
  const maps = emptySealedMaps();
  await together([
    loadCards(tx, at, reads, maps),
    loadContributors(tx, at, reads, maps),
    loadBallots(tx, at, reads, maps),
  ]);
  return maps;
}

const asksForEverything = (reads: readonly TaggedRead[]): boolean =>
  reads.some(({ read }) => read.of === "everything");

async function loadCards(
  tx: Transaction,
  { sessionId, activity }: SealedPlace,
  reads: readonly TaggedRead[],
  { cards }: SealedMaps,
): Promise<void> {
  const wanted = cardsAskedFor(reads);
  const all = asksForEverything(reads);
  if (!all && wanted.length === 0) return;
  const here = and(eq(sealedCards.sessionId, sessionId), eq(sealedCards.activity, activity));
  const rows = await tx
    .select()
    .from(sealedCards)
    .where(all ? here : and(here, or(...wanted)));
  for (const row of rows) cards.set(row.editHash, asCard(row));
}

/** Which cards are asked for: those of which one of these is true; none where there are none. */
function cardsAskedFor(reads: readonly TaggedRead[]): SQL[] {
  const valuesOf = (of: (each: TaggedRead) => string | null): string[] =>
    reads.flatMap((each) => of(each) ?? []);
  const hashes = valuesOf(({ read, tag }) =>
    read.of === "card" || read.of === "typedIn" ? tag : null,
  );
  const marks = valuesOf(({ read }) => (read.of === "mark" ? read.markHash : null));
  const reviewIds = valuesOf(({ read }) => (read.of === "gathered" ? read.reviewId : null));
  const batches = batchesIn(reads);
  const asksFor = (of: SealedRead["of"]) => reads.some(({ read }) => read.of === of);
  return [
    ...(hashes.length > 0 ? [isAnyOf(sealedCards.editHash, hashes)] : []),
    ...(marks.length > 0 ? [isAnyOf(sealedCards.markHash, marks)] : []),
    ...(reviewIds.length > 0 ? [isAnyOf(sealedCards.reviewId, reviewIds)] : []),
    ...(batches.length > 0 ? [inArray(sealedCards.batch, batches)] : []),
    ...(asksFor("review") ? [isNotNull(sealedCards.reviewId)] : []),
    ...(asksFor("typedIn") ? [sql`${sealedCards.content}->>'typedIn' = 'true'`] : []),
  ];
}

/** Batches that are asked for whole. */
const batchesIn = (reads: readonly TaggedRead[]): number[] => [
  ...new Set(reads.flatMap(({ read }) => (read.of === "batch" ? [read.batch] : []))),
];

async function loadContributors(
  tx: Transaction,
  { sessionId, activity }: SealedPlace,
  reads: readonly TaggedRead[],
  { contributed, shares }: SealedMaps,
): Promise<void> {
  const tags = reads.flatMap(({ read, tag }) =>
    read.of === "contributed" || read.of === "share" ? [tag] : [],
  );
  const batches = batchesIn(reads);
  const all = asksForEverything(reads);
  if (!all && tags.length === 0 && batches.length === 0) return;
  const here = and(
    eq(sealedContributors.sessionId, sessionId),
    eq(sealedContributors.activity, activity),
  );
  const wanted = or(
    isAnyOf(sealedContributors.tag, tags),
    batches.length > 0 ? inArray(sealedContributors.batch, batches) : undefined,
  );
  const rows = await tx
    .select()
    .from(sealedContributors)
    .where(all ? here : and(here, wanted));
  for (const { batch, tag, count, isShare } of rows) {
    (isShare ? shares : contributed).set(contributorKey(batch, tag), count);
  }
}

async function loadBallots(
  tx: Transaction,
  { sessionId, activity }: SealedPlace,
  reads: readonly TaggedRead[],
  { ballots }: SealedMaps,
): Promise<void> {
  const tags = reads.flatMap(({ read, tag }) => (read.of === "ballot" ? [tag] : []));
  const slots = [...new Set(reads.flatMap(({ read }) => (read.of === "slot" ? [read.slot] : [])))];
  const all = asksForEverything(reads);
  if (!all && tags.length === 0 && slots.length === 0) return;
  const here = and(eq(sealedBallots.sessionId, sessionId), eq(sealedBallots.activity, activity));
  const wanted = or(isAnyOf(sealedBallots.tag, tags), isAnyOf(sealedBallots.slot, slots));
  const rows = await tx
    .select()
    .from(sealedBallots)
    .where(all ? here : and(here, wanted));
  for (const { slot, tag, revision, content } of rows) {
    ballots.set(ballotKey(slot, tag), { slot, tag, revision, content });
  }
}

/** Which rows differ from the table's. */
interface Changes {
  /** Everything in the table goes first. */
  erased: boolean;
  cards: Set<string>;
  contributors: Map<
    string,
    Pick<typeof sealedContributors.$inferSelect, "batch" | "tag" | "isShare">
  >;
  ballots: Set<string>;
}

const noChanges = (): Changes => ({
  ...{ erased: false, cards: new Set(), contributors: new Map(), ballots: new Set() },
});

function note(changes: Changes, write: SealedWrite): void {
  switch (write.op) {
    case "putCard":
      changes.cards.add(write.card.editHash);
      return;
    case "setContributed":
    case "setShare": {
      const { batch, tag } = write;
      const isShare = write.op === "setShare";
      changes.contributors.set(contributorKey(batch, tag), { batch, tag, isShare });
      return;
    }
    case "putBallot":
      changes.ballots.add(ballotKey(write.ballot.slot, write.ballot.tag));
      return;
    case "eraseActivity":
      Object.assign(changes, { ...noChanges(), erased: true });
  }
}

async function flushCards(
  tx: Transaction,
  at: SealedPlace,
  { cards }: SealedMaps,
  changes: Changes,
): Promise<void> {
  const put = [...changes.cards].flatMap((editHash) => cards.get(editHash) ?? []);
  const rows = put.map((card) => ({
    ...at,
    ...card,
    markHash: card.markHash ?? NO_MARK,
    content: storedContent(card.content),
  }));
  await putRows(tx, sealedCards, rows, {
    key: ["sessionId", "activity", "editHash"],
    set: ["revision", "markHash", "content", "reviewId", "held", "tagged"],
  });
}

async function flushContributors(
  tx: Transaction,
  at: SealedPlace,
  { contributed, shares }: SealedMaps,
  changes: Changes,
): Promise<void> {
  const counted = [...changes.contributors].map(([key, of]) => ({
    ...at,
    ...of,
    count: (of.isShare ? shares : contributed).get(key) ?? 0,
  }));
  await putRows(tx, sealedContributors, counted, {
    key: ["sessionId", "activity", "batch", "tag"],
    set: ["count"],
  });
}

async function flushBallots(
  tx: Transaction,
  at: SealedPlace,
  { ballots }: SealedMaps,
  changes: Changes,
): Promise<void> {
  const cast = [...changes.ballots].flatMap((key) => ballots.get(key) ?? []);
  const rows = cast.map((ballot) => ({ ...at, ...ballot }));
  await putRows(tx, sealedBallots, rows, {
    key: ["sessionId", "activity", "slot", "tag"],
    set: ["revision", "content"],
  });
}

/**
 * How many have given an answer that facilitators are told of at once. Counted where the answers are: it
 * is in no log, and nothing of it is left after the end.
 */
export async function countSignal(
  db: Transaction,
  sessionId: string,
  activity: string,
  { slot, content }: Signal,
): Promise<number> {
  return db.$count(
    sealedBallots,
    and(
      eq(sealedBallots.sessionId, sessionId),
      eq(sealedBallots.activity, activity),
      eq(sealedBallots.slot, slot),
      eq(sealedBallots.content, content),
    ),
  );
}

/** The cards that were gathered for review and are still sealed, sorted by their random ids. */
export async function loadReview(
  db: Pick<Db, "select">,
  sessionId: string,
  activity: string,
): Promise<StoredReview> {
  const rows = await db
    .select()
    .from(sealedCards)
    .where(
      and(
        eq(sealedCards.sessionId, sessionId),
        eq(sealedCards.activity, activity),
        isNotNull(sealedCards.reviewId),
        // After a reveal that is all of them, and each batch of votes would read them for nothing.
        ne(sealedCards.markHash, NO_MARK),
      ),
    );
  return gatheredOf(rows.map(asCard));
}

/** What an activity's tags are made with; null before anybody has sent something, and after its close. */
export async function storedKeyOf(
  db: Pick<Db, "select">,
  sessionId: string,
  activity: string,
): Promise<string | null> {
  const [stored] = await db
    .select({ key: activityKeys.key })
    .from(activityKeys)
    .where(and(eq(activityKeys.sessionId, sessionId), eq(activityKeys.activity, activity)));
  return stored?.key ?? null;
}

/** The seats of an activity, and the key that their tags are made with. */
export interface Seats {
  key: string;
  /** What stands in each, by its tag. */
  contents: ReadonlyMap<string, unknown>;
}

/** Null where nobody has sent anything yet. */
export async function loadSeats(
  db: Pick<Db, "select">,
  sessionId: string,
  activity: string,
): Promise<Seats | null> {
  const key = await storedKeyOf(db, sessionId, activity);
  if (key === null) return null;
  const rows = await db
    .select({ tag: sealedBallots.tag, content: sealedBallots.content })
    .from(sealedBallots)
    .where(
      and(
        eq(sealedBallots.sessionId, sessionId),
        eq(sealedBallots.activity, activity),
        eq(sealedBallots.slot, SEAT_SLOT),
      ),
    );
  return { key, contents: new Map(rows.map(({ tag, content }) => [tag, content])) };
}

/** How many people a late batch counts for: those who handed in, and never more than its cards. */
export async function countLatePeople(
  db: Transaction,
  sessionId: string,
  { activity, batch }: LateBatch,
): Promise<number> {
  const contributors = await db.$count(
    sealedContributors,
    and(
      eq(sealedContributors.sessionId, sessionId),
      eq(sealedContributors.activity, activity),
      eq(sealedContributors.batch, batch),
      eq(sealedContributors.isShare, false),
      gt(sealedContributors.count, 0),
    ),
  );
  const cards = await db.$count(
    sealedCards,
    and(
      eq(sealedCards.sessionId, sessionId),
      eq(sealedCards.activity, activity),
      eq(sealedCards.batch, batch),
      isNotNull(sealedCards.content),
    ),
  );
  return Math.min(contributors, cards);
}

/** Deletes everything sealed of an activity, its key included. */
async function eraseActivity(tx: Transaction, { sessionId, activity }: SealedPlace): Promise<void> {
  for (const table of [sealedCards, sealedContributors, sealedBallots, activityKeys]) {
    await tx.delete(table).where(and(eq(table.sessionId, sessionId), eq(table.activity, activity)));
  }
}
