import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { report } from "@/attack/report";
import { scaleSettings } from "@/lib/activities/scale/schema";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { toMarkdown } from "@/lib/summary/markdown";
import { type EmbeddedPostgres, startEmbedded } from "@/server/db/embedded";
import { createErasure, ERASURE_LOCK } from "@/server/erasure/erasure";
import { createLog } from "@/server/log";
import { hashSecret, randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { openForEverybody } from "@/server/testing/temporary-folder";
import { advanceTo, handIn, type Node, openWorkshop, startNode } from "@/server/testing/workshop";

/**
 * Unique texts are written wherever people can write, and looked for in everything that the product
 * leaves on a disk. Each stage first shows that they are found while no pass was made: DELETE is not
 * erasure, and a search that finds nothing would prove nothing.
 */

let folder: string;
let postgres: EmbeddedPostgres;
let node: Node;
let admin: pg.Client;
let logged = "";
const figures: Record<string, string | number>[] = [];
const nowhere = new Map<string, string[]>();
const open: LiveClient[] = [];

beforeAll(async () => {
  folder = openForEverybody(mkdtempSync(join(tmpdir(), "aufwind-canary-")));
  postgres = await startEmbedded({
    dataDir: folder,
    password: "only for tests",
    fsync: false,
    systemDir: join(folder, "system"),
  });
  const log = createLog(
    { mode: "test", logLevel: "debug" },
    {
      write: (line) => {
        logged += line;
      },
    },
  );
  node = await startNode(postgres.url, undefined, { log });
  admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  // Compressed, a text could hide from the search; a value out of line can't.
  for (const column of [
    ...["session_events.event", "sealed_cards.content"],
    ...["sessions.summary", "summary_versions.summary"],
  ]) {
    const [table, name] = column.split(".");
    await admin.query(`alter table ${table} alter column ${name} set storage external`);
  }
});

afterAll(async () => {
  for (const client of open) client.close();
  await admin?.end();
  await node?.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Where each text is found: in files below the data directory, bytes as they are. */
function inFiles(texts: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const needles = texts.map((text) => ({ text, bytes: Buffer.from(text, "utf8") }));
  // The folder above holds the log of Postgres and whatever else was written beside the data.
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    let content: Buffer;
    try {
      content = readFileSync(path);
    } catch {
      // Postgres removes files while we look.
      continue;
    }
    for (const { text, bytes } of needles) {
      if (content.includes(bytes)) found.set(text, [...(found.get(text) ?? []), path]);
    }
  }
  return found;
}

/** Every row of every table of the database, as text. */
async function dump(): Promise<string> {
  const { rows } = await admin.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    const all = await admin.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...all.rows.map(({ row }) => row));
  }
  return parts.join("\n");
}

/** Keys of activities, and the tags made with them: what a moment has of both. */
async function keysAndTags(): Promise<string[]> {
  const { rows } = await admin.query<{ text: string }>(
    `select key as text from activity_keys
     union select tag from sealed_contributors
     union select tag from sealed_ballots`,
  );
  return rows.map(({ text }) => text);
}

/** Keyed hashes by which sealed cards are found, as the table has them now. */
async function editHashesNow(): Promise<string[]> {
  const { rows } = await admin.query<{ text: string }>(
    "select edit_hash as text from sealed_cards",
  );
  return rows.map(({ text }) => text);
}

/** Scores that are handed in at once, so that their tags are on the disk early. */
function askedOnce(activity: ActivityTemplate): ActivityTemplate {
  if (activity.kind !== "scale") return activity;
  return { ...activity, settings: { ...activity.settings, pairWith: null } };
}

/**
 * Deletes while no pass can be made, finds the texts in no live row and yet in the files, in a table and
 * in the write-ahead log; then has a pass made and finds them nowhere.
 */
async function expectErased(
  what: string,
  texts: readonly string[],
  deleteThem: () => Promise<unknown>,
): Promise<void> {
  await admin.query("select pg_advisory_lock($1)", [ERASURE_LOCK]);
  await deleteThem();
  await admin.query("checkpoint");
  const rows = await dump();
  const found = inFiles(texts);
  for (const text of texts) {
    expect(rows.includes(text), `${text} in a live row`).toBe(false);
    expect(found.get(text)?.join("\n"), `${text} before the pass`).toBeDefined();
  }
  const paths = [...found.values()].flat().join("\n");
  expect(paths).toContain("/base/");
  expect(paths).toContain("/pg_wal/");

  await admin.query("select pg_advisory_unlock($1)", [ERASURE_LOCK]);
  // The pass that the deletion asked for may be under way already.
  await expect
    .poll(() => node.server.erasure.pass(), { timeout: 20_000 })
    .toMatch(/^(done|unchanged)$/);
  const left = inFiles(texts);
  const distinct = (files: Map<string, string[]>) => new Set([...files.values()].flat()).size;
  figures.push({
    deleted: what,
    texts: texts.length,
    "found before": found.size,
    "in files": distinct(found),
    "found after": left.size,
  });
  expect(left).toEqual(nowhere);
}

