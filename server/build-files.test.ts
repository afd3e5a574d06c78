import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compressFolder } from "@/scripts/compress.mjs";
import { loadBuildFiles } from "@/server/build-files";

const SCRIPT = 'console.log("Aufwind");\n'.repeat(200);
const FONT = Buffer.from([1, 2, 3, 4]);

let root: string;
let server: Server;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "aufwind-files-"));
  const folder = join(root, ".next/static/chunks");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "a.js"), SCRIPT);
  writeFileSync(join(folder, "b.woff2"), FONT);
  compressFolder(join(root, ".next/static"), join(root, ".next/static-compressed"));
  const files = loadBuildFiles(root);
  // What is on disk afterwards doesn't matter any more.
  rmSync(join(root, ".next"), { recursive: true });
  server = createServer((asked, response) => {
    if (!files.answer(asked.url ?? "", asked, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

function get(path: string, accepted?: string, method = "GET") {
  const { port } = server.address() as AddressInfo;
  const headers = accepted === undefined ? {} : { "accept-encoding": accepted };
  return new Promise<{ status?: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const { statusCode: status, headers: got } = response;
          resolve({ status, headers: got, body: Buffer.concat(chunks) });
        });
      })
        .on("error", reject)
        .end();
    },
  );
}

const JS = "/_next/static/chunks/a.js";

test("a file goes out as the browser can read it, best first, and may be kept for ever", async () => {
  const brotli = await get(JS, "gzip, deflate, br, zstd");
  expect(brotli.headers).toMatchObject({
    "content-encoding": "br",
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
  });
  expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
  const gzip = await get(JS, "gzip, deflate");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
  for (const accepted of [undefined, "identity", "br;q=0, gzip;q=0.0"]) {
    const plain = await get(JS, accepted);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body.toString()).toBe(SCRIPT);
  }
});

test("fonts, questions of length, and what is not there", async () => {
  const font = await get("/_next/static/chunks/b.woff2", "br");
  expect([font.headers["content-type"], font.body]).toEqual(["font/woff2", FONT]);
  const head = await get(JS, "gzip", "HEAD");
  expect(head.body.length).toBe(0);
  expect(Number(head.headers["content-length"])).toBeGreaterThan(0);
  for (const path of ["/_next/static/chunks/../a.js", "/_next/static/chunks/a.js.br", "/a.js"]) {
    expect((await get(path)).status).toBe(404);
  }
  expect((await get(JS, "gzip", "POST")).status).toBe(404);
});
