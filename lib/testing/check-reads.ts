import { cardSlot, contributorSlot, shareSlot } from "@/lib/activities/cards";
import type { SealedCard, SealedRead } from "@/lib/activities/contract";
import {
  ballotKey,
  contributorKey,
  emptySealedMaps,
  type SealedMaps,
} from "@/lib/activities/sealed-rows";
import { type Decided, hashOf } from "@/lib/example/in-memory";
import { readsAllSealed } from "@/lib/session/commands";
import type { SessionDecision } from "@/lib/session/decision";
import { runOf } from "@/lib/session/state";

/**
 * What a command says it reads has to be enough to decide it as if all rows were there: the server loads nothing else (P212).
 * Throws where the two decisions differ. `readsOf`: what it says of an activity; null for all there is.
 */
export function checkReads(decided: Decided, readsOf = namedReads): void {
  const { command, decision: full, again, rowsOf, tag } = decided;
  const narrow = again((activity) => {
    const reads = readsOf(decided, activity);
    if (reads === null) return rowsOf(activity);
    return asRead(rowsOf(activity), reads, (slot) => tag(activity, slot));
  });
  if (told(full) === told(narrow)) return;
  const name = command.type === "activity" ? command.command.type : command.type;
  throw new Error(`${name} reads too little: ${told(narrow)} instead of ${told(full)}`);
}

/** A decision without what its next steps would be, which are decided when they come. */
function told(decision: SessionDecision): string {
  if (!decision.ok) return decision.code;
  const { next: _, ...rest } = decision;
  return JSON.stringify(rest);
}

/** What the server would read of an activity for a command. */
export function namedReads(
  { state, command }: Pick<Decided, "state" | "command">,
  activity: string,
): readonly SealedRead[] | null {
  switch (command.type) {
    case "activity":
      if (command.activity !== activity) return [];
      return runOf(state, activity)?.instance.reads(command.command) ?? [];
    case "askAboutOwnCards":
      return command.marks.map((mark) => ({ of: "mark", markHash: hashOf(mark) }));
    case "wantToTalk":
      return command.mark === null ? [] : [{ of: "mark", markHash: hashOf(command.mark) }];
    case "keepInSeries":
      return [];
    default:
      return readsAllSealed(command) ? null : [];
  }
}

/** Those of an activity's rows that are read, in the order in which they stand there. */
function asRead(
  rows: SealedMaps,
  reads: readonly SealedRead[],
  tag: (slot: string) => string,
): SealedMaps {
  const some = <Row>(of: ReadonlyMap<string, Row>, isRead: (key: string, row: Row) => boolean) =>
    new Map([...of].filter(([key, row]) => isRead(key, row)));
  const batches = reads.flatMap((read) => (read.of === "batch" ? [`${read.batch}:`] : []));
  const isOfBatch = (key: string) => batches.some((batch) => key.startsWith(batch));
  const counts = new Set(reads.flatMap((read) => countKey(read, tag)));
  const ballots = new Set(
    reads.flatMap((read) => (read.of === "ballot" ? [ballotKey(read.slot, tag(read.slot))] : [])),
  );
  const slots = new Set(reads.flatMap((read) => (read.of === "slot" ? [read.slot] : [])));
  return {
    ...emptySealedMaps(),
    cards: some(rows.cards, (_, card) => reads.some((read) => isCardOf(read, card, tag))),
    contributed: some(rows.contributed, (key) => counts.has(key) || isOfBatch(key)),
    shares: some(rows.shares, (key) => counts.has(key) || isOfBatch(key)),
    ballots: some(rows.ballots, (key, { slot }) => ballots.has(key) || slots.has(slot)),
  };
}

function isCardOf(read: SealedRead, card: SealedCard, tag: (slot: string) => string): boolean {
  switch (read.of) {
    case "card":
      return card.editHash === tag(cardSlot(read.edit));
    case "mark":
      return card.markHash === read.markHash;
    case "gathered":
      return card.reviewId === read.reviewId;
    case "review":
      return card.reviewId !== null;
    case "batch":
      return card.batch === read.batch;
    case "typedIn":
      return card.content?.typedIn === true || card.editHash === hashOf(read.card);
    default:
      return false;
  }
}

function countKey(read: SealedRead, tag: (slot: string) => string): string[] {
  if (read.of === "contributed") {
    return [contributorKey(read.batch, tag(contributorSlot(read.batch)))];
  }
  if (read.of !== "share") return [];
  return [contributorKey(read.batch, tag(shareSlot(read.batch, read.group)))];
}
