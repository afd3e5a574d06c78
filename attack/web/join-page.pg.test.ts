import { expect, test } from "vitest";
import { ask } from "@/attack/ask";
import { sceneForFile } from "@/attack/scene-for-file";

/** The join page is rendered once for all who come in together: it has to be what Next would give each of them. */

const at = sceneForFile({ pages: true });

const CODE = "7K3M9QTX";
/** Asked like this, the page comes from Next itself. */
const QUESTION = "?from=next";

/** Headers of one connection, which say nothing of the page. */
const OF_CONNECTION = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/** An answer without what is its own: nonce, question and connection. */
async function pageAt(path: string, headers: Record<string, string>) {
  const answer = await ask(at.target.url, { path, headers });
  const policy = answer.headers["content-security-policy"] ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  const own = (text: string) => text.replaceAll(nonce, "NONCE").replaceAll(QUESTION, "");
  const shared = Object.entries(answer.headers).filter(([name]) => !OF_CONNECTION.includes(name));
  return {
    nonce,
    status: answer.status,
    headers: Object.fromEntries(shared.map(([name, value]) => [name, own(value)])),
    body: own(answer.body),
  };
}

test.each([
  ["German by the browser", { "accept-language": "de-AT,de;q=0.9" }],
  ["English by the browser", { "accept-language": "en" }],
  ["chosen", { "accept-language": "en", cookie: "other=1; aufwind-locale=de" }],
])("P290 %s: what is rendered once is what Next gives", async (_, headers) => {
  const [mine, others, next] = await Promise.all([
    pageAt(`/j/${CODE}`, headers),
    pageAt("/j/0ABCDEF1", headers),
    pageAt(`/j/${CODE}${QUESTION}`, headers),
  ]);
  expect(mine.body).toContain(CODE);
  expect({ ...mine, nonce: "" }).toEqual({ ...next, nonce: "" });
  expect(others.body).not.toContain(CODE);
  expect(new Set([mine.nonce, others.nonce, next.nonce]).size).toBe(3);
});
