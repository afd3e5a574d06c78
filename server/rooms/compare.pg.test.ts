import { afterEach, expect, test, vi } from "vitest";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { begin, openWorkshop, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

afterEach(() => {
  vi.useRealTimers();
});

test("another node's changes are seen once a second has passed, and not by chance before (P28)", async () => {
  const { facilitator, id } = await openWorkshop(at.node, 0);
  // What this node does again and again waits for the test; all else goes on.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const second = await startNode(at.database.url);
  const shake = { role: "participant", session: id, device: randomId() } as const;
  const other = await connectClient(second.url, shake);
  at.open.push(facilitator, other);
  try {
    await begin(facilitator);
    expect(await facilitator.send({ type: "showHelp" })).toEqual({ ok: true });
    // Nothing of its own makes the second node look: it has been told nothing.
    expect(other.view?.session.helpShown).toBe(0);
    vi.advanceTimersByTime(COMPARED_WITHIN_MS);
    await other.until((view) => view.session.helpShown === 1);
  } finally {
    await second.stop();
  }
});

/** What P28 promises. */
const COMPARED_WITHIN_MS = 1_000;