test("what was deleted is in no file after the pass, and what should remain is there at each stage", async () => {
  let number = 0;
  /** With an umlaut, so that the search is one for UTF-8. */
  const canary = (what: string) => {
    number += 1;
    return `Kanarienvögel-${what}-${number}-${randomId().slice(0, 12)}`;
  };
  const texts = {
    quoted: canary("zitiert"),
    shown: canary("gezeigt"),
    firstDraft: canary("vor-der-Änderung"),
    secondDraft: canary("nach-der-Änderung"),
    withdrawn: canary("zurückgezogen"),
    held: canary("zurückgehalten"),
    reading: canary("Lesart-versiegelt"),
    theme: canary("Thema"),
    note: canary("Notiz"),
    takeaway: canary("Mitnahme"),
    takeawayLater: canary("Mitnahme-danach"),
  };

  // --- a session in which all of it is written -----------------------------------------------------
  const { facilitator, participants, devices, id, account } = await openWorkshop(node, 8, {
    change: (all) => all.map(askedOnce),
  });
  open.push(facilitator, ...participants);
  const to = async (activity: string, phase: string) => {
    await advanceTo(facilitator, activity, phase);
    await Promise.all(
      participants.map((each) =>
        each.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
      ),
    );
  };
  await facilitator.send({ type: "begin", endsAt: null });
  await facilitator.until((view) => view.planned);
  await facilitator.send({ type: "writeNote", activity: "welcome", text: texts.note });

  await to("before", "ask");
  const scale = facilitator.view?.planned;
  const scores = scaleSettings
    .parse(scale?.settings)
    .items.map(({ key: item }) => ({ item, score: 7, before: null }));
  for (const each of participants) {
    expect(await each.act({ type: "castScores", revision: 1, scores })).toEqual({ ok: true });
  }
  const hidden = await keysAndTags();

  await to("small-no", "write");
  const written = [
    texts.quoted,
    texts.shown,
    texts.firstDraft,
    texts.withdrawn,
    texts.held,
    ...["füllt", "die", "Runde"].map(canary),
  ];
  const cards = await Promise.all(
    participants.map((each, at) =>
      handIn(each, written[at] ?? "", { mayBeQuoted: written[at] === texts.quoted }),
    ),
  );
  for (const { acknowledged } of cards) expect(acknowledged).toEqual({ ok: true });
  const [, , drafted, withdrawn] = cards;
  expect(
    await participants[2]?.act({
      type: "submitCard",
      edit: drafted?.edit,
      markHash: hashSecret(drafted?.mark ?? ""),
      revision: 2,
      text: texts.secondDraft,
      mayBeCase: false,
      mayBeQuoted: false,
    }),
  ).toEqual({ ok: true });
  expect(await participants[3]?.act({ type: "withdrawCard", edit: withdrawn?.edit })).toEqual({
    ok: true,
  });
  hidden.push(...(await keysAndTags()));
  const editHashes = await editHashesNow();

  await to("small-no", "review");
  const review = await facilitator.until((view) => {
    const all = Object.values(view.review ?? {});
    return all.length === 7 && all;
  });
  const held = review.find(({ text }) => text === texts.held);
  await facilitator.act({ type: "holdCard", reviewId: held?.id, held: true });
  await to("small-no", "cluster");
  const shown = await facilitator.until((view) => {
    const all = Object.values(view.cards);
    return all.length === 6 && all;
  });
  const themeId = randomId();
  await facilitator.act({ type: "addTheme", themeId, name: texts.theme });
  for (const { id: card } of shown.slice(0, 3)) {
    const sorted = await facilitator.act({ type: "sortCard", cardId: card, themeId });
    expect(sorted).toEqual({ ok: true });
  }

  await to("other-readings", "choose");
  await facilitator.act({ type: "chooseCases", cases: ["linkedin-silence"] });
  await to("other-readings", "write");
  for (const each of participants) {
    const answer = await each.act({
      type: "submitCard",
      edit: randomId(),
      markHash: hashSecret(randomId()),
      revision: 1,
      attributes: { caseId: "linkedin-silence", lens: "time" },
      text: texts.reading,
      mayBeQuoted: true,
    });
    expect(answer).toEqual({ ok: true });
  }
  hidden.push(...(await keysAndTags()));
  editHashes.push(...(await editHashesNow()));
  // Whatever Postgres samples, it samples now.
  await admin.query("analyze");

  // What only this moment has, and must not outlive the end.
  const goneAtTheEnd = [
    ...[texts.firstDraft, texts.withdrawn, texts.held, texts.reading],
    ...editHashes,
    ...hidden,
  ];
  expect(editHashes).toHaveLength(cards.length + participants.length);
  // Of a reading also the share of its case.
  expect(hidden.length).toBe(3 + 8 * (scores.length + 3));
  const marks = shown.map(({ markHash }) => markHash);
  const raw = [texts.shown, texts.secondDraft, texts.note, ...marks];

  // --- the end: everything that was sealed goes ----------------------------------------------------
  await expectErased("by the end", goneAtTheEnd, async () => {
    expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  });
  const afterTheEnd = await dump();
  for (const text of [...raw, texts.quoted, texts.theme]) expect(afterTheEnd).toContain(text);

  // --- the raw data go: only the summary remains ---------------------------------------------------
  const { sessions } = node.server;
  await sessions.saveTakeaway(account.id, { session: id, version: 1 }, texts.takeaway);
  const summary = await sessions.summary(account.id, id);
  if (!summary || typeof summary.summary === "string") throw new Error("There is no summary");
  expect(toMarkdown(summary.summary.de)).toContain(texts.quoted);
  await expectErased("raw data", raw, async () => {
    expect(await sessions.deleteRawData(account.id, id)).toBe(true);
  });
  expect((await sessions.summary(account.id, id))?.summary).toEqual(summary.summary);
  const afterRawData = await dump();
  for (const text of [texts.quoted, texts.theme, texts.takeaway]) {
    expect(afterRawData).toContain(text);
  }

  // --- the session goes: nothing remains -----------------------------------------------------------
  await sessions.saveTakeaway(account.id, { session: id, version: 1 }, texts.takeawayLater);
  const rest = [texts.quoted, texts.theme, texts.takeaway, texts.takeawayLater, id];
  await expectErased("the session", rest, async () => {
    expect(await sessions.delete(account.id, id)).toBe(true);
  });
  expect(inFiles([...rest, ...raw, ...goneAtTheEnd])).toEqual(nowhere);
  const nothing = await dump();
  for (const text of Object.values(texts)) expect(nothing).not.toContain(text);

  // --- and the log never knew any of it ------------------------------------------------------------
  expect(logged).toContain("erasure pass");
  const secrets = [...devices, ...cards.flatMap(({ edit, mark }) => [edit, mark])];
  const people = [account.cookie, "127.0.0.1", "::1"];
  for (const text of [...Object.values(texts), ...goneAtTheEnd, ...secrets, ...people, id]) {
    expect(logged).not.toContain(text);
  }
  report("Erasure", figures, []);
});

