import { expect, test } from "vitest";
import * as Y from "yjs";
import { createBoard } from "@/bench/load/board";
import type { LeanPhone } from "@/bench/load/phone";
import { placeCards } from "@/lib/activities/theme-commands";
import { changeBoard } from "@/lib/documents/board-document";
import type { Command } from "@/lib/session/commands";

/** A phone of which one sees what it has sent. */
function phone() {
  const sent: Command[] = [];
  const lean: LeanPhone = {
    ready: Promise.resolve(),
    bytes: 0,
    async send(command) {
      sent.push(command);
      return { ok: true };
    },
    ask: async () => "lost",
    close: () => undefined,
  };
  return { sent, lean, got: new Map<string, number>() };
}

const cards = ["a", "b", "c"].map((each) => each.repeat(32));
const themes = ["1", "2"].map((each) => each.repeat(32));

const ask = {
  ...{ room: "r", generator: 3, activity: "small-no", cards, themes, settleMs: 0 },
  ...{ perSecond: 1_000, seconds: 0.008, together: 3 },
};

/** The cards that commands lay, one after the other. */
const laid = (sent: readonly Command[]) =>
  sent.flatMap((each) => (each.type === "activity" ? placeCards.parse(each.command).cards : []));

test("each move is found again in what the board's screens are sent of it", async () => {
  const [one, other] = [phone(), phone()];
  const board = createBoard([one, other].map(({ lean, got }) => ({ phone: lean, got })));
  const { moves, offered, done } = await board.move(ask);
  expect(moves.map(({ mark }) => mark)).toEqual(
    Array.from({ length: 8 }, (_, at) => `3.${at + 1}`),
  );
  // Three cards at once, by turns.
  expect([offered, done, one.sent.length, other.sent.length]).toEqual([3, 3, 2, 1]);

  // As the server writes them: by turns, so that the first commands of both come first.
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const inOrder = [...laid(one.sent), ...laid(other.sent)].toSorted(
    (a, b) => (a.x ?? 0) - (b.x ?? 0),
  );
  for (const { id, to, x = 0, y = 0 } of inOrder) {
    changeBoard(doc, { cards: new Map([[id, [to ?? "", "a1", x, y]]]) });
  }
  const inOneFrame = Buffer.from(Y.mergeUpdates(updates)).toString("base64");
  board.hear(one.got, { u: inOneFrame }, 7);
  const { marks, phones } = board.seen();
  expect(phones).toBe(2);
  expect(marks.toSorted((a, b) => (a.mark < b.mark ? -1 : 1))).toEqual(
    moves.map(({ mark }) => ({ mark, at: [7] })),
  );
});

test("a card is moved to another theme each time, else no view would tell it", async () => {
  const only = phone();
  const board = createBoard([{ phone: only.lean, got: only.got }]);
  await board.move(ask);
  await board.move(ask);
  const places = new Map<string, string>();
  for (const { id, to } of laid(only.sent)) {
    expect(places.get(id)).not.toBe(to);
    places.set(id, to ?? "");
  }
  expect(places.size).toBe(cards.length);
});
