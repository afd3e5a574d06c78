import { createServer } from "node:http";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { expect, it, vi } from "vitest";
import { type Connection, type ConnectionHandlers, connect } from "@/lib/client/connection";
import { PROTOCOL_VERSION } from "@/lib/protocol";

const handshake = { protocol: PROTOCOL_VERSION, role: "stage", key: "0".repeat(32) } as const;

it("comes up although the file of its library did not arrive the first time", async () => {
  const http = createServer();
  const server = new Server(http, { path: "/socket.io/" });
  const port = await new Promise<number>((resolve) => {
    http.listen(0, "127.0.0.1", () => {
      const address = http.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const handlers: ConnectionHandlers = {
    onUp: vi.fn(),
    onDown: vi.fn(),
    onFrame: vi.fn(),
    onRefused: vi.fn(),
    seen: () => null,
  };
  let tries = 0;
  let link: Connection | undefined;
  try {
    link = connect(handshake, handlers, async () => {
      tries += 1;
      if (tries === 1) throw new TypeError("Failed to fetch dynamically imported module");
      const library = await import("socket.io-client");
      // A page knows its own origin, a test has to name it.
      const toServer = (options: Parameters<typeof io>[0]) =>
        io(`http://127.0.0.1:${port}`, Object(options));
      return { ...library, io: Object.assign(toServer, library.io) };
    });
    await vi.waitFor(() => expect(handlers.onUp).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    expect(handlers.onDown).toHaveBeenCalledTimes(1);
    expect(handlers.onRefused).not.toHaveBeenCalled();
  } finally {
    link?.close();
    await server.close();
  }
});
