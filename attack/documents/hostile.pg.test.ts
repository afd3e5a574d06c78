import { expect, test } from "vitest";
import * as Y from "yjs";
import { badUpdates } from "@/attack/documents/bad-updates";
import { boardText } from "@/attack/documents/board-writer";
import { consoleOf, SORTING_BOARD, sortingSession } from "@/attack/documents/sorting-session";
import { seeded } from "@/attack/random";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { askToOpen, openDocument } from "@/server/testing/document-client";
import { nodeForFile } from "@/server/testing/own-node";
import { openSession } from "@/server/testing/workshop";

/** What somebody inside a session sends over the lane of documents that no screen does. */

const at = nodeForFile({});

async function sorting() {
  const account = await at.account();
  const { id, facilitator } = await openSession(at.node, account);
  facilitator.close();
  return sortingSession(at.node.url, { id, cookie: account.cookie });
}

test("frames that are none are answered so, and change nothing (P250)", async () => {
  const session = await sorting();
  const client = await consoleOf(at.node.url, session);
  at.open.push(client);
  const page = await openDocument(client, SORTING_BOARD);
  const before = boardText(page);
  const good = { doc: SORTING_BOARD, epoch: 1, n: 1, u: "AAA=" };
  const bad: unknown[] = [
    ...[null, 7, "doc", [], {}, { ...good, more: 1 }, { ...good, n: -1 }, { ...good, n: 0.5 }],
    ...[
      { ...good, u: "not base64!" },
      { ...good, u: 7 },
      { ...good, epoch: 0 },
    ],
    ...[
      { ...good, doc: "__proto__/x" },
      { ...good, doc: `${"a".repeat(50)}/b` },
    ],
  ];
  for (const frame of bad) {
    const answer = await client.ask("doc:update", frame);
    expect(answer, JSON.stringify(frame)).toMatchObject({ ok: false, code: "bad-input" });
  }
  const strange = [{ doc: SORTING_BOARD, sv: "%" }, { doc: 7 }, { doc: SORTING_BOARD, resume: {} }];
  for (const frame of strange) expect(await askToOpen(client, frame)).toMatchObject({ ok: false });
  // A state vector that is none, from a page that has a lease.
  const { epoch, writer } = page.opened;
  const nonsense = Buffer.from([255, 255, 255, 255, 255]).toString("base64");
  const resume = { doc: SORTING_BOARD, resume: { epoch, ...writer }, sv: nonsense };
  expect(await askToOpen(client, resume)).toEqual({ ok: false, code: "bad-input" });
  const again = await openDocument(client, SORTING_BOARD);
  expect(boardText(again)).toBe(before);
});

test("a flood is answered rate-limited, and the board goes on for everybody else (P34)", async () => {
  const session = await sorting();
  const [flooding, working] = [
    await consoleOf(at.node.url, session),
    await consoleOf(at.node.url, session),
  ];
  at.open.push(flooding, working);
  const page = await openDocument(flooding, SORTING_BOARD);
  const other = await openDocument(working, SORTING_BOARD);
  const [card = ""] = session.cards;
  const flood = Array.from({ length: 200 }, (_, n) =>
    page.send(page.change({ cards: new Map([[card, ["", "a1", n, n]]]) })),
  );
  const [theme = ""] = session.themes;
  const moved = other.send(other.change({ cards: new Map([[card, [theme, "a1", 1, 1]]]) }));
  const answers = await Promise.all(flood);
  expect(await moved).toMatchObject({ ok: true });
  const codes = answers.map((answer) => (answer.ok ? "ok" : answer.code));
  expect(codes).toContain("rate-limited");
  // What comes after a gap is refused, and whoever goes on with it only reads (P257).
  expect(new Set(codes).has("bad-input")).toBe(false);
  const late = await openDocument(working, SORTING_BOARD);
  await expect.poll(() => boardText(other)).toBe(boardText(late));
});

test("a frame above what a socket may send puts its sender out (P33)", async () => {
  const session = await sorting();
  const client = await consoleOf(at.node.url, session);
  await openDocument(client, SORTING_BOARD);
  const large = { doc: SORTING_BOARD, epoch: 1, n: 1, u: "A".repeat(40_000) };
  client.ask("doc:update", large).catch(() => undefined);
  await expect.poll(() => client.isConnected).toBe(false);
});

test.each(badUpdates.filter(({ of = "board" }) => of === "board"))(
  "$name is refused, and nothing is stored of it (P254)",
  async ({ make }) => {
    const session = await sorting();
    const client = await consoleOf(at.node.url, session);
    at.open.push(client);
    const page = await openDocument(client, SORTING_BOARD);
    const [card = ""] = session.cards;
    await page.send(page.change({ cards: new Map([[card, ["", "a1", 5, 5]]]) }));
    const { client: own } = page.opened.writer ?? { client: 0 };
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(page.doc));
    const other = [...doc.store.clients.keys()].find((each) => each !== own) ?? 7;
    const clock = Y.getState(doc.store, own);
    const known = { model: "board", client: own, clock, doc, other, random: seeded(4) } as const;
    const answer = await page.send(make(known));
    expect(answer.ok ? "ok" : answer.code).toMatch(/^(refused|bad-input)$/);
    const again = await openDocument(client, SORTING_BOARD);
    expect(boardText(again)).toBe(boardText(page));
    expect(again.seq).toBe(page.seq);
    expect([...again.doc.store.clients.keys()].sort()).toEqual(
      [...doc.store.clients.keys()].sort(),
    );
  },
);

test("a phone sends no faster than its group types (P263)", async () => {
  const session = await sorting();
  const phone = await connectClient(at.node.url, {
    ...{ role: "participant", session: session.id, device: randomId() },
  });
  at.open.push(phone);
  const page = await openDocument(phone, SORTING_BOARD);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => page.send(Uint8Array.from([0, 0]))),
  );
  const codes = answers.map((answer) => (answer.ok ? "ok" : answer.code));
  expect(codes.filter((code) => code === "not-allowed").length).toBeGreaterThanOrEqual(8);
  expect(codes).toContain("rate-limited");
});

test("a phone that is not let write reads the same as before, whatever it sends (P250, P251)", async () => {
  const session = await sorting();
  const phone = await connectClient(at.node.url, {
    ...{ role: "participant", session: session.id, device: randomId() },
  });
  at.open.push(phone);
  const page = await openDocument(phone, SORTING_BOARD);
  const before = boardText(page);
  page.doc.clientID = 99;
  const [card = ""] = session.cards;
  for (let time = 0; time < 5; time += 1) {
    const update = page.change({ cards: new Map([[card, ["", "a1", time, 0]]]) });
    expect(await page.send(update)).toMatchObject({ ok: false, code: "not-allowed" });
  }
  const console = await consoleOf(at.node.url, session);
  at.open.push(console);
  expect(boardText(await openDocument(console, SORTING_BOARD))).toBe(before);
});
