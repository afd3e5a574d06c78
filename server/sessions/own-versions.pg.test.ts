import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { VERSIONS_MAX } from "@/lib/summary/versions";
import { migrateDatabase } from "@/server/db/migrate";
import { projectRoot } from "@/server/project-root";
import { randomId } from "@/server/rooms/chance";
import { nodeForEachTest } from "@/server/testing/own-node";
import { query } from "@/server/testing/test-database";
import { advanceTo, begin, handIn, openWorkshop, signUp } from "@/server/testing/workshop";

const at = nodeForEachTest();

/** An ended session, and the themes of a version of its summary as they are handed on. */
async function ended() {
  const { id, account, facilitator, participants } = await openWorkshop(at.node, 5);
  at.open.push(facilitator, ...participants);
  await facilitator.send({ type: "end" });
  const { sessions } = at.node.server;
  const read = (version?: number) => sessions.summary(account.id, id, version);
  return { id, account, sessions, read };
}

test("versions are made, named, copied and deleted by their owner alone, and one always stays", async () => {
  const { id, account, sessions, read } = await ended();
  const other = await signUp(at.node, "eve@example.org");
  const first = { session: id, version: 1 };
  await sessions.saveTakeaway(account.id, first, "Für alle");
  await sessions.changeReview(account.id, first, { change: "strike", text: "Anna" });

  const named = { name: "Für den Auftraggeber", like: 1 };
  expect(await sessions.addVersion(other.id, id, named)).toBeNull();
  expect(await sessions.addVersion(account.id, id, { ...named, like: 7 })).toBeNull();
  expect(await sessions.addVersion(account.id, id, named)).toBe(2);
  expect(await sessions.addVersion(account.id, id, { name: "Leer", like: null })).toBe(3);
  const [copy, untouched] = [await read(2), await read(3)];
  expect(copy).toMatchObject({ review: { struck: ["Anna"] }, version: { name: named.name } });
  expect(JSON.stringify(copy?.summary)).toContain("Für alle");
  expect(untouched).toMatchObject({ review: { struck: [] } });
  expect(JSON.stringify(untouched?.summary)).not.toContain("Für alle");
  expect(copy?.versions.map(({ number, name }) => [number, name])).toEqual([
    ...[[1, ""] as const, [2, named.name] as const],
    [3, "Leer"],
  ]);

  // Each goes its own way.
  const second = { session: id, version: 2 };
  await sessions.hideSections(account.id, second, ["agenda"]);
  await sessions.changeReview(account.id, second, { change: "unstrike", text: "Anna" });
  expect(await read(1)).toMatchObject({ hiddenSections: [], review: { struck: ["Anna"] } });
  expect(await read(2)).toMatchObject({ hiddenSections: ["agenda"], review: { struck: [] } });

  expect(await sessions.renameVersion(other.id, first, "Meins")).toBe(false);
  expect(await sessions.deleteVersion(other.id, second)).toBe(false);
  expect(await sessions.renameVersion(account.id, first, "Für die Gruppe")).toBe(true);
  expect(await sessions.deleteVersion(account.id, second)).toBe(true);
  expect(await sessions.deleteVersion(account.id, second)).toBe(false);
  // Never another one instead: it may hold what this one left out.
  expect(await read(2)).toBeNull();
  expect(await sessions.deleteVersion(account.id, first)).toBe(true);
  expect(await sessions.deleteVersion(account.id, { session: id, version: 3 })).toBe(false);
  expect(await read()).toMatchObject({ version: { number: 3 }, versions: [{ number: 3 }] });
});

test("there are never more versions than one tells apart", async () => {
  const { id, account, sessions } = await ended();
  const more = Array.from({ length: VERSIONS_MAX + 1 }, (_, index) =>
    sessions.addVersion(account.id, id, { name: `${index}`, like: null }),
  );
  const made = (await Promise.all(more)).filter((number) => number !== null);
  expect(new Set(made).size).toBe(VERSIONS_MAX - 1);
});

