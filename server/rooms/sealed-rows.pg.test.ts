import { expect, test } from "vitest";
import { seeded } from "@/attack/random";
import type { Sealed, SealedCard, SealedWrite } from "@/lib/activities/contract";
import { applySealedWrite, emptySealedMaps, sealedIn } from "@/lib/activities/sealed-rows";
import { loadSealedRows, type TaggedRead } from "@/server/rooms/sealed-rows";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openWorkshop } from "@/server/testing/workshop";

/** One contract for both keepers of sealed rows: Maps in memory, and Postgres. */

const at = nodeForEachTest();

/** Few of each, so that the same row is written again and again. */
const BATCHES = [0, 1];
const TAGS = ["a", "b", "c"];
const SLOTS = ["before", "after"];
const EDITS = ["e0", "e1", "e2", "e3"];
/** Also what arrays of Postgres write otherwise. */
const TEXTS = ["Ein Nein – „später“ 👋", '{"a",\\"b\\\\"}, NULL', "NULL", "\n\t'; --", "{}"];
const ROUNDS = 40;
const WRITES_PER_ROUND = 6;

const EVERYTHING: TaggedRead = { read: { of: "everything" }, tag: "" };

/** Told with a failure; put here, it plays the same again. */
const SEED = Date.now();
const random = seeded(SEED);

function pick<T>(items: readonly T[]): T {
  const item = random.pick(items);
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** Any change. A card keeps its batch for life; nothing else is kept to what rules would do. */
function randomWrite(batchOf: (edit: string) => number): SealedWrite {
  const batch = pick(BATCHES);
  const count = random.below(4);
  switch (random.below(13)) {
    case 0:
      return { op: "eraseActivity" };
    case 1:
    case 2:
    case 3:
      return { op: "setContributed", batch, tag: pick(TAGS), count };
    case 4:
    case 5:
      // Under tags that match none of a contributor's.
      return { op: "setShare", batch, tag: `share-${pick(TAGS)}`, count };
    case 6:
    case 7:
    case 8: {
      const content = pick([{ score: random.below(11) }, ["x", "y"], "yes", 0, false]);
      const ballot = { slot: pick(SLOTS), tag: pick(TAGS), revision: 1 + random.below(9), content };
      return { op: "putBallot", ballot };
    }
    default: {
      const edit = pick(EDITS);
      return { op: "putCard", card: randomCard(edit, batchOf(edit)) };
    }
  }
}

const randomCard = (editHash: string, batch: number): SealedCard => ({
  ...{ editHash, batch, markHash: pick([null, `mark-${editHash}`]), revision: 1 + random.below(9) },
  ...{
    reviewId: pick([null, random.hex(32)]),
    held: random.below(2) === 1,
    tagged: random.below(2) === 1,
  },
  content: pick([
    null,
    {
      ...{ text: pick(TEXTS), attributes: { theme: pick([null, "t"]) } },
      ...{ mayBeCase: random.below(2) === 1, mayBeQuoted: true, unfair: false, notForStage: true },
    },
  ]),
});

/** Written; under review; withdrawn since it was; typed in. */
const READ_CARDS: readonly Partial<SealedCard>[] = [
  { reviewId: null },
  { reviewId: "r1" },
  { reviewId: "r2", content: null },
  {
    reviewId: null,
    content: {
      ...{ text: "Papier", attributes: {}, mayBeCase: false, mayBeQuoted: false, unfair: false },
      ...{ notForStage: false, typedIn: true },
    },
  },
];

/** Sorted, since neither keeper promises an order. */
const sortedBy = <T>(rows: readonly T[], key: (row: T) => string): T[] =>
  [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));

const asText = (content: unknown): string[] => [JSON.stringify(content)];

/** Whatever rules can ask, of every row that there may be. */
const told = (sealed: Sealed) => ({
  cards: EDITS.map((edit) => sealed.card(edit) ?? null),
  marks: EDITS.map((edit) => sealed.cardOfMark(`mark-${edit}`)?.editHash ?? null),
  batches: BATCHES.map((batch) => sortedBy(sealed.cards(batch), (card) => card.editHash)),
  counted: BATCHES.map((batch) => [
    sealed.contributors(batch),
    ...TAGS.map((tag) => sealed.contributed(batch, tag)),
    ...TAGS.map((tag) => sealed.share(batch, `share-${tag}`)),
  ]),
  ballots: sortedBy(sealed.ballots(), ({ slot, tag }) => `${slot} ${tag}`),
  tallies: SLOTS.map((slot) =>
    [...sealed.tally(slot, asText)].filter(([, count]) => count > 0).sort(),
  ),
  each: SLOTS.map((slot) => TAGS.map((tag) => sealed.ballot(slot, tag) ?? null)),
});

