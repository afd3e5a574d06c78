import { createServer } from "node:http";
import fc from "fast-check";
import { Server, type Socket } from "socket.io";
import { io } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { base64Of, bytesOf } from "@/lib/client/base64";
import { type BoardUnsent, boardModel } from "@/lib/client/board-model";
import { connect } from "@/lib/client/connection";
import { createLane, type LaneEnd } from "@/lib/client/lane";
import { openSharedDocument, type SharedDocument } from "@/lib/client/shared-document";
import { boardContentOf, changeBoard } from "@/lib/documents/board-document";
import type { Place } from "@/lib/documents/place";
import {
  type DocumentRefusal,
  type OpenAnswer,
  openFrame,
  type UpdateAnswer,
  updateFrame,
} from "@/lib/documents/wire";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { timesTried } from "@/lib/testing/everyday";

const NAME = "small-no/board";
const handshake = { protocol: PROTOCOL_VERSION, role: "stage", key: "0".repeat(32) } as const;

let http: ReturnType<typeof createServer>;
let server: Server;
let url: string;
let lane: Documents;
let pages: Page[] = [];

/** What a server says of one document on the wire, without a guard, a disk and a second document. */
interface Documents {
  doc: Y.Doc;
  epoch: number;
  seq: number;
  /** Every client id that was given out. */
  clients: number[];
  /** Updates as they came in. */
  updates: { client: number | undefined; u: Uint8Array }[];
  /** What the next update is answered with instead of being taken. */
  refuses: DocumentRefusal[];
  /** Takes the next update, and hangs up before it says so. */
  losesAnswer: boolean;
  /** Says nothing to others of what it takes. */
  isMute: boolean;
  /** Lets nobody write, and everybody read. */
  isClosed: boolean;
  /** Writes the document anew, and says so. */
  rebase(): void;
}

beforeEach(async () => {
  http = createServer();
  server = new Server(http, { path: "/socket.io/" });
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  const address = http.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  lane = serve();
});

afterEach(async () => {
  for (const page of pages) page.leave();
  pages = [];
  await server.close();
});

function serve(): Documents {
  const state: Documents = {
    ...{ doc: new Y.Doc(), epoch: 1, seq: 0, clients: [], updates: [], refuses: [] },
    ...{ losesAnswer: false, isMute: false, isClosed: false },
    rebase() {
      const fresh = new Y.Doc();
      changeBoard(fresh, boardContentOf(state.doc));
      state.doc = fresh;
      state.epoch += 1;
      server.emit("doc:reset", { doc: NAME, epoch: state.epoch });
    },
  };
  const leases = new Map<string, string>();
  server.on("connection", (socket: Socket) => {
    let writing: number | undefined;
    socket.on("doc:open", (raw: unknown, answer: (given: OpenAnswer) => void) => {
      const { resume, sv } = openFrame.parse(raw);
      const isSame =
        resume?.epoch === state.epoch && leases.get(resume.lease) === `${resume.client}`;
      const client = isSame ? resume.client : 1000 + state.clients.length;
      const lease = isSame ? resume.lease : `${client}`.padStart(64, "0");
      if (!isSame) state.clients.push(client);
      leases.set(lease, `${client}`);
      writing = client;
      const u = Y.encodeStateAsUpdate(state.doc, isSame && sv ? bytesOf(sv) : undefined);
      answer({
        ...{ ok: true, epoch: state.epoch, seq: state.seq },
        writer: state.isClosed ? null : { client, lease },
        u: base64Of(u),
      });
    });
    socket.on("doc:update", (raw: unknown, answer: (given: UpdateAnswer) => void) => {
      const { n, epoch, u } = updateFrame.parse(raw);
      if (state.isClosed) return answer({ ok: false, code: "closed", n });
      const code = epoch === state.epoch ? state.refuses.shift() : "epoch";
      if (code) return answer({ ok: false, code, n });
      const bytes = bytesOf(u);
      state.updates.push({ client: writing, u: bytes });
      Y.applyUpdate(state.doc, bytes);
      const since = state.seq;
      state.seq += 1;
      const frame = { doc: NAME, epoch, since, seq: state.seq, u };
      if (!state.isMute) server.emit("doc", frame);
      if (state.losesAnswer) {
        state.losesAnswer = false;
        socket.disconnect(true);
      } else answer({ ok: true, n, seq: state.seq });
      return undefined;
    });
  });
  return state;
}

