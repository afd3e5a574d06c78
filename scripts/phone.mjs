// Bundles the page of a participant's phone by itself, without Next's client
// (docs/decisions/0123-a-phones-page-is-bundled-by-itself.md): scripts, styles, words, and in each language the document
// that names them. `npm run build` does it once, `npm run dev` again after each change.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import tailwind from "@tailwindcss/postcss";
import { build } from "esbuild";
import compileText from "icu-minify/compile";
import postcss from "postcss";
import { rolldown } from "rolldown";
import { root } from "./prepare.mjs";

/** Where browsers find its files: among those of Next's build. */
const ADDRESS = "/_next/static/phone/";

/** As Next has them without a list of one's own. */
const BROWSERS = ["chrome111", "edge111", "firefox111", "safari16.4"];

const LOCALES = ["de", "en"];

const NAMES = "[name]-[hash].js";

/** Scripts that the document names; the first is there before the second. */
const ENTRIES = { begin: "lib/phone/begin.ts", start: "lib/phone/start.tsx" };
const STYLES = { styles: "lib/phone/phone.css", fonts: "lib/phone/fonts.css" };

/** As in Next's build (`next.config.js`): texts are parsed while building, and browsers load no parser. */
const parsed = (text) =>
  typeof text === "string"
    ? compileText(text)
    : Object.fromEntries(Object.entries(text).map(([key, each]) => [key, parsed(each)]));

const parsedTexts = {
  name: "parsed texts",
  transform: {
    filter: { id: /[\\/]messages[\\/][\w-]+\.json$/ },
    handler: (text) => ({
      code: JSON.stringify(parsed(JSON.parse(text))),
      map: null,
      moduleType: "json",
    }),
  },
};

/**
 * What makes a schema does nothing else; of what is called of zod only `z.config` does. Said of each, so that the bundle leaves
 * out those that no phone needs, `.check(…)`s and all.
 */
