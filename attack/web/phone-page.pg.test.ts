import { expect, test } from "vitest";
import { ask } from "@/attack/ask";
import { sceneForFile } from "@/attack/scene-for-file";

/** A phone's page says nothing of who asks for it, and nothing of the code that it is asked for with. */

const at = sceneForFile({ pages: true });

const CODE = "7K3M9QTX";

/** Headers of one connection, which say nothing of the page. */
const OF_CONNECTION = ["connection", "keep-alive", "transfer-encoding", "content-length", "date"];

/** An answer without what is its own: nonce and connection. */
async function pageAt(path: string, headers: Record<string, string> = {}) {
  const answer = await ask(at.target.url, { path, headers });
  const policy = answer.headers["content-security-policy"] ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  const own = (text: string) => text.replaceAll(nonce, "NONCE");
  const shared = Object.entries(answer.headers).filter(([name]) => !OF_CONNECTION.includes(name));
  return {
    nonce,
    status: answer.status,
    headers: Object.fromEntries(shared.map(([name, value]) => [name, own(value)])),
    body: own(answer.body),
  };
}

test("P290 it is the same whatever the code is, and whoever asks, but for its nonce", async () => {
  const asked = await Promise.all([
    pageAt(`/j/${CODE}`),
    pageAt("/j/0ABCDEF1"),
    pageAt(`/j/${CODE}?x=1`),
    pageAt(`/j/${CODE}`, { cookie: "next-auth.session-token=x; other=1" }),
    pageAt("/j/%3Cscript%3Ealert(1)%3C%2Fscript%3E"),
  ]);
  const [first] = asked;
  if (!first) throw new Error("unreachable");
  expect(first.status).toBe(200);
  expect(first.nonce).not.toBe("");
  for (const each of asked) expect({ ...each, nonce: "" }).toEqual({ ...first, nonce: "" });
  expect(new Set(asked.map(({ nonce }) => nonce)).size).toBe(asked.length);
  expect(first.body).not.toContain(CODE);
  // The control: what asks for another language gets another page.
  expect((await pageAt(`/j/${CODE}`, { "accept-language": "de" })).body).not.toBe(first.body);
});

test("P290 each script of it has its nonce, and the policy lets no other run", async () => {
  const { body, headers } = await pageAt(`/j/${CODE}`);
  const scripts = body.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((each) => !each.includes('nonce="NONCE"'))).toEqual([]);
  expect(headers["content-security-policy"]).toContain("'nonce-NONCE' 'strict-dynamic'");
});
