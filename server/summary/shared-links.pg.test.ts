import { expect, test } from "vitest";
import { LINKS_MAX } from "@/lib/summary/shared-links";
import { hashToken } from "@/server/auth/tokens";
import { createSharedLinks } from "@/server/summary/shared-links";
import { nodeForEachTest } from "@/server/testing/own-node";
import { query } from "@/server/testing/test-database";
import { openWorkshop, signUp } from "@/server/testing/workshop";

const at = nodeForEachTest({ sweeps: false });

/** A session that has ended, with its links. */
async function ended() {
  const { id, account, facilitator, participants } = await openWorkshop(at.node, 5);
  at.open.push(facilitator, ...participants);
  const first = { session: id, version: 1 };
  const { sessions } = at.node.server;
  // Nothing of a session that goes on is handed on.
  expect(await sessions.shareVersion(account.id, first, 7)).toBeNull();
  await facilitator.send({ type: "end" });
  const share = async (version = 1): Promise<string> => {
    const path = await sessions.shareVersion(account.id, { session: id, version }, 7);
    if (path === null) throw new Error("The summary could not be shared");
    return path.slice("/shared/".length);
  };
  return { id, account, sessions, first, share };
}

test("P306 a link opens its version as it is handed on now, and nothing of it is stored but a hash", async () => {
  const { id, account, sessions, first, share } = await ended();
  await sessions.saveTakeaway(account.id, first, "Für alle");
  const token = await share();
  expect(Buffer.from(token, "base64url").length * 8).toBe(256);
  const rows = await query(at.database.url, "select l::text as row from summary_links l");
  expect(rows).toHaveLength(1);
  expect(String(rows[0]?.row)).toContain(hashToken(token));
  expect(String(rows[0]?.row)).not.toContain(token);

  const read = async () => JSON.stringify(await sessions.openLink(token));
  expect(await read()).toContain("Für alle");
  expect(await read()).toContain('"key":"agenda"');
  await sessions.hideSections(account.id, first, ["agenda"]);
  await sessions.saveTakeaway(account.id, first, "Anders");
  expect(await read()).not.toContain('"key":"agenda"');
  expect(await read()).not.toContain("Für alle");
  // Another version is another matter.
  await sessions.addVersion(account.id, id, { name: "Für den Auftraggeber", like: null });
  await sessions.saveTakeaway(account.id, { session: id, version: 2 }, "Nur für ihn");
  expect(await read()).not.toContain("Nur für ihn");
  expect(JSON.stringify(await sessions.openLink(await share(2)))).toContain("Nur für ihn");

  // It outlives the raw data, and shows what remains.
  await sessions.deleteRawData(account.id, id);
  expect(await read()).toContain("Anders");
});

test("P307 its owner alone makes, lists and revokes a link, and sees no more than its days", async () => {
  const { id, account, sessions, first, share } = await ended();
  const other = await signUp(at.node, "eve@example.org");
  expect(await sessions.shareVersion(other.id, first, 7)).toBeNull();
  expect(await sessions.shareVersion(account.id, { ...first, version: 2 }, 7)).toBeNull();
  const token = await share();
  await sessions.openLink(token);
  expect(await sessions.linksTo(other.id, first)).toEqual([]);
  const [link] = await sessions.linksTo(account.id, first);
  if (!link) throw new Error("There is no link");
  expect(Object.keys(link).sort()).toEqual(["createdAt", "expiresAt", "id"]);
  const DAY_MS = 24 * 60 * 60_000;
  expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBe(7 * DAY_MS);

  expect(await sessions.revokeLink(other.id, id, link.id)).toBe(false);
  expect(await sessions.openLink(token)).not.toBeNull();
  expect(await sessions.revokeLink(account.id, id, link.id)).toBe(true);
  expect(await sessions.openLink(token)).toBeNull();
  expect(await sessions.linksTo(account.id, first)).toEqual([]);
});

test("P307 there are never more links to a version than one can tell apart", async () => {
  const { account, sessions, first } = await ended();
  const more = Array.from({ length: LINKS_MAX + 1 }, () =>
    sessions.shareVersion(account.id, first, 7),
  );
  expect((await Promise.all(more)).filter((path) => path !== null)).toHaveLength(LINKS_MAX);
});

test("P307 a link goes with its version, with its session and when it has run out", async () => {
  const { id, account, sessions, first, share } = await ended();
  const left = () => query(at.database.url, "select 1 from summary_links");
  await sessions.addVersion(account.id, id, { name: "Kurz", like: 1 });
  const [kept, gone] = [await share(), await share(2)];
  await sessions.deleteVersion(account.id, { session: id, version: 2 });
  expect(await sessions.openLink(gone)).toBeNull();
  expect(await left()).toHaveLength(1);
  await query(at.database.url, "update summary_links set expires_at = now()");
  expect(await sessions.openLink(kept)).toBeNull();
  expect(await sessions.linksTo(account.id, first)).toEqual([]);
  await share();
  await sessions.delete(account.id, id);
  expect(await left()).toEqual([]);
});

test("P310 wrong links are answered ever later, and a right one is still answered", async () => {
  const { share } = await ended();
  const waits: number[] = [];
  const links = createSharedLinks({
    db: at.node.server.db,
    pause: async (ms) => void waits.push(ms),
    now: () => 0,
  });
  const token = await share();
  await Promise.all(Array.from({ length: 300 }, (_, at) => links.openLink(`wrong ${at}`)));
  waits.length = 0;
  expect(await links.openLink(token)).not.toBeNull();
  expect(Math.max(...waits)).toBeGreaterThanOrEqual(1_000);
  expect(await links.openLink("wrong again")).toBeNull();
});
