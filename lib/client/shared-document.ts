import type * as Yjs from "yjs";
import { base64Of, bytesOf } from "@/lib/client/base64";
import type { Lane } from "@/lib/client/lane";
import {
  type DocumentFrame,
  type DocumentWriter,
  documentFrame,
  type OpenAnswer,
  type OpenFrame,
  openAnswer,
  resetFrame,
  type UpdateFrame,
  updateAnswer,
} from "@/lib/documents/wire";

/** First wait before something is sent again, doubled up to the longest. */
const BACK_OFF_FIRST_MS = 300;
const BACK_OFF_LONGEST_MS = 10_000;

/** What came from the server; whatever else changes the document is one's own. */
const REMOTE = Symbol("remote");

/**
 * How one kind of document says in plain values what its own changes did. Updates of Yjs belong to one document in
 * memory: what was not acknowledged by the time that this one is thrown away is entered again into the next.
 */
export interface DocumentModel<Plain> {
  /** What a transaction of one's own changed; null: nothing that could be entered again. */
  changedBy(transaction: Yjs.Transaction): Plain | null;
  /** Several of them in order, as one. */
  together(all: readonly Plain[]): Plain;
  enter(doc: Yjs.Doc, plain: Plain): void;
}

/** Keeps on the device what was not acknowledged yet, also across a reload. */
export interface UnsentKeeper<Plain> {
  read(): Plain | null;
  /** Null: nothing waits any more. */
  keep(unsent: Plain | null): void;
  /** Takes over what pages of this device that kept it before have left; left out: each page keeps its own for good. */
  takeOver?(): Promise<void>;
  /** Told when another page may have taken over what this one keeps. */
  onChange?(listener: () => void): () => void;
}

/**
 * - `opening`: nothing is there yet
 * - `saved`: everything of one's own is on the server's disk
 * - `saving`: it is on its way, or waits for the connection
 * - `reading`: it can't be changed from here
 * - `closed`: it is written no more
 */
export type DocumentState = "opening" | "saved" | "saving" | "reading" | "closed";

export interface SharedDocument {
  /** Null until it was opened. Another object once the server has written it anew: hold on to none. */
  readonly doc: Yjs.Doc | null;
  readonly state: DocumentState;
  /** Whether anything of one's own was given up because the server would not take it. */
  readonly hasLost: boolean;
  /** Asks anew whether it can be changed from here, where others decide that (P284). */
  renew(): void;
  close(): void;
}

export interface SharedDocumentOptions<Plain> {
  yjs: Pick<typeof Yjs, "Doc" | "applyUpdate" | "encodeStateVector" | "mergeUpdates">;
  lane: Lane;
  /** As the wire names it: `activity/name`. */
  name: string;
  model: DocumentModel<Plain>;
  unsent: UnsentKeeper<Plain>;
  /** One's own changes are gathered for this long before they are sent, in milliseconds. */
  gatherMs: number;
  /** As many bytes of changes go into one update, or one change; left out: all that wait. */
  bytesAtOnce?: number;
  /** After every change of the document, or of what is known about it. */
  onChange(): void;
  /** Waits; tests don't. */
  wait?(ms: number): Promise<void>;
}

/** A change of one's own that was not acknowledged yet. */
interface Unacked<Plain> {
  update: Uint8Array;
  plain: Plain | null;
}

/**
 * A document that several pages change at once (docs/protocol.md, "Documents"). A change of one's own shows at once, is
 * sent merged with those beside it, and is *saved* once the server has acknowledged it (P270). It may be made offline;
 * it is merged when the connection is back.
 */
