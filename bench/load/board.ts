import { setTimeout as delay } from "node:timers/promises";
import * as Y from "yjs";
import type * as z from "zod";
import { markOf, passedBy } from "@/bench/load/changes";
import type { moveCards, seenOnBoard } from "@/bench/load/orders";
import type { LeanPhone } from "@/bench/load/phone";
import { readOnce } from "@/bench/load/read-once";
import { steadily } from "@/bench/load/steadily";
import { createTally } from "@/bench/load/tally";
import { now } from "@/bench/processes";
import { COORDINATE_MAX, place } from "@/lib/documents/place";
import { type DocumentFrame, openAnswer } from "@/lib/documents/wire";

/** Moves are handed out in steps of this. */
const STEP_MS = 5;

/** Where on the surface a card lies says which move it was: x counts moves, y the rounds of x, beside the generator. */
const ROUND = COORDINATE_MAX + 1;
const ROUNDS = 512;

const surfaceOf = (generator: number, number: number): { x: number; y: number } => ({
  x: number % ROUND,
  y: generator * ROUNDS + Math.floor(number / ROUND),
});

const markOn = (x: number, y: number): string =>
  markOf(Math.floor(y / ROUNDS), (y % ROUNDS) * ROUND + x);

/** One phone, as a screen of the board. */
interface Seat {
  phone: LeanPhone;
  /** When it got what was watched for, by mark. */
  got: Map<string, number>;
}

/** A board that the phones of a room move cards on, as far as this process holds those. */
export interface Board {
  open(document: string): Promise<void>;
  move(ask: z.infer<typeof moveCards.ask>): Promise<z.infer<typeof moveCards.answer>>;
  seen(): Omit<z.infer<typeof seenOnBoard.answer>, "bytes">;
  /** A change of a board came to a phone. */
  hear(got: Map<string, number>, frame: Pick<DocumentFrame, "u">, at: number): void;
  /** The board was written anew, as it is after some 24,000 moves: like every screen of it the phone opens it again. */
  openAgain(phone: LeanPhone, got: Map<string, number>): void;
}

export function createBoard(seats: readonly Seat[]): Board {
  const marksIn = readOnce(marksOfUpdate);
  let moved = 0;
  let opened = "";
  let counted = { cards: 1, first: 1 };
  const hear: Board["hear"] = (got, { u }, at) => {
    for (const mark of marksIn(u)) if (!got.has(mark)) got.set(mark, at);
  };

  return {
    async open(document) {
      opened = document;
      const answers = await Promise.all(
        seats.map(({ phone }) => phone.ask("doc:open", { doc: document })),
      );
      const letIn = answers.filter((answer) => openAnswer.safeParse(answer).data?.ok);
      if (letIn.length < seats.length) throw new Error("A phone may not open the board");
    },

    async move({ generator, activity, cards, themes, perSecond, seconds, together, settleMs }) {
      const tally = createTally();
      const moves: z.infer<typeof moveCards.answer>["moves"] = [];
      const under: Promise<unknown>[] = [];
      counted = { cards: cards.length, first: moved + 1 };
      const next = () => {
        moved += 1;
        const id = cards[moved % cards.length] ?? "";
        // A card that lies there already would not move.
        const to = themes[Math.floor(moved / cards.length) % themes.length] ?? "";
        const made = { mark: markOf(generator, moved), inViews: `${id}":"${to}`, at: now() };
        moves.push(made);
        return { id, to, before: null, ...surfaceOf(generator, moved) };
      };
      await steadily({ perSecond, seconds, stepMs: STEP_MS }, (left) => {
        const seat = seats[under.length % seats.length];
        if (!seat) throw new Error("Nobody is there to move anything");
        const count = Math.min(together, left);
        const command = { type: "placeCards", cards: Array.from({ length: count }, next) };
        under.push(tally.send(seat.phone, { type: "activity", activity, command }));
        return count;
      });
      await Promise.all(under);
      await delay(settleMs);
      return { ...tally.played(), moves };
    },

    seen() {
      const screens = seats.map(({ got }) => got);
      return { marks: passedBy(screens, counted), phones: seats.length };
    },

    hear,
    openAgain(phone, got) {
      phone.ask("doc:open", { doc: opened }).then(
        (answer) => {
          const { data } = openAnswer.safeParse(answer);
          if (data?.ok) hear(got, data, now());
        },
        () => undefined,
      );
    },
  };
}

/** Which moves an update of a board tells. */
function marksOfUpdate(u: string): string[] {
  const { structs } = Y.decodeUpdate(Buffer.from(u, "base64"));
  return structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) return [];
    const values: readonly unknown[] = struct.content.arr;
    return values.flatMap((value) => {
      const found = place.safeParse(value);
      return found.success ? [markOn(found.data[2], found.data[3])] : [];
    });
  });
}
