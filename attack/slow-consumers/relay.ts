import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that a real client takes, and on which its network can stop taking anything in. */
export interface Relay {
  /** As a Host header names it. */
  readonly host: string;
  readonly url: string;
  leadTo(port: number): void;
  /** Nothing that the server says arrives on the connections that there are now; what the client says goes out. */
  stall(): void;
  /** What has waited arrives. */
  goOn(): void;
  /** Ends the connections that there are now. */
  cut(): void;
  close(): void;
}

export async function openRelay(): Promise<Relay> {
  let target = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    // Being cut off is what is waited for, at either end.
    for (const socket of [client, upstream]) socket.on("error", () => undefined);
    client.on("data", (data) => upstream.write(data));
    upstream.on("data", (data) => client.write(data));
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => {
      open.delete(upstream);
      client.destroy();
    });
    open.add(upstream);
  });
  const cut = () => {
    for (const upstream of open) upstream.destroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port }: Pick<AddressInfo, "port"> = Object(server.address());
  const host = `127.0.0.1:${port}`;
  return {
    host,
    url: `http://${host}`,
    leadTo(given) {
      target = given;
    },
    stall() {
      for (const upstream of open) upstream.pause();
    },
    goOn() {
      for (const upstream of open) upstream.resume();
    },
    cut,
    close() {
      server.close();
      cut();
    },
  };
}
