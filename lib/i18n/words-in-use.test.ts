import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { kindsGerman } from "@/lib/activities/words-registry";
import de from "@/lib/i18n/messages/de.json";
import type { MessageTree } from "@/lib/i18n/overlay";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a file says of words. */
interface Source {
  path: string;
  /** Of its folder below `lib/activities`, if it is in one. */
  kind: string | null;
  /** Kinds whose words it names; "" for any kind's. */
  ofKinds: string[];
  /** All that could be a key, or the end of one, or the name of a namespace: in quotes, or in a list. */
  named: ReadonlySet<string>;
  /** Keys that are put together. */
  patterns: readonly RegExp[];
}

function sourceOf(path: string, text: string): Source {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);
  const built = all(/`((?:[\w.]+\$\{[^{}`]*\}|\$\{[^{}`]*\}[\w.]+)[\w.]*)`/g);
  return {
    path,
    kind: /^lib\/activities\/([^/]+)\//.exec(path)?.[1] ?? null,
    ofKinds: [
      ...all(/["'`]kinds\.([a-z-]+)[.$"'`]/g),
      ...all(/(?:Translations|ofKind)\(\s*["'`]kinds(["'`])/g).map(() => ""),
    ],
    named: new Set([...all(/["'`]([\w.-]+)["'`]/g), ...all(/^\s*([\w-]+)[:,]/gm)]),
    patterns: built.map((key) => {
      const parts = key.split(/\$\{.*?\}/).map((part) => part.replaceAll(".", "\\."));
      return new RegExp(`(^|\\.)${parts.join("[\\w-]+")}$`);
    }),
  };
}

const product = ["app", "exports", "lib", "server"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) =>
      sourceOf(relative(root, file).replaceAll("\\", "/"), readFileSync(file, "utf8")),
    ),
);

/** Every text's key. */
function keysOf(tree: MessageTree, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

/** Files that could show a text: they name its key, or its end where the namespace is named before. */
function usersOf(key: string, sources: readonly Source[]): readonly Source[] {
  const parts = key.split(".");
  const ends = parts.map((_, at) => parts.slice(at).join("."));
  return sources.filter(
    ({ named, patterns }) =>
      ends.some((end) => named.has(end)) || patterns.some((pattern) => pattern.test(key)),
  );
}

test("a kind's words are used in its folder, and nowhere else", () => {
  const foreign = product.filter(({ kind, ofKinds }) => ofKinds.some((of) => of !== kind));
  expect(foreign.map(({ path, ofKinds }) => ({ path, ofKinds }))).toEqual([]);
});

test("no words are left that nobody uses", () => {
  const unused = keysOf(de).filter((key) => usersOf(key, product).length === 0);
  const unusedOfKinds = Object.entries(kindsGerman).flatMap(([name, words]) => {
    const own = product.filter(({ kind }) => kind === name);
    // Its folder names where they stand, and shared screens take one by one: `${phase}.said`.
    const isHandedOver = (key: string) =>
      own.some(({ named }) => named.has(key.slice(0, key.lastIndexOf(".")))) &&
      product.some(({ patterns }) => patterns.some((pattern) => pattern.test(key)));
    return keysOf(words, `kinds.${name}.`).filter(
      (key) => usersOf(key, own).length === 0 && !isHandedOver(key),
    );
  });
  expect([...unused, ...unusedOfKinds]).toEqual([]);
});

test("words that only one kind uses are in its folder", () => {
  const ofOneKind = keysOf(de).filter((key) => {
    const [first, ...others] = new Set(usersOf(key, product).map(({ kind }) => kind));
    return first && others.length === 0;
  });
  expect(ofOneKind).toEqual([]);
});

test("a kind's words are found in every way of naming them", () => {
  const kindsIn = (text: string) => sourceOf("lib/phone/some.tsx", text).ofKinds;
  expect(kindsIn(`useTranslations("kinds.gap-map.stage")`)).toEqual(["gap-map"]);
  expect(kindsIn(`t("kinds.scale.phone.x")`)).toEqual(["scale"]);
  expect(kindsIn(`useTranslations("kinds")`)).toEqual([""]);
  expect(kindsIn(`useTranslations("phone")`)).toEqual([]);
});