test("when raw data go, each version keeps what it hands on and nothing of what it leaves out", async () => {
  const { id, account, sessions, read } = await ended();
  const themesOf = async (version: number) => {
    const found = (await read(version))?.summary;
    if (typeof found !== "object") throw new Error(`There is no summary: ${found}`);
    const keys = found.de.sections.map(({ key }) => key);
    return { keys, themes: JSON.stringify(found.de.sections.find(({ key }) => key === "themes")) };
  };
  const [word = ""] = (await themesOf(1)).themes.match(/(?<=text":"[^"]*)\p{L}{7,}/u) ?? [];
  expect(word).not.toBe("");
  await sessions.addVersion(account.id, id, { name: "Kurz", like: 1 });
  await sessions.changeReview(
    account.id,
    { session: id, version: 2 },
    { change: "strike", text: word },
  );
  await sessions.hideSections(account.id, { session: id, version: 1 }, ["agenda"]);
  expect(await sessions.deleteRawData(account.id, id)).toBe(true);

  const [first, second] = [await themesOf(1), await themesOf(2)];
  expect(first.themes).toContain(word);
  expect(first.keys).not.toContain("agenda");
  expect(second.themes).not.toContain(word);
  expect(second.keys).toContain("agenda");

  // What begins untouched would begin with nothing.
  expect(await sessions.addVersion(account.id, id, { name: "Neu", like: null })).toBeNull();
  expect(await sessions.addVersion(account.id, id, { name: "Kopie", like: 2 })).toBe(3);
  expect(await themesOf(3)).toEqual(second);
  expect(await sessions.deleteVersion(account.id, { session: id, version: 1 })).toBe(true);
  const rows = await query(at.database.url, "select v::text as row from summary_versions v");
  expect(JSON.stringify(rows.filter(({ row }) => String(row).includes(id)))).not.toContain(word);
});

test("P314 a summary can be reviewed on the way, and keeps what was made of it when the session ends", async () => {
  const { id, account, facilitator, participants } = await openWorkshop(at.node, 5);
  at.open.push(facilitator, ...participants);
  const { sessions } = at.node.server;
  const first = { session: id, version: 1 };
  const read = () => sessions.summary(account.id, id);
  const sectionsOf = async () => {
    const found = (await read())?.summary;
    return typeof found === "object" ? found.de.sections.map(({ key }) => key) : found;
  };
  expect(await read()).toMatchObject({ isOver: false, summary: "notYet" });
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  const card = "Ein Nein, das noch verschlossen ist";
  await Promise.all(participants.map((each) => handIn(each, card)));
  expect(await read()).toMatchObject({ isOver: false });
  expect(await sectionsOf()).toContain("agenda");
  // What is sealed is nowhere in it.
  expect(JSON.stringify(await read())).not.toContain(card);
  await sessions.saveTakeaway(account.id, first, "Schon geschrieben");
  await sessions.hideSections(account.id, first, ["agenda"]);
  await sessions.changeReview(account.id, first, { change: "strike", text: "Anna" });
  expect(await sessions.shareVersion(account.id, first, 7)).toBeNull();

  // Early, in the middle of an activity: nothing of it is lost.
  await facilitator.send({ type: "end" });
  expect(await read()).toMatchObject({
    ...{ isOver: true, hiddenSections: ["agenda"], review: { struck: ["Anna"] } },
  });
  expect(JSON.stringify((await read())?.summary)).toContain("Schon geschrieben");
});

const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** The migrations up to this one, as an earlier release brought them. */
function migrationsBefore(tag: string): string {
  const folder = mkdtempSync(join(tmpdir(), "aufwind-migrations-"));
  cpSync(join(projectRoot(), "server/db/migrations"), folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const all = journal.parse(JSON.parse(readFileSync(path, "utf8")));
  const entries = all.entries.slice(
    0,
    all.entries.findIndex((entry) => entry.tag === tag),
  );
  writeFileSync(path, JSON.stringify({ ...all, entries }));
  return folder;
}

test("what an earlier release kept of a session becomes its first version", async () => {
  const name = `before_${randomId()}`;
  await query(at.database.url, `create database ${name}`);
  const url = new URL(at.database.url);
  url.pathname = `/${name}`;
  const folder = migrationsBefore("0017_summary_versions");
  try {
    await migrateDatabase(url.href, folder);
    const [user] = await query(
      url.href,
      "insert into users (email, name, role, language) values ('a@example.org', 'A', 'admin', 'de') returning id",
    );
    const insert = (id: string, columns: string, values: string) =>
      query(
        url.href,
        `insert into sessions (id, owner_id, stage_key, plan, status${columns})
         values ('${id}', '${user?.id}', '${id}', '{}', 'finished'${values})`,
      );
    await insert("untouched", "", "");
    await insert(
      "reviewed",
      ", takeaway, hidden_sections, summary_review, summary",
      `, 'Drei Sätze', '{agenda}', '{"struck": ["Anna"]}', '{"kept": "soon"}'`,
    );
    await insert("erased", ", summary, raw_erased_at", `, '{"kept": "last"}', now()`);
    await migrateDatabase(url.href);
    const none = { name: "", takeaway: "", hidden_sections: [], review: null };
    expect(await query(url.href, "select * from summary_versions order by session_id")).toEqual([
      { session_id: "erased", number: 1, ...none, summary: { kept: "last" } },
      {
        ...{ session_id: "reviewed", number: 1, ...none, takeaway: "Drei Sätze" },
        ...{ hidden_sections: ["agenda"], review: { struck: ["Anna"] }, summary: null },
      },
    ]);
    expect(await query(url.href, "select id, summary from sessions order by id")).toEqual([
      { id: "erased", summary: null },
      { id: "reviewed", summary: { kept: "soon" } },
      { id: "untouched", summary: null },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
    await query(at.database.url, `drop database ${name} with (force)`);
  }
});
