/** Who waits: the work of one lane is done in order, the lanes take turns. */
export interface Lane {
  name: string;
  /** Whether it is that of somebody known here; strangers leave a place free for them. */
  isKnown: boolean;
}

type Kind = "known" | "strangers";

/** Nothing can be taken in at this moment. */
export class LineFullError extends Error {}

export interface LineLimits {
  /** Pieces of work at the same time, and how many of them may be strangers'. */
  atOnce: number;
  strangersAtOnce: number;
  /** Pieces that wait, in one lane and in all. */
  perLane: number;
  inAll: number;
}

/**
 * Costly work, a few pieces at a time. Lanes take turns, so that whoever fills one makes nobody else
 * wait longer, and who is known goes first.
 */
export function createFairLine({ atOnce, strangersAtOnce, perLane, inAll }: LineLimits) {
  // In the order in which it is their turn.
  const lanes: Record<Kind, Map<string, (() => void)[]>> = {
    known: new Map(),
    strangers: new Map(),
  };
  const running = { known: 0, strangers: 0 };
  let waiting = 0;

  const isFree = (kind: Kind): boolean =>
    running.known + running.strangers < atOnce &&
    (kind === "known" || running.strangers < strangersAtOnce);

  const startNext = (): void => {
    for (const kind of ["known", "strangers"] as const) {
      const [next] = lanes[kind];
      if (!next || !isFree(kind)) continue;
      const [name, line] = next;
      const start = line.shift();
      lanes[kind].delete(name);
      if (line.length > 0) lanes[kind].set(name, line);
      waiting -= 1;
      start?.();
      return;
    }
  };

  const turnOf = (kind: Kind, name: string): Promise<void> => {
    const line = lanes[kind].get(name) ?? [];
    if (line.length >= perLane || waiting >= inAll) throw new LineFullError();
    lanes[kind].set(name, line);
    waiting += 1;
    return new Promise((resolve) => {
      line.push(() => {
        running[kind] += 1;
        resolve();
      });
    });
  };

  return {
    /** Does the work when it is its turn. Throws `LineFullError` where too many wait already. */
    async run<T>({ name, isKnown }: Lane, work: () => Promise<T>): Promise<T> {
      const kind = isKnown ? "known" : "strangers";
      const turn = turnOf(kind, name);
      startNext();
      await turn;
      try {
        return await work();
      } finally {
        running[kind] -= 1;
        startNext();
      }
    },
  };
}
