import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** The rules of docs/protocol.md have numbers so that tests cite them: each rule by one at least. */

const root = fileURLToPath(new URL("..", import.meta.url));

const protocol = readFileSync(join(root, "docs/protocol.md"), "utf8");

/** A rule is defined where its number is bold and begins an item of a list or a row of a table. */
const defined = [...protocol.matchAll(/^(?:- |\| )\*\*(P\d+)\*\*/gm)].map(([, rule = ""]) => rule);

/** Where our own files are; what is built, installed or kept for a run is in none of these. */
const FOLDERS = ["app", "attack", "docs", "e2e", "lib", "scripts", "server"];
const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || /^(?:e2e|attack)\/.*\.tsx?$/.test(path);

const testFiles = [
  ...readdirSync(root),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
      join(folder, path),
    ),
  ),
].filter((path) => isTest(path) && path !== relative(root, fileURLToPath(import.meta.url)));

const citedIn = (text: string): string[] => text.match(/\bP\d+\b/g) ?? [];

const cited = new Set(testFiles.flatMap((path) => citedIn(readFileSync(join(root, path), "utf8"))));

describe("the numbered rules of the protocol", () => {
  test("are found", () => {
    // Else nothing would be asked for below.
    for (const rule of ["P1", "P33", "P154"]) expect(defined).toContain(rule);
    expect(testFiles).toContain("server/rooms/live.pg.test.ts");
    // A number within a longer one is another rule's.
    expect(citedIn("P12, (P135) and AP7")).toEqual(["P12", "P135"]);
  });

  test("have numbers of their own", () => {
    const twice = defined.filter((rule, index) => defined.indexOf(rule) !== index);
    expect(twice).toEqual([]);
  });

  test("are each cited by a test", () => {
    const uncited = defined.filter((rule) => !cited.has(rule));
    expect(uncited).toEqual([]);
  });
});
