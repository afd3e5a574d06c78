import { DOTS_SLOT, type OwnBallot, type Range, sumOver } from "@/attack/crash/ballots";
import type { Logged } from "@/attack/crash/log";
import type { Phone } from "@/attack/crash/phone";
import { acceptable } from "@/attack/crash/sent";
import { dotBallot } from "@/lib/activities/collect/schema";
import { checkBallot, checkKeys } from "@/lib/activities/pause/schema";
import { scoreBallot } from "@/lib/activities/scale/schema";
import { K_SCORES } from "@/lib/session/state";

const isWithin = (n: number, { least, most }: Range) => n >= least && n <= most;

/** Totals must be what was accepted, each phone once; what nobody could hear of may be in or out. */
export function checkTotals(phones: readonly Phone[], log: Logged): string[] {
  const defects: string[] = [];
  const expect = (what: string, n: number, range: Range) => {
    if (!isWithin(n, range)) defects.push(`${what}: ${n}, not ${range.least} to ${range.most}`);
  };
  for (const [activity, items] of log.shifts) {
    for (const [slot, shift] of Object.entries(items)) {
      const ballots = ballotsOf(phones, activity, slot);
      const all = count(ballots, () => true);
      if (shift === null) {
        if (all.least >= K_SCORES) defects.push(`${activity}/${slot}: not counted`);
        continue;
      }
      expect(`lost or doubled: pairs of ${activity}/${slot}`, shift.n, all);
      for (const { parts, count: times } of shift.directions ?? []) {
        const range = count(ballots, (content) => parts.includes(directionOf(content)));
        expect(`direction ${parts} of ${activity}/${slot}`, times, range);
      }
    }
  }
  for (const [activity, cases] of log.votes) {
    for (const [caseId, { ballots: cast, readings }] of Object.entries(cases)) {
      const ballots = ballotsOf(phones, activity, `vote:${caseId}`);
      const all = count(ballots, () => true);
      if (readings === null) {
        if (all.least >= K_SCORES) defects.push(`${activity}/${caseId}: not counted`);
        continue;
      }
      expect(`lost or doubled: ballots of ${activity}/${caseId}`, cast, all);
      for (const [id, { votes }] of Object.entries(readings)) {
        const range = count(ballots, (chosen) => Array.isArray(chosen) && chosen.includes(id));
        expect(`votes for ${id}`, votes, range);
      }
    }
  }
  for (const [activity, { finished, steps }] of log.finished) {
    const ballots = ballotsOf(phones, activity, "finished");
    const all = count(ballots, () => true);
    if (finished === null) {
      if (all.least >= K_SCORES) defects.push(`${activity}: not counted`);
      continue;
    }
    expect(`lost or doubled: reports of ${activity}`, finished, all);
    for (const [step, times] of Object.entries(steps ?? {})) {
      const range = count(ballots, (own) => Array.isArray(own) && own.includes(step));
      expect(`step ${step} of ${activity}`, times, range);
    }
  }
  for (const [activity, { dots, themes }] of log.dots) {
    const ballots = ballotsOf(phones, activity, DOTS_SLOT);
    const all = count(ballots, () => true);
    if (dots === null) {
      if (all.least >= K_SCORES) defects.push(`${activity}: dots not counted`);
      continue;
    }
    for (const theme of themes) {
      const range = sumOver(ballots, (own) => dotBallot.parse({ dots: own }).dots[theme] ?? 0);
      expect(`lost or doubled: dots on ${theme}`, dots[theme] ?? 0, range);
    }
    for (const theme of Object.keys(dots)) {
      if (!themes.includes(theme)) defects.push(`dots on ${theme}, which was no theme`);
    }
  }
  for (const [activity, totals] of log.checks) {
    for (const slot of checkKeys) {
      const ballots = ballotsOf(phones, activity, slot);
      const all = count(ballots, () => true);
      const counts = totals[slot];
      if (counts === null) {
        if (all.least >= K_SCORES) defects.push(`${activity}/${slot}: not counted`);
        continue;
      }
      const answers = counts.reduce((sum, times) => sum + times, 0);
      expect(`lost or doubled: answers to ${slot}`, answers, all);
      for (const [score, times] of counts.entries()) {
        const range = count(ballots, (content) => checkBallot.parse(content).score === score);
        expect(`answer ${score} to ${slot}`, times, range);
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

/** As a shift names it: 0 lower, 1 the same, 2 higher. */
function directionOf(content: unknown): number {
  const { score, before } = scoreBallot.parse(content);
  return Math.sign(score - (before ?? score)) + 1;
}

function ballotsOf(phones: readonly Phone[], activity: string, slot: string): OwnBallot[] {
  return phones.flatMap((phone) =>
    phone.ballots.filter((each) => each.activity === activity && each.slot === slot),
  );
}

function count(ballots: readonly OwnBallot[], fits: (content: unknown) => boolean): Range {
  const range: Range = { least: 0, most: 0 };
  for (const { sent } of ballots) {
    const { certain, all } = acceptable(sent);
    const fitting = all.filter(({ content }) => fits(content)).length;
    if (fitting > 0) range.most += 1;
    if (certain && fitting === all.length) range.least += 1;
  }
  return range;
}
