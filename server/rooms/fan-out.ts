import type { ViewPacket } from "@/server/rooms/view-packet";

/**
 * Viewers that are written to without letting anything else happen: some 5 ms of work. A thousand in one
 * piece would keep every other room waiting.
 */
const CHUNK = 100;

export interface Target {
  /** Gets packets in order. */
  send(packet: ViewPacket): void;
}

/** Writes packets to many, a chunk per turn of the event loop, in the order in which they were given. */
export interface FanOut {
  /** `to` is read at once. Whoever is among them gets every packet after the ones given before. */
  send(packet: ViewPacket, to: Iterable<Target>): void;
}

export function createFanOut(): FanOut {
  const chunks: { packet: ViewPacket; targets: readonly Target[] }[] = [];
  let scheduled = false;

  function writeNext(): void {
    const next = chunks.shift();
    if (next) for (const target of next.targets) target.send(next.packet);
    scheduled = chunks.length > 0;
    if (scheduled) setImmediate(writeNext);
  }

  return {
    send(packet, to) {
      const targets = [...to];
      for (let at = 0; at < targets.length; at += CHUNK) {
        chunks.push({ packet, targets: targets.slice(at, at + CHUNK) });
      }
      // The first chunk at once: in most rooms it is all.
      if (!scheduled && chunks.length > 0) writeNext();
    },
  };
}
