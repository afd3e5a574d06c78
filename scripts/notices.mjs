// Writes the licences of everything the product is made of into dist/licences.txt, which it serves.
// From the lock file and what is installed: what only development needs is left out.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Names under which packages keep the text of their licence, and notices that go with it. */
const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl|third.?party.?notices?)([-._].*)?$/i;

const RULE = `\n${"=".repeat(80)}\n`;

/** Where the packages that production needs are installed, without those of other systems. */
export function installedForProduction(lock) {
  return Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path !== "" && !dev && !link)
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path, "package.json")));
}

/** Names, versions, licence and its texts, as a package brings them. */
export function noticeOf(path) {
  const folder = join(root, path);
  const { name, version, license, licenses, author } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), "utf8").trim())
    .sort();
  const named = license ?? licenses?.map(({ type }) => type).join(" or ") ?? "see its text";
  const by = typeof author === "string" ? author : author?.name;
  return { title: `${name} ${version}`, licence: String(named), by, text: texts.join("\n\n") };
}

/** One text: ours, then each licence text once, under all the packages that come with it. */
export function noticesOf(packages, ours) {
  const byText = new Map();
  for (const { title, licence, by, text } of packages) {
    // Without a text of its own a package names its licence and who holds the rights.
    const key = text || `${licence}${by ? `, ${by.replace(/\s*[<(].*/, "")}` : ""}`;
    const under = byText.get(key) ?? new Set();
    under.add(`${title} (${licence})`);
    byText.set(key, under);
  }
  const parts = [...byText].map(([text, titles]) => ({ titles: [...titles].sort(), text }));
  parts.sort((a, b) => (a.titles[0] < b.titles[0] ? -1 : 1));
  return [
    `Aufwind\n\n${ours.trim()}\n`,
    "What Aufwind is built from, with the licences it comes under:\n",
    ...parts.map(({ titles, text }) => `${titles.join("\n")}\n\n${text}\n`),
  ].join(RULE);
}

export function writeNotices() {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const packages = installedForProduction(lock).map(noticeOf);
  const ours = readFileSync(join(root, "LICENSE"), "utf8");
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist/licences.txt"), noticesOf(packages, ours));
}
