import { type Figures, isCarried } from "@/bench/figures";
import {
  command,
  moveCards,
  openBoard,
  openConsoles,
  type Played,
  seenOnBoard,
} from "@/bench/load/orders";
import { measured } from "@/bench/measured";
import { type BenchProduct, startBenchProduct } from "@/bench/product";
import { OWN } from "@/bench/servers";
import { bringIn, type Crowd, goOnWith, sum, together, why } from "@/bench/workloads/crowd";
import { type Delays, delaysOf, SETTLE_MS } from "@/bench/workloads/delays";
import { boardsIn, type OpenBoard } from "@/bench/workloads/on-board";
import { pressed, WITH_CONSOLES } from "@/bench/workloads/presses";
import type { Bench, ChangeWork } from "@/bench/workloads/workload";
import type { ReviewCard } from "@/lib/activities/card-schema";
import { PLACING_PACE } from "@/lib/activities/theme-commands";
import { BOARD_CARDS_MAX } from "@/lib/documents/limits";
import { K_CARDS } from "@/lib/session/state";

/** A place that a view tells anew. */
const PLACED = '"activity/record/sorted/([0-9a-f]{32}":"[0-9a-f]{32})"';
/** What no view tells. */
const NOTHING = "(?!)";
/** The mark that each card has in front of its words. */
const WRITTEN = '"text":"~([\\d.]+)~';

/**
 * A view shows of two moves of one card the last, and follows a second later, or with the batch that is being written just then
 * (P253): a card has to lie for so long that all moves are seen.
 */
const LIES_FOR_S = 1.5;

/** A console may send ten commands a second. */
const CONSOLES_PER_SECOND = 8;

/**
 * Aufwind's part of what is measured beside other servers: a change that one makes and all others see, with its answer. In a
 * server that nothing else has run in.
 */
export async function ownChanges(bench: Bench, work: ChangeWork): Promise<Figures[]> {
  const product = await startBenchProduct();
  try {
    return [...(await moved(bench, product, work)), ...(await letThrough(bench, product, work))];
  } finally {
    await product.stop();
  }
}

/** People move cards: first as views tell it, then with the board open on every screen. */
async function moved(
  bench: Bench,
  product: BenchProduct,
  { clients, perSecond: rates, warm, ...work }: ChangeWork,
): Promise<Figures[]> {
  const room = await product.openRoom({ whole: true });
  const phones = room.phones(Math.max(clients, bench.size.boards.cards));
  try {
    for await (const board of boardsIn(bench, product, room, phones)) {
      const { crowd } = await bringIn(bench.fleet, product, room, phones.slice(0, clients));
      const at = { board, crowd, room: room.id };
      const rows: Figures[] = [];
      await crowd.watch(NOTHING);
      await move(bench, at, { ...work, ...warm });
      const allShown = (perSecond: number) => perSecond * LIES_FOR_S <= board.cards.length;
      for (const perSecond of rates.filter(allShown)) {
        rows.push(await measured(product, () => movedInViews(bench, at, { ...work, perSecond })));
      }
      const { document } = board;
      await bench.fleet.askAll(openBoard, () => ({ room: room.id, document }));
      // Another way to the screens than views.
      await move(bench, at, { ...work, ...warm });
      for (const perSecond of rates) {
        const row = await measured(product, () => movedOnBoard(bench, at, { ...work, perSecond }));
        rows.push(row);
        if (!isCarried(row)) break;
      }
      await crowd.leave();
      return rows;
    }
    return [];
  } finally {
    room.close();
  }
}

/** A room of phones and the board that they move cards on. */
interface OnBoard {
  board: OpenBoard;
  crowd: Crowd;
  room: string;
}

type MoveWork = Pick<ChangeWork, "seconds"> & { perSecond: number };

async function movedInViews(bench: Bench, at: OnBoard, work: MoveWork) {
  const { crowd } = at;
  await crowd.watch(PLACED);
  const { moves, refused, played } = await move(bench, at, work);
  const { marks, bytes, phones } = await crowd.seen(moves.length);
  const sentAt = new Map(moves.map(({ inViews, at: sent }) => [inViews, sent]));
  const shown = [...marks].map(([mark, times]) => ({ mark, at: times }));
  return {
    case: `${OWN.inViews}: ${work.perSecond}/s seen by ${phones}${why(refused)}`,
    ...toldOf(played, phones, delaysOf(sentAt, [shown]), moves.length),
    ...{ offeredMs: work.seconds * 1_000, bytes },
  };
}

async function movedOnBoard(bench: Bench, at: OnBoard, work: MoveWork) {
  const { crowd, room } = at;
  const { fleet } = bench;
  await crowd.watch(NOTHING);
  const { moves, refused, played, cardsAtOnce } = await move(bench, at, work);
  const parts = await fleet.askAll(seenOnBoard, () => ({ room }));
  const phones = sum(parts.map((part) => part.phones));
  const sentAt = new Map(moves.map(({ mark, at: sent }) => [mark, sent]));
  const delays = delaysOf(
    sentAt,
    parts.map(({ marks }) => marks),
  );
  const several = cardsAtOnce > 1 ? `, ${cardsAtOnce} cards at once` : "";
  return {
    case: `${OWN.onBoard}: ${work.perSecond}/s seen by ${phones}${several}${why(refused)}`,
    ...toldOf(played, phones, delays, moves.length),
    offeredMs: work.seconds * 1_000,
    bytes: sum(parts.map(({ bytes }) => bytes)),
  };
}

