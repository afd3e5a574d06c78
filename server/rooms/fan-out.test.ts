import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { createFanOut } from "@/server/rooms/fan-out";
import { viewBody, viewPacket } from "@/server/rooms/view-packet";

const packets = [1, 2, 3].map((now) => viewPacket(viewBody("{}", "stage"), now));

function room(people: number) {
  const received = Array.from({ length: people }, (): unknown[] => []);
  const targets = received.map((list) => ({ send: (packet: unknown) => list.push(packet) }));
  return { received, targets };
}

it("P151: writes to a room at once, all of them the very same packet", () => {
  const { received, targets } = room(100);
  const [packet] = packets;
  if (packet) createFanOut().send(packet, targets);
  expect(received.every(([only]) => only === packet)).toBe(true);
});

it("P151: writes to a thousand in chunks, and to each of them in order", async () => {
  const { received, targets } = room(1_000);
  const fanOut = createFanOut();
  for (const packet of packets) fanOut.send(packet, targets);
  const reached = () => received.filter((list) => list.length > 0).length;
  expect(reached()).toBe(100);
  await turn();
  expect(reached()).toBeLessThan(1_000);
  while (received.some((list) => list.length < packets.length)) await turn();
  for (const list of received) expect(list).toEqual(packets);
});
