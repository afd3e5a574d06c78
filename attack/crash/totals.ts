import { isResult, type Range, sumOver } from "@/attack/crash/ballots";
import type { Logged } from "@/attack/crash/log";
import type { Phone } from "@/attack/crash/phone";
import { witnessOf } from "@/attack/witnesses";
import { K_SCORES } from "@/lib/session/state";

const isWithin = (n: number, { least, most }: Range) => n >= least && n <= most;

/** Totals must be what was accepted, each phone once; what nobody could hear of may be in or out. */
export function checkTotals(phones: readonly Phone[], log: Logged): string[] {
  const defects: string[] = [];
  const expect = (what: string, n: number, range: Range) => {
    if (!isWithin(n, range)) defects.push(`${what}: ${n}, not ${range.least} to ${range.most}`);
  };
  for (const [activity, { kind, events }] of log.activities) {
    const witness = witnessOf(kind).ballots;
    const isLeftOpen = (content: unknown) => witness?.isLeftOpen?.(content) ?? false;
    for (const { slot, isTold, ballots, cells } of witness?.counted(events) ?? []) {
      const own = phones.flatMap((phone) =>
        phone.ballots.filter((each) => each.activity === activity && each.slot === slot),
      );
      const all = sumOver(own, (content) => (isLeftOpen(content) ? 0 : 1));
      if (!isTold) {
        if (isResult(own, K_SCORES, isLeftOpen)) defects.push(`${activity}/${slot}: not counted`);
        continue;
      }
      if (ballots !== undefined) {
        expect(`lost or doubled: ballots of ${activity}/${slot}`, ballots, all);
      }
      for (const { choice, count, worth } of cells) {
        expect(`lost or doubled: ${choice} in ${activity}/${slot}`, count, sumOver(own, worth));
      }
    }
  }
  for (const [activity, destroyed] of log.destroyed) {
    // Held ones go as well and are not counted, so that only the most is known.
    const unseen = phones
      .flatMap(({ cards }) => cards)
      .filter(
        (card) =>
          card.activity === activity &&
          !log.cards.has(card.markHash) &&
          card.withdrawn !== "accepted" &&
          card.texts.some(({ fate }) => fate !== "refused"),
      ).length;
    expect(`${activity}: cards that came too late`, destroyed, { least: 1, most: unseen });
  }
  return defects;
}