/** One page that has the board open. */
interface Page {
  shared: SharedDocument;
  kept: { unsent: BoardUnsent | null };
  /** Where cards lie, as this page shows it. */
  shows(): Record<string, string>;
  put(card: string, group: string | null): void;
  offline(): void;
  online(): void;
  leave(): void;
}

async function library() {
  const all = await import("socket.io-client");
  const toServer = (options: Parameters<typeof io>[0]) =>
    io(url, { ...Object(options), forceNew: true });
  return { ...all, io: Object.assign(toServer, all.io) };
}

const placeIn = (group: string): Place => [group.repeat(32), "a0", 0, 0];

/** With `kept` it is the page after a reload: what was kept on the device is there, and nothing else. */
function openPage(kept: Page["kept"] = { unsent: null }): Page {
  const ours: LaneEnd = createLane();
  const link = connect(
    handshake,
    {
      onUp: () => ours.tell("up", null),
      onDown: () => ours.tell("down", null),
      onFrame: () => undefined,
      onRefused: () => undefined,
      pass: () => null,
      onPass: () => undefined,
      onOther: (event, frame) => ours.tell(event, frame),
      seen: () => ({}),
    },
    library,
  );
  ours.use(link);
  const shared = openSharedDocument({
    ...{ yjs: Y, lane: ours, name: NAME, model: boardModel, gatherMs: 0 },
    unsent: {
      read: () => kept.unsent,
      keep(unsent) {
        kept.unsent = unsent;
      },
    },
    onChange: () => undefined,
    wait: () => new Promise(setImmediate),
  });
  const page: Page = {
    shared,
    kept,
    shows: () =>
      Object.fromEntries(
        [...(shared.doc ? boardContentOf(shared.doc).cards : [])]
          .map(([id, [group]]): [string, string] => [id, group.slice(0, 1)])
          .sort(),
      ),
    put(card, group) {
      if (!shared.doc) throw new Error("The board is not open");
      changeBoard(shared.doc, { cards: new Map([[card, group === null ? null : placeIn(group)]]) });
    },
    offline() {
      ours.use(null);
      ours.tell("down", null);
    },
    online() {
      ours.use(link);
      ours.tell("up", null);
    },
    leave() {
      shared.close();
      link.close();
    },
  };
  pages.push(page);
  return page;
}

const saved = (page: Page) => expect.poll(() => page.shared.state).toBe("saved");
const onServer = () => boardContentOf(lane.doc).cards;

async function opened(kept?: Page["kept"]): Promise<Page> {
  const page = openPage(kept);
  await expect.poll(() => page.shared.doc).not.toBeNull();
  return page;
}

describe("P270 a change of one's own is saved once it was acknowledged", () => {
  it("shows at once, on its own page and then on all", async () => {
    const [left, right] = [await opened(), await opened()];
    left.put("one", "a");
    expect(left.shows()).toEqual({ one: "a" });
    expect(left.shared.state).toBe("saving");
    await saved(left);
    await expect.poll(() => right.shows()).toEqual({ one: "a" });
  });

  it("and is sent again with what came after it, where nobody said so", async () => {
    const page = await opened();
    lane.losesAnswer = true;
    page.put("one", "a");
    await expect.poll(() => onServer().size).toBe(1);
    expect(page.shared.state).toBe("saving");
    page.put("two", "b");
    await saved(page);
    expect(page.shows()).toEqual({ one: "a", two: "b" });
    expect(lane.clients).toHaveLength(1);
  });

  it("taking something away as well, which moves no state vector", async () => {
    const page = await opened();
    page.put("one", "a");
    await saved(page);
    page.offline();
    page.put("one", null);
    expect(page.shared.state).toBe("saving");
    expect(onServer().size).toBe(1);
    page.online();
    await saved(page);
    expect(onServer().size).toBe(0);
  });

  it("and what is refused for a moment is tried again", async () => {
    const page = await opened();
    lane.refuses.push("busy", "rate-limited");
    page.put("one", "a");
    await saved(page);
    expect(onServer().size).toBe(1);
  });
});

describe("P271 a client id belongs to one document in memory", () => {
  it("which comes back with it after a lost connection, and has another one after a reload", async () => {
    const first = await opened();
    first.put("one", "a");
    await saved(first);
    first.offline();
    first.put("two", "a");
    first.online();
    await saved(first);
    expect(new Set(lane.updates.map(({ client }) => client)).size).toBe(1);
    first.leave();
    const second = await opened(first.kept);
    second.put("three", "a");
    await saved(second);
    expect(new Set(lane.updates.map(({ client }) => client)).size).toBe(2);
  });

  it("is looked at before each sending: a document that gave itself another one sends nothing", async () => {
    const page = await opened();
    if (!page.shared.doc) throw new Error("unreachable");
    page.shared.doc.clientID = 7;
    page.put("one", "a");
    await saved(page);
    expect(page.shows()).toEqual({ one: "a" });
    for (const { u } of lane.updates) {
      expect([...Y.decodeUpdate(u).structs].map(({ id }) => id.client)).not.toContain(7);
    }
  });
});

