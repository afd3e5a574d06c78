import { io } from "socket.io-client";
import { expect, test } from "vitest";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { randomId } from "@/server/rooms/chance";
import { frameOf } from "@/server/simulated/received-view";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openWorkshop } from "@/server/testing/workshop";

/** One frame, and the next one two seconds later. */
const at = nodeForEachTest({ frameRate: { perSecond: 0.5, burst: 1 } });

test("a view that is asked for above the rate of frames comes all the same (P265)", async () => {
  const { facilitator, id } = await openWorkshop(at.node, 0);
  const { url } = at.node;
  const auth = { protocol: PROTOCOL_VERSION, role: "participant", session: id, device: randomId() };
  const extraHeaders = { origin: url };
  const socket = io(url, { transports: ["websocket"], extraHeaders, auth, forceNew: true });
  at.open.push(facilitator, { close: () => socket.disconnect() });
  let views = 0;
  socket.on("view", (now: unknown, body: unknown) => {
    if (frameOf(now, body).kind === "full") views += 1;
  });
  await expect.poll(() => views).toBe(1);
  const ask = () => socket.emitWithAck("command", { id: randomId(), command: null });
  expect(await ask()).toMatchObject({ code: "bad-input" });
  expect(await ask()).toMatchObject({ code: "rate-limited" });
  socket.emit("resync");
  await expect.poll(() => views, { timeout: 15_000 }).toBe(2);
});
