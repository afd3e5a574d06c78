import { beforeAll, expect, test } from "vitest";
import { type Answer, ask } from "@/attack/ask";
import { sceneForFile } from "@/attack/scene-for-file";
import { newToken } from "@/server/auth/tokens";
import { query } from "@/server/testing/test-database";
import { openWorkshop, signUp } from "@/server/testing/workshop";

/** Links to a summary, as whoever tries them sees them: only one that works tells anything. */

const at = sceneForFile({ pages: true });
let links: Record<"good" | "expired" | "revoked" | "unknown" | "deleted", string>;
/** Links of follow-ups. */
let asked: Record<"good" | "over" | "withdrawn" | "unknown", string>;

beforeAll(async () => {
  const { server } = at.admin;
  const account = await signUp(at.admin, "ada@example.org");
  const { id, facilitator } = await openWorkshop(at.admin, 0, { account });
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  facilitator.close();
  const first = { session: id, version: 1 };
  const share = async (version = 1) => {
    const path = await server.sessions.shareVersion(account.id, { ...first, version }, 7);
    if (path === null) throw new Error("The summary could not be shared");
    return path;
  };
  const [expired, revoked] = [await share(), await share()];
  const [oldest, next] = await server.sessions.linksTo(account.id, first);
  if (!oldest || !next) throw new Error("There are no links");
  await query(
    at.database.url,
    `update summary_links set expires_at = now() - interval '1 second' where id = '${oldest.id}'`,
  );
  await server.sessions.revokeLink(account.id, id, next.id);
  await server.sessions.addVersion(account.id, id, { name: "Für niemanden", like: 1 });
  const deleted = await share(2);
  await server.sessions.deleteVersion(account.id, { session: id, version: 2 });
  const good = await share();
  const askAfter = async (days: 14 | 28) => {
    const opened = await openWorkshop(at.admin, 0, { account });
    await opened.facilitator.send({ type: "end" });
    opened.facilitator.close();
    const path = await server.sessions.openFollowUp(account.id, opened.id, days);
    if (path === null) throw new Error("There is no follow-up");
    return { path, session: opened.id };
  };
  const [open, over, withdrawn] = [await askAfter(14), await askAfter(14), await askAfter(28)];
  await query(
    at.database.url,
    `update follow_ups set closes_at = now() where session_id = '${over.session}'`,
  );
  await server.sessions.withdrawFollowUp(account.id, withdrawn.session);
  asked = {
    ...{ good: open.path, over: over.path, withdrawn: withdrawn.path },
    unknown: `/follow-up/${newToken(32)}`,
  };
  links = { good, expired, revoked, deleted, unknown: `/shared/${newToken(32)}` };
});

/** An answer without the link that was asked for, and without ids and nonces, which are new for each. */
async function answerTo(path: string, more = ""): Promise<Answer> {
  const answer = await ask(at.target.url, {
    path: `${path}${more}`,
    headers: { "accept-language": "de" },
  });
  const plain = (text: string) =>
    text
      .replaceAll(path.split("/").at(-1) ?? path, "token")
      .replace(/[0-9a-f]{32}/g, "id")
      .replace(/nonce([-=]|\\?":\\?")"?[^"';]*["';]/g, "nonce");
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, plain(value)]);
  return { ...answer, headers: Object.fromEntries(headers), body: plain(answer.body) };
}

test.each(["", "/csv", "/pdf", "/nothing"])(
  "P308 links that are unknown, have run out, were revoked or whose version is gone are answered alike: %s",
  async (more) => {
    const unknown = await answerTo(links.unknown, more);
    for (const name of ["expired", "revoked", "deleted"] as const) {
      expect(await answerTo(links[name], more), name).toEqual(unknown);
    }
    // What is compared would show a difference.
    if (more === "/nothing") return;
    const good = await answerTo(links.good, more);
    expect(good).not.toEqual(unknown);
    expect({ ...unknown, body: `${unknown.body} ` }).not.toEqual(unknown);
  },
);

test("P308 follow-ups that are unknown, over or taken back are answered alike", async () => {
  const unknown = await answerTo(asked.unknown);
  expect(await answerTo(asked.over)).toEqual(unknown);
  expect(await answerTo(asked.withdrawn)).toEqual(unknown);
  expect(await answerTo(asked.good)).not.toEqual(unknown);
});

test("P309 what a link leads to is found by no search engine and kept by no cache", async () => {
  for (const more of ["", "/csv"]) {
    const { status, headers } = await answerTo(links.good, more);
    expect(status).toBe(200);
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["set-cookie"]).toBeUndefined();
  }
});
