/**
 * Keeps what somebody edits while they edit it: at most one request at a time, the newest next, and nothing that was sent
 * later is overtaken by what was sent before. Knows no React and no plan, so that it is tested without a page.
 */

/** What became of a value that was sent. */
export type Sent =
  | { is: "saved"; revision: number }
  | { is: "newer" }
  | { is: "gone" }
  | { is: "refused" }
  | { is: "signedOut" };

/**
 * `saved`: all of it. `unsaved`: a moment ago it was changed. `newer`, `gone`: it is kept no more, since another page has
 * changed or deleted it. `failed`: nobody answered, it is tried again. `refused`, `signedOut`: something has to be done.
 */
export type SavingState = "unsaved" | "saving" | "failed" | Sent["is"];

export interface Saving<Value> {
  /** There is something new to keep. */
  changed(value: Value): void;
  /** Sends at once what isn't saved, and says whether all of it is. */
  flush(): Promise<boolean>;
}

/** After the last change: long enough not to save each word, short enough to be saved before a click. */
const SAVE_AFTER_MS = 800;
/** After a request that nobody has answered. */
const RETRY_AFTER_MS = 5_000;

/**
 * @param revision what the page knows at first
 * @param send keeps a value in the place of that revision; what throws is tried again
 * @param onState hears of each change of state
 */
export function createSaving<Value>({
  revision: known,
  send,
  onState,
  wait = setTimeout,
}: {
  revision: number;
  send(revision: number, value: Value): Promise<Sent>;
  onState(state: SavingState): void;
  /** Only tests set this. */
  wait?: (work: () => void, ms: number) => ReturnType<typeof setTimeout>;
}): Saving<Value> {
  let revision = known;
  /** What is not saved yet; null where all is. */
  let unsaved: { value: Value } | null = null;
  /** What is under way, and what waits for it. */
  let queue: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Whether this page can keep nothing any more: what it has is not lost, but has to go elsewhere. */
  let isOver = false;

  const stopWaiting = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const sendLater = (ms: number) => {
    stopWaiting();
    timer = wait(() => void sendNext(), ms);
  };
  const sendNext = (): Promise<void> => {
    queue = queue.then(sendNewest);
    return queue;
  };

  async function sendNewest(): Promise<void> {
    const sent = unsaved;
    if (sent === null || isOver) return;
    onState("saving");
    const answer = await send(revision, sent.value).catch(() => ({ is: "failed" }) as const);
    if (answer.is === "saved") {
      revision = answer.revision;
      if (unsaved === sent) unsaved = null;
    }
    isOver = answer.is === "newer" || answer.is === "gone";
    // What was changed meanwhile is on its way.
    onState(answer.is === "saved" && unsaved !== null ? "unsaved" : answer.is);
    if (answer.is === "failed") sendLater(RETRY_AFTER_MS);
  }

  return {
    changed(value) {
      unsaved = { value };
      if (isOver) return;
      onState("unsaved");
      sendLater(SAVE_AFTER_MS);
    },
    async flush() {
      stopWaiting();
      for (let before = unsaved; before !== null; before = unsaved) {
        await sendNext();
        // Nothing was kept: who asks is told, and it isn't tried over and over.
        if (unsaved === before) return false;
      }
      return true;
    },
  };
}
