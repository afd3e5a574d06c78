import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inflateRawSync } from "node:zlib";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { describe, expect, it } from "vitest";
import { viewBody, viewPacket } from "@/server/rooms/view-packet";

/** Lengths in 7, 16 and 64 bits, umlauts and an emoji among them: bytes are not characters. */
const texts = ["kurz", "ü".repeat(100), "Süß 🌱 ".repeat(20_000)];

describe.each(["websocket", "polling"] as const)("over %s", (transport) => {
  it("P151: packets arrive whole and in one order with what Socket.IO writes itself", async () => {
    const http = createServer();
    const server = new Server(http, { perMessageDeflate: false });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    const { port } = http.address() as AddressInfo;
    server.on("connection", (socket) => {
      for (const [at, text] of texts.entries()) {
        socket.emit("answer", at);
        const { text: packet, options } = viewPacket(
          viewBody(JSON.stringify({ text }), "facilitator"),
          at,
        );
        socket.conn.write(packet, options);
      }
      socket.emit("answer", "last");
    });
    const client = io(`http://127.0.0.1:${port}`, { transports: [transport] });
    const arrived: unknown[] = [];
    client.on("view", (now, body) => arrived.push([now, body.text]));
    await new Promise<void>((resolve) => {
      client.on("answer", (what) => {
        arrived.push(what);
        if (what === "last") resolve();
      });
    });
    client.disconnect();
    await server.close();
    expect(arrived).toEqual([...texts.flatMap((text, at) => [at, [at, text]]), "last"]);
  });
});

describe("a body", () => {
  const cards = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [
      `cards/${at.toString(16).padStart(32, "0")}`,
      { text: `Nach dem Vortrag bat ich um zehn Minuten. Es hieß: gern später. ${at}` },
    ]),
  );
  const json = JSON.stringify({ kind: "patch", set: cards });

  it("P150: is deflated where it is large", () => {
    const { text } = viewBody(json, "participant");
    const inflated = inflateRawSync(Buffer.from(JSON.parse(text), "base64")).toString();
    expect(inflated).toBe(json);
    expect(text.length).toBeLessThan(json.length / 3);
    expect(viewBody('{"kind":"patch"}', "stage").text).toBe('{"kind":"patch"}');
  });

  it("P150: is never deflated for facilitators, who see what is secret beside it", () => {
    expect(viewBody(json, "facilitator").text).toBe(json);
  });
});
