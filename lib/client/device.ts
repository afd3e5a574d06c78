import { type KeptEntry, type SendingState, stateAfter } from "@/lib/activities/kept";
import { type DeviceRecord, highestRevision, newDeviceRecord } from "@/lib/client/device-record";
import { isNewerLetter, letterFor, lettersOf, withLetter } from "@/lib/client/left-letter";
import type { CommandQueue } from "@/lib/client/outbox";
import { withCardAnswer } from "@/lib/client/own-card";
import { randomSecret } from "@/lib/client/random";
import { forgetSession } from "@/lib/client/recent-sessions";
import { type DeviceStorage, memoryStorage } from "@/lib/client/storage";
import { readFrame, storedFrame, type WaitingCommand } from "@/lib/client/stored-frame";
import { readStoredRecord, storedRecord } from "@/lib/client/stored-record";
import { randomId } from "@/lib/ids";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command, CommandFrame } from "@/lib/session/commands";

/** Typing is put down in pauses of this length, or when the page is left. */
const WRITE_AFTER_MS = 150;

/** What is handed in: the record afterwards, and the command that says so. */
export interface HandedIn {
  record: DeviceRecord;
  command: Command;
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

/** Where the record of a session stands. */
export const keyOf = (session: string): string => `device/${session}`;
const queueKeyOf = (session: string): string => `outbox/${session}`;
/** A record that did not read as a whole, as it was; it goes with "delete from this device". */
const unreadKeyOf = (session: string): string => `unread/${session}`;
const codeKeyOf = (code: string): string => `code/${code}`;

/** The session this device joined with a code; null: it has not. */
export async function joinedSession(storage: DeviceStorage, code: string): Promise<string | null> {
  const session = randomId.safeParse(await storage.get(codeKeyOf(code)).catch(() => null));
  return session.success ? session.data : null;
}

/** Remembers that a code led to a session, so that a reload goes straight back in. */
export async function rememberCode(
  storage: DeviceStorage,
  code: string,
  session: string,
): Promise<void> {
  await storage.update([codeKeyOf(code)], () => [session]).catch(() => undefined);
}

/** Puts a record that does not read as a whole aside, before what reads of it takes its place. */
async function keepUnread(
  storage: DeviceStorage,
  session: string,
  fresh: DeviceRecord,
): Promise<void> {
  const stored = await storage.get(keyOf(session)).catch(() => undefined);
  if (readStoredRecord(stored, fresh).whole) return;
  // For whoever is asked why; no word of what was written.
  console.warn("Aufwind: part of what this device keeps is of another version; it was put aside.");
  await storage.update([unreadKeyOf(session)], () => [stored]).catch(() => undefined);
}

const listOf = (stored: unknown): unknown[] => (Array.isArray(stored) ? stored : []);

/** What waits on the device; what another version left and this one can't read is passed over. */
function framesIn(stored: unknown): WaitingCommand[] {
  return listOf(stored).flatMap((entry) => readFrame(entry) ?? []);
}

/** A change that is on screen and not on the device yet. */
interface Step {
  id: string;
  apply(record: DeviceRecord): HandedIn | { record: DeviceRecord; command?: undefined };
}

/** One step from what is kept to what is kept next: the record, and what waits to be sent. */
type Writing = (known: DeviceRecord, waiting: unknown) => [DeviceRecord, unknown];

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

/** Queues frames that aren't in the queue yet; what doesn't read stays where it is. */
function queued(stored: unknown, frames: readonly WaitingCommand[]): unknown {
  const known = new Set(framesIn(stored).map(({ id }) => id));
  const fresh = frames.filter(({ id }) => !known.has(id));
  return fresh.length === 0 ? stored : [...listOf(stored), ...fresh.map(storedFrame)];
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
  const [key, queueKey] = [keyOf(session), queueKeyOf(session)];
  const fresh = newDeviceRecord(session, randomSecret());
  const letter = `${lettersOf(session)}/${randomSecret()}`;
  await keepUnread(onDisk, session, fresh);
  // Atomic: two pages that open at once end up with one secret.
  await onDisk
    .update([key], ([stored]) => [storedRecord(readStoredRecord(stored, fresh).record)])
    .catch(() => undefined);

  /** The disk; memory once nothing may be, or can be, written there. */
  let storage = onDisk;
  let stored = readStoredRecord(await onDisk.get(key).catch(() => undefined), fresh).record;
  let record = stored;
  let pending: Step[] = [];
  /** What may be on the disk by now: a page that is left does not hear of it any more. */
  let underWay: DeviceRecord | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasLeft = false;
  /** What is done to the storage, one after the other. */
  let busy: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  const waitingListeners = new Set<(whose: "own" | "others") => void>();

  function show(next: DeviceRecord): void {
    stored = next;
    record = applied(stored, pending).record;
    for (const listener of listeners) listener();
  }

  /** The same device goes on without the disk: what is here now stays in this page. */
  async function leaveDisk(known: DeviceRecord, waiting: readonly WaitingCommand[]): Promise<void> {
    storage = memoryStorage();
    await storage.update([key, queueKey], () => [storedRecord(known), waiting.map(storedFrame)]);
  }

  /** Null: it is gone from the disk, or another device's by now, because it was deleted elsewhere. */
  function ours(value: unknown): DeviceRecord | null {
    if (value === undefined || value === null) return null;
    const read = readStoredRecord(value, stored).record;
    return read.device === stored.device ? read : null;
  }

  /** What `step` made of record and queue on the disk; null: the record is gone from there. */
  async function attempt(step: Writing): Promise<DeviceRecord | null> {
    underWay = null;
    try {
      await storage.update([key, queueKey], ([value, waiting]) => {
        const known = ours(value);
        underWay = null;
        if (known === null) return [value, waiting];
        const [next, nextWaiting] = step(known, waiting);
        underWay = next;
        return [storedRecord(next), nextWaiting];
      });
      return underWay;
    } finally {
      underWay = null;
    }
  }

  /**
   * Changes record and queue in one step; `steps` are in it, and wait no more afterwards. Where the
   * record was deleted meanwhile, by another page or here, nothing comes back to the disk (P73).
   */
  async function write(step: Writing, steps: readonly Step[] = []): Promise<void> {
    // Safari closes a connection now and then; the second try opens another.
    let after = await attempt(step).catch(() => attempt(step).catch(() => undefined));
    // A full disk must not stop anybody from writing, nor a card from being sent.
    if (after === undefined) await leaveDisk(stored, await waitingFrames());
    if (after === null) await leaveDisk(forgotten(stored), []);
    after ??= await attempt(step);
    pending = pending.filter((each) => !steps.includes(each));
    if (after) show(after);
  }

  const waitingFrames = async (): Promise<WaitingCommand[]> =>
    framesIn(await storage.get(queueKey).catch(() => undefined));

  function inTurn(job: () => Promise<void>): Promise<void> {
    const done = busy.then(job);
    busy = done.catch(() => undefined);
    return done;
  }

  async function putDown(): Promise<void> {
    // A copy: what is changed while this is written down waits for the next time.
    const steps = [...pending];
    if (steps.length === 0) return;
    let frames: WaitingCommand[] = [];
    await write((known, waiting) => {
      const after = applied(known, steps);
      frames = after.frames;
      return [after.record, queued(waiting, frames)];
    }, steps);
    // A page that came back from the browser's cache must not be overtaken by its own past.
    if (hasLeft) onDisk.letters.remove(letter);
    if (frames.length > 0) for (const listener of waitingListeners) listener("own");
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    return inTurn(putDown);
  }

  function begin(step: Step): void {
    pending.push(step);
    record = applied(record, [step]).record;
    for (const listener of listeners) listener();
  }

  /** Takes up what pages that are gone could not put down. */
  async function openLetters(): Promise<void> {
    for (const [name, content] of onDisk.letters.all(lettersOf(session))) {
      if (name === letter || isNewerLetter(content)) continue;
      await write((known, waiting) => {
        const opened = withLetter(known, content);
        if (!opened) return [known, waiting];
        return [opened.record, queued(waiting, opened.frames)];
      });
      onDisk.letters.remove(name);
    }
  }

  const stopWatching = onDisk.watch((keys) => {
    const concerns = (name: string) =>
      keys.length === 0 || keys.some((each) => each.startsWith(name));
    if (storage !== onDisk) return;
    if (concerns(key) || concerns(lettersOf(session))) {
      void inTurn(async () => {
        await openLetters();
        const known = ours(await onDisk.get(key).catch(() => undefined));
        if (known) show(known);
        else await write((same, waiting) => [same, waiting]);
      }).catch(() => undefined);
    }
    if (concerns(queueKey)) for (const listener of waitingListeners) listener("others");
  });
  await inTurn(openLetters).catch(() => undefined);

  return {
    snapshot: () => record,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      begin({ id: "", apply: (before) => ({ record: change(before) }) });
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MS);
    },
    handIn(prepare) {
      begin({ id: randomSecret(), apply: (before) => prepare(before) ?? { record: before } });
      void flush();
    },
    flush,
    leave() {
      if (pending.length === 0 || storage !== onDisk) return;
      hasLeft = true;
      const { frames } = applied(stored, pending);
      if (!onDisk.letters.leave(letter, letterFor([stored, underWay ?? stored], record, frames)))
        void flush();
    },
    async first() {
      await busy;
      const [first] = await waitingFrames();
      return first ? { id: first.id, command: first.command } : null;
    },
    settle: ({ id }: CommandFrame, answer: Acknowledgement) =>
      inTurn(() =>
        write((known, waiting) => {
          const answered = framesIn(waiting).find((each) => each.id === id);
          // Answered to another page already: one answer counts, whichever came first.
          if (!answered) return [known, waiting];
          const rest = listOf(waiting).filter((entry) => readFrame(entry)?.id !== id);
          return [withAnswer(known, answered, answer), rest];
        }),
      ),
    onWaiting(listener) {
      waitingListeners.add(listener);
      return () => waitingListeners.delete(listener);
    },
    async erase() {
      clearTimeout(timer);
      timer = undefined;
      await inTurn(async () => {
        // The page that is open stays one and the same device: another one could vote twice (P73).
        const known = forgotten(record);
        pending = [];
        await leaveDisk(known, []);
        show(known);
        for (const [name] of onDisk.letters.all(lettersOf(session))) onDisk.letters.remove(name);
        const all = [key, queueKey, unreadKeyOf(session), codeKeyOf(code)];
        await onDisk.update(all, () => all.map(() => undefined)).catch(() => undefined);
        await forgetSession(onDisk, session);
      });
      // Nothing waits any more, which somebody may be waiting for.
      for (const listener of waitingListeners) listener("own");
    },
    close: stopWatching,
  };
}

/** What the open page still knows of itself after the rest was deleted (P73). */
function forgotten(known: DeviceRecord): DeviceRecord {
  return {
    ...newDeviceRecord(known.session, known.device),
    // Nor may a locked room put it out.
    pass: known.pass,
    attendance: known.attendance,
    revisionsFrom: highestRevision(known),
  };
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
  if (command.type !== "activity") return record;
  if (kept === null) return withCardAnswer(record, command.command, answer);
  const own = record.kept[kept];
  if (own === undefined || own.revision !== command.command.revision) return record;
  return { ...record, kept: { ...record.kept, [kept]: answered(own, stateAfter(answer)) } };
}

function withTalkAnswer(
  record: DeviceRecord,
  command: Extract<Command, { type: "wantToTalk" }>,
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
