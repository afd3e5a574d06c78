import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { ask } from "@/attack/ask";
import { sceneForFile } from "@/attack/scene-for-file";
import { projectRoot } from "@/server/project-root";

/** What Next serves by itself, beside pages and route handlers (P70). */

const at = sceneForFile({ pages: true });

const IMAGE = "url=%2Ficon.svg&w=640&q=75";

/** A file that the build made, as proof that the closed door has a hole for those. */
const [chunk] = readdirSync(join(projectRoot(), ".next/static/chunks")).filter((name) =>
  name.endsWith(".js"),
);

test.each([
  `/_next/image?${IMAGE}`,
  "/_next/image?url=http%3A%2F%2F127.0.0.1%3A5432%2F&w=640&q=75",
  `/_next/image/?${IMAGE}`,
  `/_next/image/below?${IMAGE}`,
  `/_next/image-of?${IMAGE}`,
  `/_next//image?${IMAGE}`,
  `/_next/./image?${IMAGE}`,
  `/_next/static/../image?${IMAGE}`,
  `/_next/static/%2e%2e/image?${IMAGE}`,
  `/_next/static/..%2fimage?${IMAGE}`,
  `/_next%2fimage?${IMAGE}`,
  `/%5fnext/image?${IMAGE}`,
  `/_next\\image?${IMAGE}`,
  `/x/../_next/image?${IMAGE}`,
  "/_next",
  "/_next/",
  "/_next/data/build/index.json",
  "/_next/hmr",
  "/_next/static",
  "/_next/static/",
  "/_next/static/chunks/nowhere.js",
  "/_next/static/chunks/nowhere",
  "/favicon.ico",
])("%s answers with nothing of its own", async (path) => {
  const { status, headers, body } = await ask(at.target.url, {
    path,
    headers: { accept: "text/html,image/*" },
  });
  expect([307, 308, 400, 404]).toContain(status);
  // A page brings its policy; whatever does not is no page.
  if (headers["content-security-policy"] === undefined) {
    expect(headers["content-type"] ?? "").not.toContain("html");
    expect(body).not.toContain("<");
  }
  expect(at.target.complaints).toEqual([]);
});

test("what the build made is still there", async () => {
  const { status } = await ask(at.target.url, { path: `/_next/static/chunks/${chunk}` });
  expect(status).toBe(200);
  expect((await ask(at.target.url, { path: "/icon.svg" })).status).toBe(200);
});

const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });

test("A13: the licences of all that is in it are there to read, and nothing that only made it", async () => {
  const { status, headers, body } = await ask(at.target.url, { path: "/licences" });
  expect({ status, type: headers["content-type"] }).toEqual({
    status: 200,
    type: "text/plain; charset=utf-8",
  });
  const read = (name: string) => readFileSync(join(projectRoot(), name), "utf8");
  expect(body).toContain(read("LICENSE").trim());
  const { dependencies } = manifest.parse(JSON.parse(read("package.json")));
  const named = (name: string) => body.includes(`\n${name} `);
  expect(Object.keys(dependencies).filter((name) => !named(name))).toEqual([]);
  expect(["vitest", "@biomejs/biome", "drizzle-kit"].filter(named)).toEqual([]);
});
