// Makes the registries of the kinds of activity from their folders, and of the workshops from their files:
// `npm run registries`. With `--check` only says whether they are fresh, as `npm test` does.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const lib = join(dirname(dirname(fileURLToPath(import.meta.url))), "lib");
const folder = join(lib, "activities");

/** The formatter breaks lists that are longer than this. */
const LINE_MAX = 100;

/** What a folder's module is called as a value: `gap-map` is `gapMap`. */
const valueNamed = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Folders that hold a kind: those with an object for the rules. */
const kinds = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "kind.ts")))
  .map(({ name }) => name)
  .sort();

/** Files of a folder that hold a value of their name. */
const modulesIn = (path, others = /^registry\.ts$/) =>
  readdirSync(path)
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file) && !others.test(file))
    .map((file) => file.slice(0, -".ts".length))
    .sort();

const workshops = modulesIn(
  join(lib, "workshops"),
  /^(ready-(activity|of|presets)|registry|single-activity)\.ts$/,
);
const readyActivities = modulesIn(join(lib, "workshops", "activities"));

const MADE =
  "// Made by `npm run registries` from the folders beside it. Not to be changed by hand.";

/** A module that imports one value from each of these and lists them. */
function registry({ names, pathOf, valueOfName, type, from, list, comment }) {
  const imports = [
    ...names.map((name) => [
      pathOf(name),
      `import { ${valueOfName(name)} } from "${pathOf(name)}";`,
    ]),
    [from, `import type { ${type} } from "${from}";`],
  ];
  imports.sort(([a], [b]) => (a < b ? -1 : 1));
  const values = names.map(valueOfName);
  const declaration = `export const ${list}: readonly ${type}[] = [`;
  const oneLine = `${declaration}${values.join(", ")}];`;
  const lines =
    oneLine.length <= LINE_MAX
      ? [oneLine]
      : [declaration, ...values.map((value) => `  ${value},`), "];"];
  return `${[MADE, ...imports.map(([, line]) => line), "", `/** ${comment} */`, ...lines].join(
    "\n",
  )}\n`;
}

/** Where a kind keeps its words in a language, below `lib/`. */
const wordsOf = (kind, language) => `activities/${kind}/messages/${language}.json`;

/** A module with the words of all kinds that have some: for each list, in one language. */
function wordsRegistry(lists) {
  const held = lists.map(({ language, ...rest }) => ({
    ...{ ...rest, language },
    names: kinds.filter((kind) => existsSync(join(lib, wordsOf(kind, language)))),
  }));
  const importName = (kind, language) => valueNamed(`${kind}-${language}`);
  const imports = held.flatMap(({ language, names }) =>
    names.map(
      (kind) => `import ${importName(kind, language)} from "@/lib/${wordsOf(kind, language)}";`,
    ),
  );
  const keyOf = (kind) => (kind.includes("-") ? JSON.stringify(kind) : kind);
  const objects = held.flatMap(({ language, list, comment, names }) => [
    "",
    `/** ${comment} */`,
    `export const ${list} = {`,
    ...names.map((kind) => `  ${keyOf(kind)}: ${importName(kind, language)},`),
    "};",
  ]);
  const pathOf = (line) => line.slice(line.indexOf('"'));
  imports.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return `${[MADE, ...imports, ...objects].join("\n")}\n`;
}

/** The registry of one of a kind's screens. */
const screensRegistry = (file, where, whoSees) =>
  registry({
    names: kinds,
    pathOf: (name) => `@/lib/activities/${name}/${file}`,
    valueOfName: (name) => `${valueNamed(name)}${where}`,
    type: `Screen${where}`,
    from: "@/lib/activities/screens-contract",
    list: `screens${where}`,
    comment: `What ${whoSees} of every kind of activity.`,
  });