test("a copy of a table that a killed Postgres left unfinished is removed, and no table is harmed", async () => {
  const { rows } = await admin.query<{ oid: string }>(
    "select oid::text from pg_database where datname = current_database()",
  );
  const text = `Kanarienvögel-${randomId()}`;
  const base = join(postgres.data, "base", rows[0]?.oid ?? "");
  for (const name of ["99999999", "99999999.1", "99999999_fsm"]) {
    writeFileSync(join(base, name), text);
  }
  expect(inFiles([text]).get(text)).toHaveLength(3);
  const erasure = createErasure({
    url: postgres.url,
    log: createLog({ mode: "test", logLevel: "silent" }),
    data: postgres.data,
  });
  // All but when the last pass was.
  const installation = /^\(1,.*,("[^"]*")?\)$/;
  const kept = async () => (await dump()).split("\n").filter((row) => !installation.test(row));
  const before = await kept();
  expect(await erasure.pass()).toBe("done");
  expect(inFiles([text])).toEqual(nowhere);
  expect(await kept()).toEqual(before);
  await admin.query("reindex database");
});

test("errors of Postgres tell its log neither rows nor statements", async () => {
  const mail = `kanarie-${randomId()}@example.org`;
  const insert = (client: pg.Client) =>
    client.query(
      `insert into users (email, name, role, language) values ('${mail}', 'K', 'admin', 'de')`,
    );
  const log = () => readFileSync(join(folder, "postgres.log"), "utf8");
  await insert(admin);
  await expect(insert(admin)).rejects.toThrow(/duplicate key/);
  await expect.poll(log).toContain("duplicate key");
  expect(log()).not.toContain(mail);

  // The same error under Postgres' own defaults: the search would have found it.
  await admin.query("set log_error_verbosity = default; set log_min_error_statement = error");
  await expect(insert(admin)).rejects.toThrow(/duplicate key/);
  await expect.poll(log).toContain(mail);
});
