import { expect, test } from "vitest";
import { createNetwork } from "@/server/lan";
import { checkOrigin } from "@/server/origin";

const lan = { publicUrl: undefined, allowedHosts: ["lan.test:3000"] };
const lanNetwork = createNetwork(
  lan,
  () => 3000,
  () => [{ name: "wlan0", address: "192.168.7.4" }],
);
const open = { publicUrl: "https://aufwind.example", allowedHosts: [] };
const openNetwork = createNetwork(
  open,
  () => 3000,
  () => [],
);

const ask = (method: string, host: string | undefined, origin?: string, url = "/") => ({
  method,
  url,
  headers: { host, origin },
});

test.each([
  ["localhost:3000", true],
  ["127.0.0.1:3000", true],
  ["192.168.7.4:3000", true],
  ["LAN.test:3000", true],
  ["192.168.7.4:3001", false],
  ["192.168.7.4", false],
  ["192.168.7.5:3000", false],
  ["rebound.example:3000", false],
  ["", false],
  [undefined, false],
])("on a LAN the host %s is known: %s", (host, known) => {
  const verdict = checkOrigin(ask("GET", host), lan, lanNetwork);
  expect(verdict.ok).toBe(known);
  if (!verdict.ok) expect(verdict.status).toBe(421);
});

const own = "http://192.168.7.4:3000";
const origins = [
  ["own", own, true],
  ["foreign", "http://elsewhere.example", false],
  ["another of our names", "http://localhost:3000", false],
  ["https of the same host", "https://192.168.7.4:3000", false],
  ["null", "null", false],
] as const;

test.each(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])("%s by origin", (method) => {
  for (const [, origin, ok] of origins) {
    expect(checkOrigin(ask(method, "192.168.7.4:3000", origin), lan, lanNetwork).ok).toBe(ok);
  }
  const reading = method === "GET" || method === "HEAD";
  expect(checkOrigin(ask(method, "192.168.7.4:3000"), lan, lanNetwork).ok).toBe(reading);
});

test("an upgrade needs the own origin", () => {
  for (const [, origin, ok] of origins) {
    const request = ask("GET", "192.168.7.4:3000", origin, "/socket.io/?transport=websocket");
    expect(checkOrigin(request, lan, lanNetwork, true).ok).toBe(ok);
  }
  expect(checkOrigin(ask("GET", "192.168.7.4:3000"), lan, lanNetwork, true).ok).toBe(false);
});

test("behind a proxy only the public origin counts", () => {
  const origin = "https://aufwind.example";
  expect(checkOrigin(ask("POST", "aufwind.example", origin), open, openNetwork).ok).toBe(true);
  expect(checkOrigin(ask("POST", "aufwind.example:443", origin), open, openNetwork).ok).toBe(true);
  expect(checkOrigin(ask("GET", "localhost:3000"), open, openNetwork).ok).toBe(false);
  const plain = ask("POST", "aufwind.example", "http://aufwind.example");
  expect(checkOrigin(plain, open, openNetwork).ok).toBe(false);
});

test("a target that names a second host is refused", () => {
  for (const url of ["http://elsewhere.example/", "//elsewhere.example/", "*"]) {
    const request = ask("GET", "localhost:3000", undefined, url);
    expect(checkOrigin(request, lan, lanNetwork)).toEqual({ ok: false, status: 400 });
  }
});
