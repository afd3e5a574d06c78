import { io } from "socket.io-client";
import { expect, test } from "vitest";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { randomId } from "@/server/rooms/chance";
import { nodeForFile } from "@/server/testing/own-node";
import { anyWorkshop, signUp } from "@/server/testing/workshop";

/** Nothing is refilled, so that what is left can be counted. */
const BURST = 5;
const at = nodeForFile({ frameRate: { perSecond: 0, burst: BURST } });

test("27: P34 malformed presence frames use up a socket's share like any other frame", async () => {
  const { id: userId } = await signUp(at.node, "ada@example.org");
  const { id: session } = await at.node.server.sessions.open({ userId, ...anyWorkshop });
  const auth = { protocol: PROTOCOL_VERSION, role: "participant", session, device: randomId() };
  const extraHeaders = { origin: at.node.url };
  const socket = io(at.node.url, { auth, extraHeaders, transports: ["websocket"] });
  try {
    await new Promise((resolve) => socket.once("view", resolve));
    const ask = () =>
      socket.emitWithAck("command", {
        id: randomId(),
        command: { type: "wantToTalk", mark: null, revision: 1 },
      });
    for (let n = 0; n < BURST - 1; n += 1) socket.emit("presence", { done: "perhaps" });
    expect(await ask()).toEqual({ ok: true });
    expect(await ask()).toEqual({ ok: false, code: "rate-limited" });
  } finally {
    socket.close();
  }
});
