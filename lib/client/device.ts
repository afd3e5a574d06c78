import { isSame } from "@/lib/activities/ballots";
import { type KeptEntry, type SendingState, stateAfter } from "@/lib/activities/kept";
import { codeKeyOf } from "@/lib/client/code-key";
import { type DeviceRecord, forgotten, newDeviceRecord } from "@/lib/client/device-record";
import { isNewerLetter, letterFor, lettersOf, withLetter } from "@/lib/client/left-letter";
import type { CommandQueue } from "@/lib/client/outbox";
import { withCardAnswer } from "@/lib/client/own-card";
import { randomSecret } from "@/lib/client/random";
import { forgetSession } from "@/lib/client/recent-sessions";
import type { DeviceStorage } from "@/lib/client/storage";
import { readFrame, type WaitingCommand } from "@/lib/client/stored-frame";
import {
  framesIn,
  keyOf,
  listOf,
  openStoredSession,
  queued,
  queueKeyOf,
  type StoredSession,
  unreadKeyOf,
  type Writing,
} from "@/lib/client/stored-session";
import type { Acknowledgement } from "@/lib/protocol";
import type { CommandOfPhone } from "@/lib/session/commands";

/** Typing is put down in pauses of this length, or when the page is left. */
const WRITE_AFTER_MS = 150;

/** What is handed in: the record afterwards, and the command that says so. */
export interface HandedIn {
  record: DeviceRecord;
  command: CommandOfPhone;
  /** Where the record keeps it, for the answer; left out for cards, and for what is no activity's. */
  kept?: string;
}

/**
 * What one device keeps of one session: read at once, written behind. All pages of the device share it
 * (docs/decisions/0040-one-record-for-all-pages.md): each change is applied to what is stored, and every
 * open page follows.
 */
export interface Device extends CommandQueue {
  snapshot(): DeviceRecord;
  subscribe(listener: () => void): () => void;
  /** `change` must be pure: it is applied here at once, and again to what is stored. */
  change(change: (record: DeviceRecord) => DeviceRecord): void;
  /**
   * Numbers what is handed in by what is stored, keeps it and queues its command, all in one step.
   * `prepare` must be pure; null: nothing to hand in.
   */
  handIn(prepare: (record: DeviceRecord) => HandedIn | null): void;
  /** Puts down at once what waits; resolves once it is on the device. */
  flush(): Promise<void>;
  /** The page is being left: puts down synchronously what is not on the device yet. */
  leave(): void;
  /** Forgets everything of this session, the way back in included. The open page goes on. */
  erase(): Promise<void>;
  /** Listens to other pages no more. */
  close(): void;
}

/** A change that is on screen and not on the device yet. */
interface Step {
  id: string;
  apply(record: DeviceRecord): HandedIn | { record: DeviceRecord; command?: undefined };
}

function applied(
  before: DeviceRecord,
  steps: readonly Step[],
): { record: DeviceRecord; frames: WaitingCommand[] } {
  let record = before;
  const frames: WaitingCommand[] = [];
  for (const { id, apply } of steps) {
    const after = apply(record);
    record = after.record;
    if (after.command) frames.push({ id, command: after.command, kept: after.kept ?? null });
  }
  return { record, frames };
}

