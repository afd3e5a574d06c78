import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inflateRawSync } from "node:zlib";
import { Server, type Socket } from "socket.io";
import { io } from "socket.io-client";
import { describe, expect, it, vi } from "vitest";
import { demoSetbacks } from "@/lib/activities/collect/simulated-texts";
import { textAt } from "@/lib/activities/simulation";
import type { Channel } from "@/lib/channel";
import { type ViewPacket, viewBody, viewPacket } from "@/server/rooms/view-packet";

/** Lengths in 7, 16 and 64 bits, umlauts and an emoji among them: bytes are not characters. */
const texts = ["kurz", "ü".repeat(100), "Süß 🌱 ".repeat(20_000)];

/** What a client is sent: a view with each text between answers of Socket.IO's own, and how `heard` tells each view's body. */
async function arrivals(
  transport: "websocket" | "polling",
  send: (socket: Pick<Socket, "conn">, packet: ViewPacket) => void,
  heard: { channel: Channel; body(body: unknown): unknown },
): Promise<unknown[]> {
  const http = createServer();
  const server = new Server(http, { perMessageDeflate: false });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  server.on("connection", (socket) => {
    for (const [at, text] of texts.entries()) {
      socket.emit("answer", at);
      send(socket, viewPacket(viewBody(JSON.stringify({ text }), heard.channel), at));
    }
    socket.emit("answer", "last");
  });
  const client = io(`http://127.0.0.1:${port}`, { transports: [transport] });
  const arrived: unknown[] = [];
  client.on("view", (now, body) => arrived.push([now, heard.body(body)]));
  await new Promise<void>((resolve) => {
    client.on("answer", (what) => {
      arrived.push(what);
      if (what === "last") resolve();
    });
  });
  client.disconnect();
  await server.close();
  return arrived;
}

describe.each(["websocket", "polling"] as const)("over %s", (transport) => {
  it("P151: packets arrive whole and in one order with what Socket.IO writes itself", async () => {
    const arrived = await arrivals(
      transport,
      ({ conn }, { text, options }) => conn.write(text, options),
      { channel: "facilitator", body: (body) => Object(body).text },
    );
    expect(arrived).toEqual([...texts.flatMap((text, at) => [at, [at, text]]), "last"]);
  });

  it("P198: deflated bodies arrive as bytes, in the same order", async () => {
    const arrived = await arrivals(
      transport,
      ({ conn }, { text, options, inBytes = [{ data: text, options }] }) => {
        for (const part of inBytes) conn.write(part.data, part.options);
      },
      {
        channel: "stage",
        body: (body) =>
          Buffer.isBuffer(body) ? JSON.parse(inflateRawSync(body).toString()) : body,
      },
    );
    const shown = texts.flatMap((text, at) => [at, [at, { text }]]);
    expect(arrived).toEqual([...shown, "last"]);
    expect(viewPacket(viewBody(JSON.stringify(texts), "stage"), 0).inBytes).toHaveLength(2);
  });
});

describe("a deflated body", () => {
  const json = JSON.stringify({ kind: "patch", set: { text: texts[2] } });

  it("P198: is put into no text for those who take bytes, and once for all others", () => {
    const encoding = vi.spyOn(Buffer.prototype, "toString");
    const timesBase64 = () => encoding.mock.calls.filter(([as]) => as === "base64").length;
    try {
      const body = viewBody(json, "stage");
      const packets = [1, 2].map((now) => viewPacket(body, now));
      for (const { inBytes = [] } of packets) expect(inBytes[1]?.data).toBe(body.deflated);
      expect(timesBase64()).toBe(0);
      for (const { text, options } of [...packets, ...packets]) {
        expect(options.wsPreEncodedFrame[0].toString().endsWith(text)).toBe(true);
      }
      expect(timesBase64()).toBe(1);
    } finally {
      encoding.mockRestore();
    }
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

  it("P199: of a reveal of 300 cards weighs 20.2 kB at most on each phone", () => {
    const hex = (bytes: number) => randomBytes(bytes).toString("hex");
    const revealed = Array.from({ length: 300 }, (_, at) => {
      const id = hex(16);
      const { de: text } = textAt(demoSetbacks, at);
      const card = { id, text, attributes: {}, notForStage: false, markHash: hex(32) };
      return [`cards/${id}`, card] as const;
    });
    const body = { kind: "patch", version: [hex(16), 1], gone: [] };
    const set = Object.fromEntries(revealed);
    const { inBytes = [] } = viewPacket(
      viewBody(JSON.stringify({ ...body, set }), "participant"),
      0,
    );
    const weight = inBytes.reduce(
      (sum, { options }) => sum + options.wsPreEncodedFrame[0].length,
      0,
    );
    // Sixteen bytes of each id and thirty-two of each hash can't be made any less.
    expect(weight).toBeGreaterThan(300 * 48);
    expect(weight).toBeLessThan(20_200);
  });

  it("P150: is never deflated for facilitators, who see what is secret beside it", () => {
    expect(viewBody(json, "facilitator").text).toBe(json);
  });
});