test("Postgres and memory answer alike, before and after every flush, whatever was written", async () => {
  const { id, facilitator } = await openWorkshop(at.node, 0);
  at.open.push(facilitator);
  const { db } = at.node.server;
  const inMemory = emptySealedMaps();
  const batches = new Map(EDITS.map((edit) => [edit, pick(BATCHES)]));
  const load = (reads: TaggedRead[]) => loadSealedRows(db, id, "any", reads);

  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = await load([EVERYTHING]);
    for (let count = 0; count < WRITES_PER_ROUND; count += 1) {
      const write = randomWrite((edit) => batches.get(edit) ?? 0);
      applySealedWrite(inMemory, write);
      rows.apply(write);
    }
    expect(told(rows), `seed ${SEED}`).toEqual(told(sealedIn(inMemory)));
    await db.transaction((tx) => rows.flush(tx));
    expect(told(await load([EVERYTHING])), `seed ${SEED}`).toEqual(told(sealedIn(inMemory)));
  }
});

test("what a command says that it reads is enough to answer it as if everything were there", async () => {
  const { id, facilitator } = await openWorkshop(at.node, 0);
  at.open.push(facilitator);
  const { db } = at.node.server;
  const load = (reads: TaggedRead[]) => loadSealedRows(db, id, "any", reads);
  const rows = await load([EVERYTHING]);
  const batchOf = (edit: string) => EDITS.indexOf(edit) % BATCHES.length;
  for (let count = 0; count < 60; count += 1) rows.apply(randomWrite(batchOf));
  for (const [n, edit] of EDITS.entries()) {
    const card = { ...randomCard(edit, batchOf(edit)), markHash: `mark-${edit}` };
    rows.apply({ op: "putCard", card: { ...card, ...READ_CARDS[n] } });
  }
  await db.transaction((tx) => rows.flush(tx));
  const found = ({ card }: Sealed) => EDITS.filter((edit) => card(edit));

  for (const edit of EDITS) {
    const own = await load([{ read: { of: "card", edit }, tag: edit }]);
    expect(own.card(edit)).toEqual(rows.card(edit));
    const marked = await load([{ read: { of: "mark", markHash: `mark-${edit}` }, tag: "" }]);
    expect(marked.cardOfMark(`mark-${edit}`)).toEqual(rows.cardOfMark(`mark-${edit}`));
  }
  const byBatch = ({ cards }: Sealed, batch: number) =>
    sortedBy(cards(batch), (card) => card.editHash);
  // Of cards that are gathered also those that are withdrawn, and of a batch who has handed in what.
  const gathered = await load([{ read: { of: "gathered", reviewId: "r1" }, tag: "" }]);
  expect([found(gathered), gathered.card("e1")]).toEqual([["e1"], rows.card("e1")]);
  const review = await load([{ read: { of: "review" }, tag: "" }]);
  expect([found(review), review.card("e2")]).toEqual([["e1", "e2"], rows.card("e2")]);
  const typedIn = await load([{ read: { of: "typedIn", card: "e0" }, tag: "e0" }]);
  expect([found(typedIn), typedIn.card("e3")]).toEqual([["e0", "e3"], rows.card("e3")]);
  for (const batch of BATCHES) {
    const whole = await load([{ read: { of: "batch", batch }, tag: "" }]);
    expect(byBatch(whole, batch)).toEqual(byBatch(rows, batch));
    expect(found(whole)).toEqual(EDITS.filter((edit) => batchOf(edit) === batch));
    expect(whole.contributors(batch)).toBe(rows.contributors(batch));
  }
  for (const tag of TAGS) {
    for (const batch of BATCHES) {
      const counts = await load([
        { read: { of: "contributed", batch }, tag },
        { read: { of: "share", batch, group: "g" }, tag: `share-${tag}` },
      ]);
      expect(counts.contributed(batch, tag)).toBe(rows.contributed(batch, tag));
      expect(counts.share(batch, `share-${tag}`)).toBe(rows.share(batch, `share-${tag}`));
    }
    for (const slot of SLOTS) {
      const ballots = await load([{ read: { of: "ballot", slot }, tag }]);
      expect(ballots.ballot(slot, tag)).toEqual(rows.ballot(slot, tag));
      const ofSlot = await load([{ read: { of: "slot", slot }, tag: "" }]);
      expect(ofSlot.ballot(slot, tag)).toEqual(rows.ballot(slot, tag));
      expect(new Map(ofSlot.tally(slot, asText))).toEqual(new Map(rows.tally(slot, asText)));
    }
  }
});
