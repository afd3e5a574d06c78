import {
  type Decision,
  type RuleContext,
  refuse,
  type SealedWrite,
} from "@/lib/activities/contract";

/** What every kind with ballots shares: one ballot per slot and device, replaced by newer ones. */

/**
 * The answer to a ballot that isn't newer than the one that is there; null where it is newer. The same
 * content again is a repeat and an older revision is over: both are `ok`. Other content under the same
 * revision was never taken, and whoever sent it has to hear so (P135).
 */
export function answerToRepeat(
  context: RuleContext,
  slot: string,
  ballot: { revision: number; content: unknown },
): Decision<never> | null {
  const stored = context.sealed.ballot(slot, context.tag(slot));
  if (!stored || stored.revision < ballot.revision) return null;
  const isOther = stored.revision === ballot.revision && !isSame(stored.content, ballot.content);
  return isOther ? refuse("conflict") : { ok: true, events: [], sealed: [] };
}

/** Ballots of one command, under one revision: each newer one is put, other content is refused. */
export function putBallots<Event>(
  context: RuleContext,
  revision: number,
  contents: Iterable<readonly [slot: string, content: object]>,
): Decision<Event> {
  const sealed: SealedWrite[] = [];
  for (const [slot, content] of contents) {
    const repeat = answerToRepeat(context, slot, { revision, content });
    if (repeat?.ok === false) return repeat;
    if (repeat) continue;
    sealed.push({ op: "putBallot", ballot: { slot, tag: context.tag(slot), revision, content } });
  }
  return { ok: true, events: [], sealed };
}

/** Whether two contents say the same; the database gives keys back in an order of its own. */
export function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