/** So many moves, each a change that all phones were to see; `played`: the commands that made them. */
const toldOf = (
  { offered, done, ...played }: Omit<Played, "refused">,
  phones: number,
  delays: Delays,
  moves: number,
) => ({
  ...{ ...played, offered: moves, done: moves, ...delays },
  lost: offered - done + phones * moves - delays.seenMs.length,
  clients: phones * moves,
});

/** Lets the phones of all generators move cards at the same time, as many at once as keep everybody to their pace. */
async function move(
  { fleet }: Bench,
  { board, crowd, room }: OnBoard,
  { perSecond, seconds }: MoveWork,
) {
  const { activity, themes } = board;
  const cards = board.cards.slice(0, BOARD_CARDS_MAX);
  // Fingers of all people: below it nobody has to wait for their pace.
  const commandsPerSecond = crowd.count * PLACING_PACE.perSecond * SHARE_OF_PACE;
  const cardsAtOnce = Math.ceil(perSecond / commandsPerSecond);
  const parts = await fleet.askAll(moveCards, (generator) => ({
    ...{ room, generator, activity, seconds, settleMs: SETTLE_MS, together: cardsAtOnce },
    cards: cards.filter((_, at) => at % fleet.size === generator),
    themes: [...themes],
    perSecond: perSecond / fleet.size,
  }));
  const { refused, ...played } = together(parts);
  return { moves: parts.flatMap(({ moves }) => moves), refused, played, cardsAtOnce };
}

/** Steady work keeps a distance to the pace, which counts each phone by itself. */
const SHARE_OF_PACE = 0.9;

/** A facilitator lets cards through that were held at the reveal, one by one, as often as the first rate says. */
async function letThrough(
  bench: Bench,
  product: BenchProduct,
  { clients, perSecond: [perSecond = 1], seconds, characters, warm }: ChangeWork,
): Promise<Figures[]> {
  const room = await product.openRoom();
  const { facilitator } = room;
  try {
    const { crowd } = await bringIn(bench.fleet, product, room, room.phones(clients), {
      characters,
    });
    while (facilitator.view?.activity?.about.takes !== "cards") {
      if (!(await goOnWith(crowd, room))) throw new Error("Nobody ever writes cards");
    }
    await crowd.playAtOnce();
    await room.goOn();
    const review = await facilitator.until((view) => {
      const cards = Object.values(view.review ?? {});
      return cards.length >= clients && cards;
    });
    const held = review.slice(0, Math.min(clients - K_CARDS, perSecond * seconds));
    const shown = review.slice(held.length);
    const { key = "" } = facilitator.view?.planned ?? {};
    const hold = (cards: readonly ReviewCard[], isHeld: boolean) =>
      cards.map(({ id }) => ({
        ...{ type: "activity", activity: key },
        command: { type: "holdCard", reviewId: id, held: isHeld },
      }));
    const lettingThrough = (cards: readonly ReviewCard[]) => hold(cards, false);
    const place = { room: room.id, url: product.url, session: room.id, cookie: room.cookie };
    const count = Math.ceil(Math.max(perSecond, warm.perSecond) / CONSOLES_PER_SECOND);
    await bench.fleet.ask(WITH_CONSOLES, openConsoles, { ...place, count });
    // Before the reveal, so that it is warm: held and let through in turn.
    const turn = [...hold(shown, true), ...lettingThrough(shown)];
    const commands = Array.from(
      { length: warm.perSecond * warm.seconds },
      (_, n) => turn[n % turn.length],
    );
    const warmUp = { room: room.id, commands, perSecond: warm.perSecond };
    await bench.fleet.ask(WITH_CONSOLES, command, warmUp);
    // All are held at once, and what is shown at the reveal is let through before.
    const all = await facilitator.act({ type: "holdCards", held: true });
    if (!all.ok) throw new Error("Cards could not be held");
    const order = { room: room.id, commands: lettingThrough(shown), perSecond };
    await bench.fleet.ask(WITH_CONSOLES, command, order);
    await crowd.watch(WRITTEN);
    await room.goOn();
    await crowd.seen(shown.length);
    const row = await pressed(bench, product, room, crowd, {
      case: `${OWN.letThrough}: ${perSecond}/s seen by ${crowd.count}`,
      commands: lettingThrough(held),
      ...{ perSecond, consoles: 0, pattern: WRITTEN },
      inOrder: () => held.map(({ text }) => text.split("~")[1] ?? ""),
    });
    await crowd.leave();
    const bytes = row.bytesPerClient;
    return [{ ...row, bytesPerClient: bytes === null ? null : Math.round(bytes / held.length) }];
  } finally {
    room.close();
  }
}