export function openSharedDocument<Plain>(options: SharedDocumentOptions<Plain>): SharedDocument {
  const { yjs, lane, name, model, unsent, gatherMs, onChange, bytesAtOnce = Infinity } = options;
  const wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));

  let doc: Yjs.Doc | null = null;
  let writer: DocumentWriter | null = null;
  let epoch = 0;
  let seq = 0;
  let unacked: Unacked<Plain>[] = [];
  let nextNumber = 0;
  let isClosed = false;
  let isOver = false;
  let hasLost = false;
  /** Whether something of one's own is kept that nobody has taken by now. */
  let isWaiting = false;
  /** Whether the unacknowledged has been entered anew since the last time that something was acknowledged. */
  let wasReentered = false;
  let isOpening = false;
  let opensAgain = false;
  let isSending = false;
  /** What came while the answer to an opening was on its way. */
  let early: DocumentFrame[] = [];
  /** What others have left is in no document before it is certain whose it is. */
  const takenOver = takeOver();

  async function takeOver(): Promise<void> {
    // What can't be taken over waits for the next page.
    await unsent.takeOver?.().catch(() => undefined);
    isWaiting = unsent.read() !== null;
  }

  /** Lets go of the document, and keeps what was not acknowledged in plain values. */
  function discard(): void {
    doc?.destroy();
    doc = null;
    writer = null;
    unacked = [];
  }

  function keepUnsent(): void {
    const plain = unacked.flatMap((each) => (each.plain === null ? [] : [each.plain]));
    isWaiting = plain.length > 0;
    unsent.keep(isWaiting ? model.together(plain) : null);
  }

  async function open(): Promise<void> {
    opensAgain = true;
    if (isOpening) return;
    isOpening = true;
    await takenOver;
    let backOff = BACK_OFF_FIRST_MS;
    while (opensAgain && !isClosed && !isOver && lane.isUp()) {
      opensAgain = false;
      const isDone = await openOnce();
      if (isDone) continue;
      await wait(backOff);
      backOff = Math.min(2 * backOff, BACK_OFF_LONGEST_MS);
      opensAgain = true;
    }
    isOpening = false;
    const waiting = early;
    early = [];
    for (const frame of waiting) take(frame);
    void send();
  }

  /** False where it is worth trying again. */
  async function openOnce(): Promise<boolean> {
    const resumed = doc && writer ? { doc, writer, epoch } : null;
    const frame: OpenFrame = resumed
      ? {
          doc: name,
          resume: { epoch: resumed.epoch, ...resumed.writer },
          sv: base64Of(yjs.encodeStateVector(resumed.doc)),
        }
      : { doc: name };
    const raw = await lane.request("doc:open", frame);
    if (isClosed || raw === "offline") return true;
    const read = openAnswer.safeParse(raw);
    // Silence, or nothing that we can read.
    if (!read.success) return false;
    const answer = read.data;
    if (!answer.ok) {
      if (answer.code !== "closed" && answer.code !== "not-allowed") return false;
      over();
      return true;
    }
    const isSame =
      resumed !== null &&
      doc === resumed.doc &&
      answer.epoch === resumed.epoch &&
      answer.writer?.client === resumed.writer.client;
    if (isSame && doc && answer.writer) {
      writer = answer.writer;
      seq = answer.seq;
      yjs.applyUpdate(doc, bytesOf(answer.u), REMOTE);
      onChange();
    } else if (resumed) {
      // A part of another document is of no use: all of it is asked for (P272).
      discard();
      opensAgain = true;
    } else begin(answer);
    return true;
  }

  /** A new document in memory, under the client id that was given for it alone (P271). */
  function begin(answer: Extract<OpenAnswer, { ok: true }>): void {
    const fresh = new yjs.Doc();
    if (answer.writer) fresh.clientID = answer.writer.client;
    yjs.applyUpdate(fresh, bytesOf(answer.u), REMOTE);
    doc?.destroy();
    doc = fresh;
    ({ epoch, seq, writer } = answer);
    unacked = [];
    fresh.on("update", onUpdate);
    const plain = unsent.read();
    if (plain !== null && writer !== null) {
      model.enter(fresh, plain);
      // What is there already, or found no room, waits no more.
      keepUnsent();
    }
    onChange();
  }

  function onUpdate(
    update: Uint8Array,
    origin: unknown,
    _: Yjs.Doc,
    transaction: Yjs.Transaction,
  ): void {
    if (origin !== REMOTE) {
      unacked.push({ update, plain: model.changedBy(transaction) });
      keepUnsent();
      void wait(gatherMs).then(send);
    }
    onChange();
  }

  /** Sends what is unacknowledged as one update, and again until there is an answer for good. */
  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    let backOff = BACK_OFF_FIRST_MS;
    while (unacked.length > 0 && !isOpening && !isClosed && !isOver && lane.isUp()) {
      const isHeard = await sendOnce();
      if (isHeard) {
        backOff = BACK_OFF_FIRST_MS;
        continue;
      }
      await wait(backOff);
      backOff = Math.min(2 * backOff, BACK_OFF_LONGEST_MS);
    }
    isSending = false;
  }

  /** How many of the oldest changes go into one update: what came together in an hour offline may be more than is taken. */
  function howManyAtOnce(): number {
    let bytes = 0;
    const over = unacked.findIndex(({ update }, at) => {
      bytes += update.byteLength;
      return at > 0 && bytes > bytesAtOnce;
    });
    return over === -1 ? unacked.length : over;
  }

  /** False where the same is worth sending again after a while. */
  async function sendOnce(): Promise<boolean> {
    const sent = doc;
    if (sent === null || writer === null || sent.clientID !== writer.client) {
      // Yjs gives itself another id where its own turns up in what comes in: nobody would take that (P271).
      discard();
      void open();
      return true;
    }
    const count = howManyAtOnce();
    const update = yjs.mergeUpdates(unacked.slice(0, count).map((each) => each.update));
    nextNumber += 1;
    const frame: UpdateFrame = { doc: name, epoch, n: nextNumber, u: base64Of(update) };
    const raw = await lane.request("doc:update", frame);
    // Another document by now: what was sent of this one is sent of that.
    if (doc !== sent || raw === "offline") return true;
    const read = updateAnswer.safeParse(raw);
    if (!read.success) return false;
    const answer = read.data;
    if (answer.ok) {
      unacked = unacked.slice(count);
      wasReentered = false;
      keepUnsent();
      onChange();
      return true;
    }
    switch (answer.code) {
      case "busy":
      case "rate-limited":
        return false;
      default:
        // What was written at the moment at which it was closed waits until it is written again, if it ever is (P284).
        startOver(answer.code !== "epoch" && answer.code !== "closed");
        return true;
    }
  }

  /** Throws the document away and opens another, into which the unacknowledged is entered again (P272). */
  function startOver(isRefused: boolean): void {
    // Twice the same, which nobody takes: the rest of the room goes on without it.
    if (isRefused && wasReentered) {
      hasLost = true;
      isWaiting = false;
      unsent.keep(null);
    }
    wasReentered = isRefused;
    discard();
    void open();
  }

  /** Another page of this device enters it by now: entered here as well it would be there twice (P223). */
  function letGoOfTaken(): void {
    if (!isWaiting || isClosed || unsent.read() !== null) return;
    isWaiting = false;
    if (doc !== null) startOver(false);
  }

  function over(): void {
    isOver = true;
    hasLost ||= isWaiting;
    isWaiting = false;
    unsent.keep(null);
    onChange();
  }

  function take(frame: DocumentFrame): void {
    if (frame.doc !== name || isOver) return;
    if (isOpening) {
      early.push(frame);
      return;
    }
    if (doc === null || frame.epoch < epoch || (frame.epoch === epoch && frame.seq <= seq)) return;
    if (frame.epoch > epoch || frame.since > seq) {
      // Something in between is missing.
      void open();
      return;
    }
    seq = frame.seq;
    yjs.applyUpdate(doc, bytesOf(frame.u), REMOTE);
  }

  const stopListening = [
    unsent.onChange?.(letGoOfTaken) ?? (() => undefined),
    lane.on("up", () => void open()),
    lane.on("doc", (raw) => {
      const read = documentFrame.safeParse(raw);
      if (read.success) take(read.data);
    }),
    lane.on("doc:reset", (raw) => {
      const read = resetFrame.safeParse(raw);
      if (!read.success || read.data.doc !== name) return;
      if (read.data.epoch === null) over();
      else if (read.data.epoch !== epoch) startOver(false);
    }),
  ];
  void open();

  return {
    get doc() {
      return doc;
    },
    get state() {
      if (isOver) return "closed";
      if (doc === null) return "opening";
      if (writer === null) return "reading";
      return unacked.length > 0 ? "saving" : "saved";
    },
    get hasLost() {
      return hasLost;
    },
    renew: () => void open(),
    close() {
      if (!isClosed) lane.say("doc:close", { doc: name });
      isClosed = true;
      for (const stop of stopListening) stop();
      discard();
    },
  };
}