/** One page's view of what is stored, its own steps that are not written yet included. */
function createPage(kept: StoredSession) {
  let record = kept.record;
  let pending: Step[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is done to the storage, one after the other. */
  let busy: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  function show(): void {
    record = applied(kept.record, pending).record;
    for (const listener of listeners) listener();
  }

  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = busy.then(job);
    busy = done.catch(() => undefined);
    return done;
  }

  /** Changes what is stored; `steps` are in it, and wait no more afterwards. */
  async function write(step: Writing, steps: readonly Step[] = []): Promise<void> {
    await kept.write(step);
    pending = pending.filter((each) => !steps.includes(each));
    show();
  }

  /** Writes down what waits; tells what came into the queue, null where nothing waited. */
  async function putDown(): Promise<readonly WaitingCommand[] | null> {
    // A copy: what is changed while this is written down waits for the next time.
    const steps = [...pending];
    if (steps.length === 0) return null;
    let frames: WaitingCommand[] = [];
    await write((known, waiting) => {
      const after = applied(known, steps);
      frames = after.frames;
      return [after.record, queued(waiting, frames)];
    }, steps);
    return frames;
  }

  function stopWaiting(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    get record() {
      return record;
    },
    /** What waits to be written, as the queue will hold it; null: nothing does. */
    pendingFrames: () => (pending.length === 0 ? null : applied(kept.record, pending).frames),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin(step: Step): void {
      pending.push(step);
      record = applied(record, [step]).record;
      for (const listener of listeners) listener();
    },
    flushLater(flush: () => void): void {
      timer ??= setTimeout(flush, WRITE_AFTER_MS);
    },
    flush() {
      stopWaiting();
      return inTurn(putDown);
    },
    /** Drops what waits to be written, and goes on with `known` and without the disk. */
    async leaveDisk(known: DeviceRecord): Promise<void> {
      pending = [];
      await kept.leaveDisk(known, []);
      show();
    },
    idle: () => busy,
    ...{ inTurn, show, stopWaiting, write },
  };
}

/**
 * Opens what the device knows of a session, or begins it with a new device secret. `code` is what
 * led there; it is forgotten together with the rest.
 */
export async function openDevice(
  onDisk: DeviceStorage,
  session: string,
  code: string,
): Promise<Device> {
  const kept = await openStoredSession(onDisk, session, newDeviceRecord(session, randomSecret()));
  const page = createPage(kept);
  const letter = `${lettersOf(session)}/${randomSecret()}`;
  let hasLeft = false;
  const waitingListeners = new Set<(whose: "own" | "others") => void>();
  const tellWaiting = (whose: "own" | "others") => {
    for (const listener of waitingListeners) listener(whose);
  };

  async function flush(): Promise<void> {
    const frames = await page.flush();
    if (frames === null) return;
    // A page that came back from the browser's cache must not be overtaken by its own past.
    if (hasLeft) onDisk.letters.remove(letter);
    if (frames.length > 0) tellWaiting("own");
  }

  /** Takes up what pages that are gone could not put down. */
  async function openLetters(): Promise<void> {
    for (const [name, content] of onDisk.letters.all(lettersOf(session))) {
      if (name === letter || isNewerLetter(content)) continue;
      await page.write(withLetterIn(content));
      onDisk.letters.remove(name);
    }
  }

  async function readOthers(): Promise<void> {
    await openLetters();
    if (await kept.read()) page.show();
    else await page.write(unchanged);
  }

  const stopWatching = onDisk.watch((keys) => {
    const concerns = (name: string) =>
      keys.length === 0 || keys.some((each) => each.startsWith(name));
    if (!kept.isOnDisk()) return;
    if (concerns(keyOf(session)) || concerns(lettersOf(session))) {
      void page.inTurn(readOthers).catch(() => undefined);
    }
    if (concerns(queueKeyOf(session))) tellWaiting("others");
  });
  await page.inTurn(openLetters).catch(() => undefined);

  return {
    snapshot: () => page.record,
    subscribe: page.subscribe,
    change(change) {
      page.begin({ id: "", apply: (before) => ({ record: change(before) }) });
      page.flushLater(() => void flush());
    },
    handIn(prepare) {
      page.begin({ id: randomSecret(), apply: (before) => prepare(before) ?? { record: before } });
      void flush();
    },
    flush,
    leave() {
      const frames = page.pendingFrames();
      if (frames === null || !kept.isOnDisk()) return;
      hasLeft = true;
      const bases = [kept.record, kept.underWay ?? kept.record];
      if (!onDisk.letters.leave(letter, letterFor(bases, page.record, frames))) void flush();
    },
    async first() {
      await page.idle();
      const [first] = await kept.waiting();
      return first ? { id: first.id, command: first.command } : null;
    },
    settle: ({ id }, answer) => page.inTurn(() => page.write(withAnswerTo(id, answer))),
    onWaiting(listener) {
      waitingListeners.add(listener);
      return () => waitingListeners.delete(listener);
    },
    async erase() {
      page.stopWaiting();
      await page.inTurn(async () => {
        // The page that is open stays one and the same device: another one could vote twice (P73).
        await page.leaveDisk(forgotten(page.record));
        await deleteFromDisk(onDisk, session, code);
        await forgetSession(onDisk, session);
      });
      // Nothing waits any more, which somebody may be waiting for.
      tellWaiting("own");
    },
    close: stopWatching,
  };
}

