import { setTimeout as delay } from "node:timers/promises";
import type * as z from "zod";
import { createBoard } from "@/bench/load/board";
import type {
  command,
  enter,
  openConsoles,
  Played,
  playAtOnce,
  playSteadily,
  seen,
  seenOnBoard,
} from "@/bench/load/orders";
import { comeInByPage } from "@/bench/load/page";
import { type LeanPhone, leanPhone } from "@/bench/load/phone";
import { readOnce } from "@/bench/load/read-once";
import { createSheets } from "@/bench/load/sheets";
import { createShown } from "@/bench/load/shown";
import { steadily } from "@/bench/load/steadily";
import { count, createTally, type Tally } from "@/bench/load/tally";
import { now } from "@/bench/processes";
import type { Person, RawCommand } from "@/lib/activities/simulation";
import { documentFrame } from "@/lib/documents/wire";
import type { ViewVersion } from "@/lib/protocol";
import { type Command, commandFrame } from "@/lib/session/commands";
import { randomId } from "@/server/rooms/chance";
import { newPerson, playScene, sceneOf } from "@/server/simulated/person";

/** Steady work is handed out in steps of this. */
const STEP_MS = 10;

/** What one wants to see is looked for this often. */
const LOOK_EVERY_MS = 20;

/** What fills what people write up to its length. */
const FILLING = "so wie Leute schreiben ";

interface Seat {
  phone: LeanPhone;
  person: Person;
  /** When it got what was watched for, by mark. */
  got: Map<string, number>;
  /** Over when all that was handed in so far has its answer. */
  sent: Promise<unknown>;
}

/** The phones of one session that this process holds, and consoles beside them. */
export type LoadedRoom = ReturnType<typeof createLoadedRoom>;

