import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const documents = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** The scripts that a text tells somebody to run. */
const told = (text: string): string[] =>
  [...text.matchAll(/npm (?:run ([a-z][a-z:-]*)|(start|test)\b)/g)].map(
    ([, script, own]) => script ?? own ?? "",
  );

test.each(documents)("%s tells nobody to run what isn't there", (path) => {
  expect(told(read(path)).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test("the README names every suite that attacks the product, and every assurance its command", () => {
  const suites = Object.keys(scripts).filter((name) => name.startsWith("attack:"));
  expect(suites.length).toBeGreaterThan(0);
  for (const path of ["README.md", "docs/assurance.md"]) {
    expect(
      suites.filter((name) => !told(read(path)).includes(name)),
      path,
    ).toEqual([]);
  }
});