const unchanged: Writing = (known, waiting) => [known, waiting];

const withLetterIn =
  (content: unknown): Writing =>
  (known, waiting) => {
    const opened = withLetter(known, content);
    return opened ? [opened.record, queued(waiting, opened.frames)] : [known, waiting];
  };

const withAnswerTo =
  (id: string, answer: Acknowledgement): Writing =>
  (known, waiting) => {
    const answered = framesIn(waiting).find((each) => each.id === id);
    // Answered to another page already: one answer counts, whichever came first.
    if (!answered) return [known, waiting];
    const rest = listOf(waiting).filter((entry) => readFrame(entry)?.id !== id);
    return [withAnswer(known, answered, answer), rest];
  };

async function deleteFromDisk(
  { letters, update }: DeviceStorage,
  session: string,
  code: string,
): Promise<void> {
  for (const [name] of letters.all(lettersOf(session))) letters.remove(name);
  const keys = [keyOf, queueKeyOf, unreadKeyOf].map((of) => of(session));
  const all = [...keys, codeKeyOf(code)];
  await update(all, () => all.map(() => undefined)).catch(() => undefined);
}

/**
 * What the device knows after the server's final answer to a queued command. Pure; also used for
 * answers to what an earlier page load handed in. An answer to an older revision changes nothing.
 */
export function withAnswer(
  record: DeviceRecord,
  { command, kept }: Pick<WaitingCommand, "command" | "kept">,
  answer: Acknowledgement,
): DeviceRecord {
  if (command.type === "wantToTalk") return withTalkAnswer(record, command, answer);
  if (command.type === "keepInSeries") return withSeriesAnswer(record, command, answer);
  if (command.type !== "activity") return record;
  if (kept === null) return withCardAnswer(record, command.command, answer);
  const own = record.kept[kept];
  if (own === undefined || own.revision !== command.command.revision) return record;
  return { ...record, kept: { ...record.kept, [kept]: answered(own, stateAfter(answer)) } };
}

function withSeriesAnswer(
  record: DeviceRecord,
  { words }: Extract<CommandOfPhone, { type: "keepInSeries" }>,
  answer: Acknowledgement,
): DeviceRecord {
  const { series } = record;
  if (series === null || !isSame(series.words, words)) return record;
  return { ...record, series: { ...series, state: stateAfter(answer) } };
}

function withTalkAnswer(
  record: DeviceRecord,
  command: Extract<CommandOfPhone, { type: "wantToTalk" }>,
  answer: Acknowledgement,
): DeviceRecord {
  const state = stateAfter(answer);
  const told = (talk: DeviceRecord["talk"]) =>
    talk?.revision === command.revision ? { ...talk, state } : talk;
  if (command.mark === null) return { ...record, talk: told(record.talk) };
  return {
    ...record,
    cards: record.cards.map((card) =>
      card.mark === command.mark ? { ...card, talk: told(card.talk) } : card,
    ),
  };
}

/** What is kept after its answer; what was changed meanwhile and taken as it was before stays a draft. */
function answered(own: KeptEntry, state: SendingState): KeptEntry {
  return own.state === "draft" && state === "saved" ? own : { ...own, state };
}
