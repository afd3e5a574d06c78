import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Booted, boot } from "@/server/boot";
import { readEnv } from "@/server/env";
import { createLog } from "@/server/log";
import { running } from "@/server/running-server";
import { StartRefused } from "@/server/start-refused";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";

const secret = "k7Qv0zN3xB1mT8rW5yL2cH9pD4sF6gJa";
const log = createLog({ mode: "test", logLevel: "silent" });

let database: TestDatabase;
let booted: Booted;

const environment = (databaseUrl: string) =>
  readEnv({
    NODE_ENV: "test",
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: secret,
  });

beforeAll(async () => {
  database = await createTestDatabase();
  booted = await boot({ env: environment(database.url), log, dev: false, pages: false });
});
afterAll(async () => {
  await booted.stop();
  await database.drop();
});

function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: booted.port, host: "127.0.0.1", method, path, headers });
    asked.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, body: "" });
    });
    asked.on("error", reject);
    asked.end();
  });
}

const polling = "/socket.io/?EIO=4&transport=polling";
const upgrade = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};

test("pages reach the running server through one accessor", () => {
  expect(running()).toBe(booted.server);
});

test("Socket.IO sees neither foreign hosts nor foreign origins", async () => {
  const host = `localhost:${booted.port}`;
  const own = `http://${host}`;
  expect((await ask("GET", polling, { host })).status).toBe(200);
  expect((await ask("GET", polling, { host, origin: own })).status).toBe(200);
  expect((await ask("GET", polling, { host: "rebound.example" })).status).toBe(421);
  for (const origin of ["http://elsewhere.example", "null"]) {
    expect((await ask("GET", polling, { host, origin })).status).toBe(403);
    expect((await ask("POST", polling, { host, origin })).status).toBe(403);
    const path = "/socket.io/?EIO=4&transport=websocket";
    expect((await ask("GET", path, { ...upgrade, host, origin })).status).toBe(403);
  }
  expect((await ask("POST", polling, { host })).status).toBe(403);
  const path = "/socket.io/?EIO=4&transport=websocket";
  expect((await ask("GET", path, { ...upgrade, host })).status).toBe(403);
  expect((await ask("GET", path, { ...upgrade, host, origin: own })).status).toBe(101);
});

test("a taken port and a broken database give one line, without the password", async () => {
  const taken = { ...environment(database.url), port: booted.port };
  const broken = environment("postgres://somebody:unspeakable@127.0.0.1:1/nowhere");
  for (const [env, words] of [
    [taken, /^Port \d+ is taken[^\n]*$/],
    [broken, /^The database 127\.0\.0\.1:1\/nowhere[^\n]*DATABASE_URL[^\n]*$/],
  ] as const) {
    const refusal = await boot({ env, log, dev: false, pages: false }).catch((error) => error);
    expect(refusal).toBeInstanceOf(StartRefused);
    expect(refusal.message).toMatch(words);
    expect(refusal.message).not.toContain("unspeakable");
  }
});