const unusedSchemas = {
  name: "unused schemas",
  transform: {
    filter: { id: /[\\/]lib[\\/].+\.tsx?$/, code: /from "zod\/mini"/ },
    handler: (code) => ({
      code: code.replaceAll(/(?<![\w.$])z\.(?!config\b)\w+\(/g, "/* @__PURE__ */ $&"),
      map: null,
    }),
  },
};

/** Modules that are one file together with all that they need and isn't in an earlier one: each file costs its way there. */
const TOGETHER = [
  { name: "begin", test: /[\\/]lib[\\/]phone[\\/]begin\.ts$/ },
  { name: "start", tags: ["$initial"] },
  { name: "inside", test: /[\\/]lib[\\/]phone[\\/]inside\.tsx$/ },
  { name: "activity-screen", test: /[\\/]lib[\\/]phone[\\/]activity-screen\.tsx$/ },
  { name: "word-lists", test: /[\\/]lib[\\/]series[\\/]word-lists\.ts$/ },
  // What several screens of kinds need, but no file that most of its bytes are of no use to who loads it.
  { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 4_000 },
];

const require = createRequire(import.meta.url);

/**
 * Scripts and what they consist of; nothing is written. `words`: where those of each language are.
 *
 * @returns {Promise<import("rolldown").OutputChunk[]>}
 */
export async function bundleScripts(words = {}, isDevelopment = false) {
  const bundling = await rolldown({
    cwd: root,
    input: ENTRIES,
    // Nothing but each other needs what they export.
    preserveEntrySignatures: false,
    platform: "browser",
    resolve: {
      alias: {
        "@": root,
        "use-intl/format-message": require.resolve("use-intl/format-message/format-only"),
      },
    },
    transform: {
      target: BROWSERS,
      define: {
        "process.env.NODE_ENV": JSON.stringify(isDevelopment ? "development" : "production"),
        WORDS_OF_PHONES: JSON.stringify(words),
      },
      jsx: { runtime: "automatic", development: isDevelopment },
    },
    plugins: [parsedTexts, unusedSchemas],
    onLog(level, log, told) {
      // "use client" tells Next something, and this bundle nothing.
      if (log.code !== "MODULE_LEVEL_DIRECTIVE") told(level, log);
    },
  });
  const { output } = await bundling.generate({
    format: "esm",
    entryFileNames: NAMES,
    chunkFileNames: NAMES,
    minify: !isDevelopment,
    sourcemap: isDevelopment ? "inline" : false,
    comments: false,
    codeSplitting: {
      groups: TOGETHER.map((group, at) => ({ ...group, priority: TOGETHER.length - at })),
    },
  });
  await bundling.close();
  return output.filter(({ type }) => type === "chunk");
}

/**
 * Those that have to be there before one of them runs, itself among them.
 *
 * @param {import("rolldown").OutputChunk[]} scripts
 * @param {string} fileName
 */
export function neededBy(scripts, fileName) {
  const needed = new Set([fileName]);
  for (const each of needed) {
    for (const other of scripts.find((script) => script.fileName === each).imports)
      needed.add(other);
  }
  return [...needed];
}

/** Scripts whose `import()`s load all files of what they name at once (`lib/phone/load-part.ts`). */
function withParts(scripts, first) {
  const names = scripts.map(({ fileName }) => fileName);
  return scripts.map(({ fileName, code }) => [
    fileName,
    code.replaceAll(/\bimport\(([`"'])\.\/([\w~.-]+\.js)\1\)/g, (load, _, name) => {
      if (!names.includes(name)) throw new Error(`${fileName} loads ${name}, which isn't there`);
      const files = neededBy(scripts, name).filter((each) => !first.includes(each));
      return `loadPart(${JSON.stringify(files)},()=>${load})`;
    }),
  ]);
}

/** Styles and fonts. Classes are looked for in exactly the modules that phones load. */
async function bundleStyles(modules) {
  const sources = modules.map((each) => `@source ${JSON.stringify(each)};`);
  const { outputFiles } = await build({
    ...{
      absWorkingDir: root,
      entryPoints: Object.values(STYLES),
      outdir: "phone",
      bundle: true,
      write: false,
    },
    ...{ entryNames: "[name]-[hash]", assetNames: "[name]-[hash]", minify: true, target: BROWSERS },
    loader: { ".woff": "file", ".woff2": "file" },
    plugins: [
      {
        name: "classes",
        setup(building) {
          building.onLoad({ filter: /\/phone\.css$/ }, async ({ path }) => {
            const text = [readFileSync(path, "utf8"), ...sources].join("\n");
            const rules = postcss([tailwind({ base: root, optimize: false })]);
            const { css } = await rules.process(text, { from: path });
            return { contents: css, loader: "css", resolveDir: dirname(path) };
          });
        },
      },
    ],
  });
  const files = outputFiles.map(({ path, contents }) => [basename(path), contents]);
  const nameOf = (source) =>
    files
      .map(([name]) => name)
      .find((name) => name.endsWith(".css") && name.startsWith(basename(source, ".css")));
  return { files, styles: nameOf(STYLES.styles), fonts: nameOf(STYLES.fonts) };
}

/** Evaluates a module of ours in this process. */
async function evaluated(module, plugins = []) {
  const bundling = await rolldown({
    ...{ cwd: root, input: module, platform: "node", plugins },
    resolve: { alias: { "@": root } },
    external: /^[^./@]|^@[^/]/,
    transform: { jsx: "react-jsx" },
    onLog() {},
  });
  // Beside the packages that it imports.
  const folder = join(root, "dist/evaluated");
  try {
    const { output } = await bundling.write({
      dir: folder,
      format: "esm",
      entryFileNames: "[name]-[hash].mjs",
    });
    return await import(pathToFileURL(join(folder, output[0].fileName)).href);
  } finally {
    await bundling.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const hashOf = (content) => createHash("sha256").update(content).digest("hex").slice(0, 12);

/** What each language is said with: files by name, and what they are called. */
async function bundleWords() {
  const { messagesFor, sentMessages } = await evaluated("lib/i18n/messages.ts", [parsedTexts]);
  const files = new Map();
  const addresses = {};
  for (const locale of LOCALES) {
    const text = JSON.stringify(sentMessages(messagesFor(locale, "du")).everywhere);
    const name = `words-${locale}-${hashOf(text)}.json`;
    files.set(name, text);
    addresses[locale] = ADDRESS + name;
  }
  return { files, addresses };
}

/**
 * Bundles everything.
 *
 * @returns the files by name; and for each language the document that names them
 */
export async function bundlePhone({ isDevelopment = false } = {}) {
  const words = await bundleWords();
  const scripts = await bundleScripts(words.addresses, isDevelopment);
  const modules = scripts.flatMap(({ moduleIds }) => moduleIds);
  const styles = await bundleStyles([
    ...modules.filter((path) => path.startsWith(join(root, "lib"))),
    join(root, "lib/phone/document.tsx"),
  ]);
  const [begin, start] = Object.keys(ENTRIES).map(
    (name) => scripts.find((script) => script.isEntry && script.name === name).fileName,
  );
  const first = neededBy(scripts, start);
  const files = new Map([...words.files, ...styles.files, ...withParts(scripts, first)]);

  const { documentOf } = await evaluated("lib/phone/document.tsx");
  const documents = LOCALES.map((locale) => [
    locale,
    documentOf(locale, {
      begin: ADDRESS + begin,
      script: ADDRESS + start,
      scripts: first.map((each) => ADDRESS + each),
      styles: ADDRESS + styles.styles,
      fonts: ADDRESS + styles.fonts,
      words: words.addresses[locale],
    }),
  ]);
  return { files, documents: Object.fromEntries(documents) };
}

/** Where the files are, and apart from them the documents, for the server alone (`server/phone-page.ts`). */
const PLACES = {
  production: { files: ".next/static/phone", documents: ".next/phone.json" },
  // Next empties its own folder whenever it starts.
  development: { files: "dist/phone-development", documents: "dist/phone-development.json" },
};

function write({ files, documents }, places) {
  const folder = join(root, places.files);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  writeFileSync(join(root, places.documents), JSON.stringify(documents));
}

/** For `npm run build`; after Next's, which empties its folder. */
export async function buildPhone() {
  write(await bundlePhone(), PLACES.production);
}

/** Several files are saved at once. */
const SAVED_TOGETHER_MS = 100;

/** For `npm run dev`: bundles now, and again whenever something changes. Open pages are loaded anew by hand. */
export async function watchPhone() {
  const bundle = async () => write(await bundlePhone({ isDevelopment: true }), PLACES.development);
  await bundle();
  let timer;
  // One after the other: each takes away what it wrote for itself.
  let last = Promise.resolve();
  watch(join(root, "lib"), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Where one can't be bundled, the last one that could stays.
      last = last.then(bundle).catch(({ message }) => console.error(message));
    }, SAVED_TOGETHER_MS);
  });
}
