import type * as z from "zod";
import {
  changeInPeer,
  command,
  enter,
  enterPeer,
  leave,
  leavePeer,
  moveCards,
  type Order,
  openBoard,
  openConsoles,
  openSheets,
  playAtOnce,
  playSteadily,
  seen,
  seenInPeer,
  seenOnBoard,
  seenOnSheets,
  watch,
  writeSheets,
} from "@/bench/load/orders";
import { type LoadedPeer, loadPeer } from "@/bench/load/peer";
import { createLoadedRoom, type LoadedRoom, playInTurns } from "@/bench/load/room";
import { asked } from "@/bench/load/wire";

/** A load generator: a process of its own that does what it is asked over the channel to its parent. */

const rooms = new Map<string, LoadedRoom>();
let peer: LoadedPeer | null = null;

/** The room that orders call by this name; made by the first one that does. */
function roomNamed(name: string): LoadedRoom {
  const room = rooms.get(name) ?? createLoadedRoom();
  rooms.set(name, room);
  return room;
}

function thePeer(): LoadedPeer {
  if (!peer) throw new Error("Nobody is connected to a peer");
  return peer;
}

type Doing = (ask: unknown) => Promise<unknown>;
const doings = new Map<string, Doing>();

function on<Ask extends z.ZodType, Answer extends z.ZodType>(
  order: Order<Ask, Answer>,
  does: (ask: z.output<Ask>) => Promise<z.input<Answer>> | z.input<Answer>,
): void {
  doings.set(order.name, async (ask) => does(order.ask.parse(ask)));
}

on(enter, (ask) => roomNamed(ask.room).enter(ask));
on(openConsoles, async (ask) => {
  await roomNamed(ask.room).openConsoles(ask);
  return null;
});
on(playAtOnce, (ask) => roomNamed(ask.room).playAtOnce(ask));
on(playSteadily, (ask) => playInTurns(ask.rooms.map(roomNamed), ask));
on(command, (ask) => roomNamed(ask.room).command(ask));
on(watch, ({ room, pattern }) => roomNamed(room).watch(pattern));
on(seen, (ask) => roomNamed(ask.room).seen(ask));
on(openSheets, (ask) => roomNamed(ask.room).sheets.open(ask));
on(writeSheets, (ask) => roomNamed(ask.room).sheets.write(ask));
on(seenOnSheets, (ask) => roomNamed(ask.room).sheets.seen(ask));
on(openBoard, async ({ room, document }) => {
  await roomNamed(room).board.open(document);
  return null;
});
on(moveCards, (ask) => roomNamed(ask.room).board.move(ask));
on(seenOnBoard, ({ room }) => roomNamed(room).seenOnBoard());
on(leave, ({ room }) => {
  roomNamed(room).leave();
  rooms.delete(room);
  return null;
});
on(enterPeer, async (ask) => {
  peer = await loadPeer(ask);
  return null;
});
on(changeInPeer, (ask) => thePeer().change(ask));
on(seenInPeer, () => thePeer().seen());
on(leavePeer, () => {
  peer?.leave();
  peer = null;
  return null;
});

process.on("message", (message) => {
  const { id, name, ask } = asked.parse(message);
  const doing = doings.get(name);
  Promise.resolve(doing ? doing(ask) : Promise.reject(new Error(`No such order: ${name}`))).then(
    (answer) => process.send?.({ id, answer }),
    (error: unknown) =>
      process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
  );
});
// A bench that was ended leaves nothing running.
process.on("disconnect", () => process.exit(0));
