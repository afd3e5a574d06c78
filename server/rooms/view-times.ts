/**
 * Screens that have no document open follow it in their view, so much later at most: a view holds all there is to see, and
 * making it for each move would cost more than the moves.
 */
export const VIEWS_OF_DOCUMENTS_MS = 1_000;

/** When a room shows its views. */
export interface ViewTimes {
  /** Shows them now. Where that can't be, at the next call of either. */
  now(): void;
  /** Shows them within a second: nothing has changed but documents. */
  soon(): void;
  /** A batch that is still being decided ends after it, and nobody waits for its moves. */
  stop(): void;
}

/** `canShow`: false while a batch is being decided, which says when it is done. */
export function createViewTimes({
  canShow,
  show,
}: {
  canShow(): boolean;
  show(): void;
}): ViewTimes {
  let due: ReturnType<typeof setTimeout> | undefined;
  /** They were due while they could not be shown: where people move things all the time another second would pass, and another. */
  let isLate = false;
  let hasStopped = false;

  const now = (): void => {
    clearTimeout(due);
    due = undefined;
    isLate = !canShow();
    if (!isLate) show();
  };

  return {
    now,
    soon() {
      if (hasStopped) return;
      if (isLate) now();
      else due ??= setTimeout(now, VIEWS_OF_DOCUMENTS_MS);
    },
    stop() {
      hasStopped = true;
      clearTimeout(due);
      due = undefined;
    },
  };
}
