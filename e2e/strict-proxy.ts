import { createServer, request } from "node:http";

/** A proxy as some companies have them: plain requests pass, WebSockets do not. */
export interface StrictProxy {
  url: string;
  /** WebSocket upgrades that it refused. */
  refused(): number;
  /** Long-polling requests that it passed on. */
  polled(): number;
  close(): Promise<void>;
}

export async function startStrictProxy(target: string): Promise<StrictProxy> {
  const { host, hostname, port, origin } = new URL(target);
  let refused = 0;
  let polled = 0;
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.includes("transport=polling")) polled += 1;
    // The product only answers to its own name, as behind a proxy that is set up rightly.
    const headers = { ...incoming.headers, host, ...(incoming.headers.origin ? { origin } : {}) };
    const { method, url: path } = incoming;
    const passed = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    outgoing.on("close", () => passed.destroy());
    incoming.pipe(passed);
  });
  server.on("upgrade", (_request, socket) => {
    refused += 1;
    socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const own = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://localhost:${own}`,
    refused: () => refused,
    polled: () => polled,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
