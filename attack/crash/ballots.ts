import { isDeepStrictEqual } from "node:util";
import { acceptable, type Sent } from "@/attack/crash/sender";
import { witnessOf } from "@/attack/witnesses";
import type { RawCommand } from "@/lib/activities/simulation";

/** What a phone did in one slot of votes, scores or reports; the last accepted one counts. */
export interface OwnBallot {
  activity: string;
  kind: string;
  slot: string;
  /** What was drawn for it, the same at every repeat; null where nothing was. */
  drawn: unknown;
  sent: Sent<unknown>[];
}

/** Keeps book of everything that one phone scores, votes and reports. */
export function createBallots(contradict: (what: string) => void) {
  const ballots: OwnBallot[] = [];

  const ballotOf = (activity: string, kind: string, slot: string): OwnBallot => {
    const known = ballots.find((each) => each.activity === activity && each.slot === slot);
    if (known) return known;
    const fresh: OwnBallot = { activity, kind, slot, drawn: null, sent: [] };
    ballots.push(fresh);
    return fresh;
  };

  return {
    ballots,
    /** Notes a command with what came of it. */
    note(
      { key, kind }: { key: string; kind: string },
      command: RawCommand,
      { fate, replies }: { fate: Sent<unknown>["fate"]; replies: readonly unknown[] },
    ): void {
      const revision = Number(command.revision);
      for (const cast of witnessOf(kind).ballots?.cast(command, replies) ?? []) {
        const ballot = ballotOf(key, kind, cast.slot);
        if ("content" in cast) ballot.sent.push({ revision, content: cast.content, fate });
        else {
          ballot.drawn ??= cast.drawn;
          if (!isDeepStrictEqual(ballot.drawn, cast.drawn)) {
            contradict(`a ballot of ${cast.slot} was drawn twice`);
          }
        }
      }
    },
  };
}

/** How much was given: at least for certain, and at most. */
export interface Range {
  least: number;
  most: number;
}

/** Sums up what each ballot's content is worth; between its acceptable contents it may be either. */
export function sumOver(ballots: readonly OwnBallot[], worth: (content: unknown) => number): Range {
  const range: Range = { least: 0, most: 0 };
  for (const { sent } of ballots) {
    const { certain, all } = acceptable(sent);
    const values = all.map(({ content }) => worth(content));
    range.most += Math.max(0, ...values);
    if (certain) range.least += Math.min(...values);
  }
  return range;
}

/**
 * Whether ballots are a result that has to be told: enough people cast one for certain, and where each was
 * drawn one of its own, so many saw something that has a vote. What fewer saw is told of nobody (decision
 * 0029).
 */
export function isResult(
  ballots: readonly OwnBallot[],
  k: number,
  isLeftOpen: (content: unknown) => boolean = () => false,
): boolean {
  const certain = ballots.filter(({ sent }) => {
    const accepted = acceptable(sent);
    return accepted.certain && !accepted.all.some(({ content }) => isLeftOpen(content));
  });
  if (certain.length < k) return false;
  const choices = new Set(certain.flatMap(({ drawn }) => listOf(drawn)));
  if (choices.size === 0) return true;
  return [...choices].some((choice) => {
    const saw = certain.filter(({ drawn }) => listOf(drawn).includes(choice));
    return (
      saw.length >= k && sumOver(saw, (cast) => Number(listOf(cast).includes(choice))).least > 0
    );
  });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