/** What phones load of each kind where a session comes to it. */
function onPhoneRegistry() {
  const type = "Readonly<Record<string, OnNeed<ScreenOnPhone>>>";
  const entries = kinds.flatMap((kind) => {
    const name = kind.includes("-") ? JSON.stringify(kind) : kind;
    const value = `${valueNamed(kind)}OnPhone`;
    const path = `"@/lib/activities/${kind}/participant"`;
    const oneLine = `    const { ${value} } = await import(${path});`;
    return [
      `  ${name}: onNeed(async () => {`,
      ...(oneLine.length <= LINE_MAX
        ? [oneLine]
        : [`    const { ${value} } = await import(`, `      ${path}`, "    );"]),
      `    return ${value};`,
      "  }),",
    ];
  });
  return `${[
    MADE,
    'import type { ScreenOnPhone } from "@/lib/activities/screens-contract";',
    'import { type OnNeed, onNeed } from "@/lib/client/on-need";',
    "",
    "/** What participants see of every kind of activity, loaded where a session comes to it. */",
    `export const screensOnPhone: ${type} = {`,
    ...entries,
    "};",
  ].join("\n")}\n`;
}

const registries = {
  "activities/registry.ts": registry({
    names: kinds,
    pathOf: (name) => `@/lib/activities/${name}/kind`,
    valueOfName: valueNamed,
    type: "AnyKind",
    from: "@/lib/activities/contract",
    list: "registry",
    comment: "Every kind of activity, for rules and server.",
  }),
  "activities/screens-registry.ts": registry({
    names: kinds,
    pathOf: (name) => `@/lib/activities/${name}/screens`,
    valueOfName: (name) => `${valueNamed(name)}Screens`,
    type: "AnyScreens",
    from: "@/lib/activities/screens-contract",
    list: "screensRegistry",
    comment: "Every kind of activity, as shared screens know it.",
  }),
  // Each by itself, so that phones load neither the stage's screens nor the console's.
  "activities/screens-on-phone.ts": onPhoneRegistry(),
  "activities/screens-on-stage.ts": screensRegistry("stage", "OnStage", "the room sees"),
  "activities/screens-on-console.ts": screensRegistry(
    "facilitator",
    "OnConsole",
    "facilitators see",
  ),
  // By itself, since neither phones nor stages load it.
  "activities/settings-forms-registry.ts": registry({
    names: kinds,
    pathOf: (name) => `@/lib/activities/${name}/settings-form`,
    valueOfName: (name) => `${valueNamed(name)}SettingsForm`,
    type: "AnySettingsForm",
    from: "@/lib/activities/settings-form-contract",
    list: "settingsForms",
    comment: "The form for the settings of every kind of activity.",
  }),
  "activities/words-registry.ts": wordsRegistry([
    { language: "de", list: "kindsGerman", comment: "The German words of every kind of activity." },
    { language: "en", list: "kindsEnglish", comment: "The English ones." },
  ]),
  // By itself, since phones load it.
  "activities/sie-registry.ts": wordsRegistry([
    {
      language: "de-sie",
      list: "kindsSie",
      comment: "What kinds of activity say otherwise where German says Sie.",
    },
  ]),
  "workshops/registry.ts": registry({
    names: workshops,
    pathOf: (name) => `@/lib/workshops/${name}`,
    valueOfName: valueNamed,
    type: "PlanTemplate",
    from: "@/lib/session/plan-template",
    list: "workshops",
    comment: "Every ready-made workshop.",
  }),
  "workshops/activities/registry.ts": registry({
    names: readyActivities,
    pathOf: (name) => `@/lib/workshops/activities/${name}`,
    valueOfName: valueNamed,
    type: "ReadyActivity",
    from: "@/lib/workshops/ready-activity",
    list: "readyActivities",
    comment: "Every activity that is ready to be held.",
  }),
};

const stale = Object.entries(registries).filter(([name, text]) => {
  const path = join(lib, name);
  return !existsSync(path) || readFileSync(path, "utf8") !== text;
});

if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    const names = stale.map(([name]) => `lib/${name}`).join(", ");
    console.error(`Not fresh: ${names}. Run \`npm run registries\`.`);
    process.exit(1);
  }
} else {
  for (const [name, text] of stale) writeFileSync(join(lib, name), text);
  console.log(stale.length === 0 ? "Fresh already." : `Written: ${stale.map(([name]) => name)}`);
}