export function createLoadedRoom() {
  const seats: Seat[] = [];
  const consoles: LeanPhone[] = [];
  const shown = createShown();
  const bytes = (): number => seats.reduce((sum, { phone }) => sum + phone.bytes, 0);
  const sheets = createSheets({
    phones: () => seats.map(({ phone }) => phone),
    consoles: () => consoles,
    bytes,
  });
  const board = createBoard(seats);
  const readDocument = readOnce(
    (body: Buffer) => documentFrame.parse(JSON.parse(body.toString())),
    (one, other) => one.equals(other),
  );
  /** How often each person has handed something in. */
  const rounds = new WeakMap<Person, number>();
  let backAt: number[] = [];
  let bytesBefore = 0;

  const takeSeat = async (
    { url, session, code, comesBack, characters }: z.infer<typeof enter.ask>,
    { number, device, pass }: z.infer<typeof enter.ask>["phones"][number],
  ): Promise<number> => {
    const loaded = code === null ? 0 : (await comeInByPage(url, code)).bytes;
    const got = new Map<string, number>();
    let version: ViewVersion | null = null;
    const phone: LeanPhone = leanPhone({
      ...{ url, comesBack },
      shake: { role: "participant", session, device, pass: pass ?? undefined },
      seen: () => version,
      onView(body, at) {
        const read = shown.take(body);
        version = read.version ?? version;
        for (const mark of read.marks) if (!got.has(mark)) got.set(mark, at);
      },
      onBack: (at) => backAt.push(at),
      onDocument(body, at) {
        const frame = readDocument(body);
        sheets.hear(phone, frame, at);
        board.hear(got, frame, at);
      },
      onReset: () => board.openAgain(phone, got),
    });
    await phone.ready;
    const person = newPerson({ number, language: "de", ...wordingOf(number, characters) });
    person.revision = () => rounds.get(person) ?? 1;
    seats.push({ phone, person, got, sent: Promise.resolve() });
    return loaded;
  };

  return {
    sheets,
    board,

    async enter(ask: z.infer<typeof enter.ask>): Promise<z.infer<typeof enter.answer>> {
      const tookMs: number[] = [];
      const failed: Record<string, number> = {};
      const { phones, withinMs } = ask;
      let loaded = 0;
      let lastAt = now();
      await Promise.all(
        phones.map(async (each, index) => {
          await delay((withinMs * index) / phones.length);
          const began = now();
          try {
            const bytesOfPage = await takeSeat(ask, each);
            loaded += bytesOfPage;
            lastAt = now();
            tookMs.push(lastAt - began);
          } catch (error) {
            count(failed, error instanceof Error ? error.message : String(error));
          }
        }),
      );
      return { tookMs, failed, lastAt, bytes: loaded + bytes() };
    },

    async openConsoles({ url, session, cookie, count }: z.infer<typeof openConsoles.ask>) {
      for (let opened = 0; opened < count; opened += 1) {
        const shake = { role: "facilitator", session } as const;
        const onView = (): void => undefined;
        const seen = (): null => null;
        const console_: LeanPhone = leanPhone({
          ...{ url, shake, cookie, comesBack: false, onView, seen },
          onDocument: (body, at) => sheets.hear(console_, readDocument(body), at),
        });
        await console_.ready;
        consoles.push(console_);
      }
    },

    async playAtOnce({ only }: z.infer<typeof playAtOnce.ask>): Promise<Played> {
      const tally = createTally();
      const view = shown.view();
      await Promise.all(seats.map((seat) => play(seat, view, tally, only)));
      return tally.played();
    },

    /** One person's turn, with another revision each time. */
    turns(): ((tally: Tally) => Promise<void>)[] {
      const view = shown.view();
      return seats.map((seat) => (tally) => {
        rounds.set(seat.person, (rounds.get(seat.person) ?? 1) + 1);
        return play(seat, view, tally);
      });
    },

    async command({ commands, perSecond }: z.infer<typeof command.ask>) {
      const tally = createTally();
      const sentAt: number[] = [];
      const began = now();
      await Promise.all(
        commands.map(async (raw, index) => {
          const console_ = consoles[index % consoles.length];
          if (!console_) throw new Error("No console is open");
          const parsed = commandFrame.parse({ id: randomId(), command: raw });
          await delay(Math.max(0, began + (index / perSecond) * 1_000 - now()));
          sentAt[index] = now();
          await tally.send(console_, parsed.command);
        }),
      );
      return { ...tally.played(), sentAt };
    },

    watch(pattern: string): null {
      for (const { got } of seats) got.clear();
      backAt = [];
      bytesBefore = bytes();
      shown.watch(pattern);
      return null;
    },

    async seen({
      marks,
      withinMs,
    }: z.infer<typeof seen.ask>): Promise<z.infer<typeof seen.answer>> {
      const until = now() + withinMs;
      while (now() < until && seats.some(({ got }) => got.size < marks)) await delay(LOOK_EVERY_MS);
      const byMark = new Map<string, number[]>();
      for (const { got } of seats) {
        for (const [mark, at] of got) byMark.set(mark, [...(byMark.get(mark) ?? []), at]);
      }
      return {
        marks: [...byMark].map(([mark, at]) => ({ mark, at })),
        bytes: bytes() - bytesBefore,
        phones: seats.length,
        backAt,
      };
    },

    seenOnBoard: (): z.infer<typeof seenOnBoard.answer> => ({
      ...board.seen(),
      bytes: bytes() - bytesBefore,
    }),

    leave(): null {
      for (const { phone } of seats) phone.close();
      for (const each of consoles) each.close();
      return null;
    },
  };

  async function play(
    seat: Seat,
    view: ReturnType<typeof shown.view>,
    tally: Tally,
    only: string | null = null,
  ) {
    const scene = sceneOf(view);
    if (!scene || !view.planned) return;
    await playScene(seat.person, view.planned.kind, scene, async (raw: RawCommand) => {
      if (only !== null && raw.type !== only) return null;
      const command: Command = { type: "activity", activity: scene.key, command: raw };
      // As an outbox does: what was handed in later waits, so that of two ballots the last one stands.
      const sent = tally.send(seat.phone, command, seat.sent);
      seat.sent = sent;
      return sent;
    });
  }
}

/** What somebody writes instead of their kind's texts, each with a mark of its own; nothing where they write those. */
function wordingOf(number: number, characters: number | null): Pick<Person, "wording"> {
  if (characters === null) return {};
  let written = 0;
  return {
    wording() {
      written += 1;
      return `~${number}.${written}~`.padEnd(characters, FILLING);
    },
  };
}

/** Spreads turns of people over time, round and round, over several rooms. */
export async function playInTurns(
  rooms: readonly LoadedRoom[],
  {
    peoplePerSecond,
    seconds,
  }: Pick<z.infer<typeof playSteadily.ask>, "peoplePerSecond" | "seconds">,
): Promise<Played> {
  const tally = createTally();
  const perRoom = rooms.map((room) => room.turns());
  const longest = Math.max(0, ...perRoom.map((each) => each.length));
  const turns = Array.from({ length: longest }, (_, at) =>
    perRoom.flatMap((each) => each[at] ?? []),
  ).flat();
  const under: Promise<void>[] = [];
  if (turns.length > 0) {
    await steadily({ perSecond: peoplePerSecond, seconds, stepMs: STEP_MS }, () => {
      const turn = turns[under.length % turns.length];
      if (turn) under.push(turn(tally));
      return 1;
    });
  }
  await Promise.all(under);
  return tally.played();
}