describe("P272 what was not acknowledged is entered again into the next document", () => {
  it("where the server has written it anew", async () => {
    const [left, right] = [await opened(), await opened()];
    left.put("one", "a");
    await saved(left);
    right.offline();
    right.put("two", "b");
    lane.rebase();
    right.online();
    await saved(right);
    left.put("three", "c");
    await saved(left);
    for (const page of [left, right]) {
      await expect.poll(() => page.shows()).toEqual({ one: "a", two: "b", three: "c" });
    }
  });

  it("after a reload, too", async () => {
    const before = await opened();
    before.offline();
    before.put("one", "a");
    before.put("one", "b");
    before.leave();
    expect(onServer().size).toBe(0);
    const after = await opened(before.kept);
    await saved(after);
    expect([...onServer()]).toEqual([["one", placeIn("b")]]);
    expect(after.kept.unsent).toBeNull();
  });

  it("and given up where it was refused twice: the rest of the room goes on", async () => {
    const page = await opened();
    lane.refuses.push("refused", "refused");
    page.put("one", "a");
    await expect.poll(() => page.shared.hasLost).toBe(true);
    await expect.poll(() => page.shared.doc).not.toBeNull();
    expect(page.shows()).toEqual({});
    page.put("two", "b");
    await saved(page);
    expect([...onServer().keys()]).toEqual(["two"]);
  });
});

describe("P284 a document that is closed while somebody writes", () => {
  it("is read on, and written again once it is open again, with what was under way", async () => {
    const [left, right] = [await opened(), await opened()];
    lane.isClosed = true;
    left.put("one", "a");
    await expect.poll(() => left.shared.state).toBe("reading");
    expect([left.shared.hasLost, onServer().size]).toEqual([false, 0]);
    lane.isClosed = false;
    right.put("two", "b");
    await saved(right);
    await expect.poll(() => left.shows()).toEqual({ two: "b" });
    left.shared.renew();
    await saved(left);
    for (const page of [left, right]) {
      await expect.poll(() => page.shows()).toEqual({ one: "a", two: "b" });
    }
  });

  it("and never again, tells that this is lost", async () => {
    const page = await opened();
    lane.isClosed = true;
    page.put("one", "a");
    await expect.poll(() => page.shared.state).toBe("reading");
    server.emit("doc:reset", { doc: NAME, epoch: null });
    await expect.poll(() => page.shared.state).toBe("closed");
    expect([page.shared.hasLost, page.kept.unsent]).toEqual([true, null]);
  });
});

describe("P273 a page that missed something asks for what it lacks", () => {
  it("as soon as it sees that", async () => {
    const [left, right] = [await opened(), await opened()];
    lane.isMute = true;
    left.put("one", "a");
    await saved(left);
    lane.isMute = false;
    left.put("two", "b");
    await expect.poll(() => right.shows()).toEqual({ one: "a", two: "b" });
  });
});

describe("pages of one board", () => {
  it("end alike, whatever happens to their connections", { timeout: 60_000 }, async () => {
    const step = fc.record({
      page: fc.nat(2),
      does: fc.constantFrom("put", "put", "put", "take", "offline", "online", "rebase", "lose"),
      card: fc.constantFrom("one", "two", "three", "four"),
      group: fc.constantFrom("a", "b", "c"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const three = [await opened(), await opened(), await opened()];
        for (const { page: n, does, card, group } of steps) {
          const page = three[n];
          if (!page) throw new Error("unreachable");
          if (does === "rebase") lane.rebase();
          else if (does === "lose") lane.losesAnswer = true;
          else if (does === "offline" || does === "online") page[does]();
          else {
            await expect.poll(() => page.shared.doc ?? page.online()).not.toBeFalsy();
            page.put(card, does === "put" ? group : null);
          }
        }
        for (const page of three) page.online();
        for (const page of three) await saved(page);
        const all = Object.fromEntries([...onServer()].map(([id, [group]]) => [id, group[0]]));
        for (const page of three) await expect.poll(() => page.shows()).toEqual(all);
        for (const page of three) page.leave();
        pages = [];
      }),
      { numRuns: timesTried({ everyday: 6, all: 15 }) },
    );
  });
});
