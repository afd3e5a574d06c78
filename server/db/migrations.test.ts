import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { projectRoot } from "@/server/project-root";

const folder = `${projectRoot()}/server/db/migrations`;
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));

const { entries } = z
  .object({ entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string() })) })
  .parse(read("meta/_journal.json"));

const snapshot = z.object({ id: z.string(), prevId: z.string() });

test("each migration is newer than the one before it: an older one would be skipped for good", () => {
  const times = entries.map(({ when }) => when);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(times.length);
});

test("each snapshot follows from the one before it", () => {
  const snapshots = entries.map(({ tag }) =>
    snapshot.parse(read(`meta/${tag.slice(0, 4)}_snapshot.json`)),
  );
  expect(snapshots.slice(1).map(({ prevId }) => prevId)).toEqual(
    snapshots.slice(0, -1).map(({ id }) => id),
  );
});

test("the journal lists every migration there is", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  expect(files.sort()).toEqual(entries.map(({ tag }) => `${tag}.sql`));
});
