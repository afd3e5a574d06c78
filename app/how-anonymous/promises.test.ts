import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { limits, type Proof, promises, sections } from "@/app/how-anonymous/promises";
import en from "@/lib/i18n/messages/en.json";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Sentences of page and receipt that promise nothing: headings, buttons, and what can't be promised. */
const PROMISES_NOTHING: ReadonlySet<string> = new Set([
  ...limits,
  "pages.anonLead",
  "pages.anonProof",
  "pages.anonStoredTitle",
  "pages.anonSeenTitle",
  "pages.anonNumbersTitle",
  "pages.anonGoneTitle",
  "pages.anonLimitsTitle",
  "pages.anonSource",
  "receipt.title",
  "receipt.more",
  "receipt.moreTitle",
  "receipt.howAnonymous",
  "receipt.limitOperator",
  "receipt.limitStyle",
]);

const sentences = [
  ...Object.keys(en.pages)
    .filter((key) => key.startsWith("anon"))
    .map((key) => `pages.${key}`),
  ...Object.keys(en.receipt).map((key) => `receipt.${key}`),
];

const cited = Object.entries<readonly Proof[]>(promises);

/** Whether a test file holds a test of this title that runs; `test.each` ends in `)(`. */
function holdsTest(source: string, title: string): boolean {
  const literal = JSON.stringify(title).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const call = "(?:test|it)(?:\\.each\\([^;]*?\\))?";
  return (
    new RegExp(`^[ \\t]*${call}\\(\\s*${literal}`, "m").test(source) &&
    // Somebody who skips a whole block skips what it proves.
    !/\b(?:describe|suite)\.(?:skip|todo)/.test(source)
  );
}

describe("what page and receipt promise", () => {
  test("each of their sentences is a promise with a proof, or listed as none", () => {
    const unknown = sentences.filter(
      (key) => !Object.hasOwn(promises, key) && !PROMISES_NOTHING.has(key),
    );
    expect(unknown).toEqual([]);
    const both = sentences.filter(
      (key) => Object.hasOwn(promises, key) && PROMISES_NOTHING.has(key),
    );
    expect(both).toEqual([]);
  });

  test.each(cited)("%s is a sentence, and its proofs are tests that are there", (key, proofs) => {
    const [namespace, name] = key.split(".");
    const messages: Record<string, unknown> = { ...en };
    expect(messages[namespace ?? ""]).toHaveProperty(name ?? "");
    expect(proofs.length).toBeGreaterThan(0);
    for (const { file, test: title } of proofs) {
      const path = join(root, file);
      expect(file).toMatch(/\.(test|spec)\.tsx?$/);
      expect(existsSync(path), file).toBe(true);
      expect(holdsTest(readFileSync(path, "utf8"), title), `${file}: ${title}`).toBe(true);
    }
  });

  test("the page shows each of its promises once", () => {
    const shown = sections.flatMap((section) => section.promises);
    const own = Object.keys(promises).filter((key) => key.startsWith("pages."));
    expect([...shown].sort()).toEqual(own.sort());
  });
});

test("a test counts where it runs, not where it is skipped, renamed or only mentioned", () => {
  const title = "a card's (only) proof";
  for (const runs of [
    `test("a card's (only) proof", () => {`,
    `  it(\n    "a card's (only) proof",`,
    `test.each([\n  [1, 2],\n])("a card's (only) proof", (n) => {`,
  ]) {
    expect(holdsTest(runs, title), runs).toBe(true);
  }
  for (const doesNot of [
    `test.skip("a card's (only) proof", () => {`,
    `it.todo("a card's (only) proof")`,
    `test("a card's (only) proof, more or less", () => {`,
    `describe("a card's (only) proof", () => {`,
    `// test("a card's (only) proof", () => {`,
    `describe.skip("cards", () => {\n  test("a card's (only) proof", () => {`,
  ]) {
    expect(holdsTest(doesNot, title), doesNot).toBe(false);
  }
});
