import { expect, test } from "vitest";
import { ask } from "@/attack/ask";
import { sceneForFile } from "@/attack/scene-for-file";
import { randomId } from "@/server/rooms/chance";

const at = sceneForFile({ pages: true });

/** Scripts of the page that its own policy would not let run. */
async function strayScripts(path: string, status: number): Promise<string[]> {
  const answer = await ask(at.target.url, { path, headers: { accept: "text/html" } });
  expect({ path, status: answer.status }).toEqual({ path, status });
  const policy = answer.headers["content-security-policy"] ?? "";
  const [, nonce] = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy) ?? [];
  expect(nonce).toBeDefined();
  expect(policy).toContain("frame-ancestors 'none'");
  expect(answer.headers["x-frame-options"]).toBe("DENY");
  const scripts = answer.body.match(/<script\b[^>]*>/g) ?? [];
  return scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`));
}

test("a page that is not there has the policy, with a nonce on each script", async () => {
  expect(await strayScripts("/nowhere", 404)).toEqual([]);
  expect(await strayScripts("/sessions/x/y/z", 404)).toEqual([]);
  // Addresses that begin like those of files and route handlers.
  expect(await strayScripts("/api/nowhere", 404)).toEqual([]);
  expect(await strayScripts("/icon.svgs", 404)).toEqual([]);
});

test("a page that failed has it too", async () => {
  // Without its database a stage link can't be looked up.
  await at.database.drop();
  expect(await strayScripts(`/stage/${randomId()}`, 500)).toEqual([]);
});
