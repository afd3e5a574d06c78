/**
 * What an open page does once the server is of another release: it loads anew, as soon as the server can
 * be read, and ever more seldom where that did not help. A page never loads anew again and again, and what
 * is on the device (drafts, outbox) is untouched by it.
 */

/** Long enough to be read, and for the server to be there after its restart. */
const FIRST_PAUSE_MS = 2_000;
/** Somebody who waits looks up about so often. */
const LONGEST_PAUSE_MS = 5 * 60_000;
const GROWTH = 3;

/** How long to wait before the attempt with this number, from 0. */
export const pauseBefore = (attempt: number): number =>
  Math.min(FIRST_PAUSE_MS * GROWTH ** attempt, LONGEST_PAUSE_MS);

/** How often this tab has loaded anew without getting in since; lasts over a reload. */
export interface Attempts {
  count(): number;
  /** False where nothing lasts: the next page would begin at 0 again. */
  keep(count: number): boolean;
}

const KEY = "aufwind/reloads";

export const attemptsOfTab: Attempts = {
  count() {
    try {
      const count = Number(sessionStorage.getItem(KEY));
      return Number.isInteger(count) && count > 0 ? count : 0;
    } catch {
      return 0;
    }
  },
  keep(count) {
    try {
      sessionStorage.setItem(KEY, String(count));
      return true;
    } catch {
      return false;
    }
  },
};

/** Whether the server answers with this page; an error page of a proxy before it is not enough. */
export async function isServed(): Promise<boolean> {
  try {
    return (await fetch(location.href, { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

export interface NewerReleaseOptions {
  attempts: Attempts;
  /** Whether the server answers this page's address. */
  isServed(): Promise<boolean>;
  wait(ms: number): Promise<void>;
  reload(): void;
  /** Between 0 and 1; a room of phones must not come back in one instant. */
  chance(): number;
  /** The page was left, or got in after all. */
  isOver(): boolean;
}

/** Loads the page anew when that is of use. */
export async function reloadForRelease(options: NewerReleaseOptions): Promise<void> {
  const { attempts, isServed, wait, reload, chance, isOver } = options;
  for (let attempt = attempts.count(); ; attempt += 1) {
    const isLasting = attempts.keep(attempt);
    // Half to one and a half times as long; where no count lasts, never soon.
    await wait((isLasting ? pauseBefore(attempt) : LONGEST_PAUSE_MS) * (0.5 + chance()));
    if (isOver()) return;
    if (await isServed()) {
      attempts.keep(attempt + 1);
      reload();
      return;
    }
    if (isOver()) return;
  }
}
