// Makes the registries of the kinds of activity from their folders: `npm run registries`. With `--check`
// only says whether they are fresh, as `npm test` does.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "lib", "activities");

/** The formatter breaks lists that are longer than this. */
const LINE_MAX = 100;

/** What a folder's module is called as a value: `gap-map` is `gapMap`. */
const valueNamed = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Folders that hold a kind: those with an object for the rules. */
const kinds = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "kind.ts")))
  .map(({ name }) => name)
  .sort();

/** A module that imports one value of each kind and lists them. */
function registry({ file, valueOfKind, type, from, list, comment }) {
  const imports = [
    ...kinds.map((name) => [
      `@/lib/activities/${name}/${file}`,
      `import { ${valueOfKind(name)} } from "@/lib/activities/${name}/${file}";`,
    ]),
    [from, `import type { ${type} } from "${from}";`],
  ];
  imports.sort(([a], [b]) => (a < b ? -1 : 1));
  const values = kinds.map(valueOfKind);
  const declaration = `export const ${list}: readonly ${type}[] = [`;
  const oneLine = `${declaration}${values.join(", ")}];`;
  const lines =
    oneLine.length <= LINE_MAX
      ? [oneLine]
      : [declaration, ...values.map((value) => `  ${value},`), "];"];
  return `${[
    "// Made by `npm run registries` from the folders beside it. Not to be changed by hand.",
    ...imports.map(([, line]) => line),
    "",
    `/** ${comment} */`,
    ...lines,
  ].join("\n")}\n`;
}

const registries = {
  "registry.ts": registry({
    file: "kind",
    valueOfKind: valueNamed,
    type: "AnyKind",
    from: "@/lib/activities/contract",
    list: "registry",
    comment: "Every kind of activity, for rules and server.",
  }),
  "screens-registry.ts": registry({
    file: "screens",
    valueOfKind: (name) => `${valueNamed(name)}Screens`,
    type: "AnyScreens",
    from: "@/lib/activities/screens-contract",
    list: "screensRegistry",
    comment: "Every kind of activity, for the browser.",
  }),
};

const stale = Object.entries(registries).filter(([name, text]) => {
  const path = join(folder, name);
  return !existsSync(path) || readFileSync(path, "utf8") !== text;
});

if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    const names = stale.map(([name]) => `lib/activities/${name}`).join(", ");
    console.error(`Not fresh: ${names}. Run \`npm run registries\`.`);
    process.exit(1);
  }
} else {
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  console.log(stale.length === 0 ? "Fresh already." : `Written: ${stale.map(([name]) => name)}`);
}
