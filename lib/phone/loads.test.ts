import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";

/** What a phone loads with a room's page: a module that comes in by one import takes all that it needs along. */

/** Modules of ours of which something is left in what a phone loads sooner or later. */
let modules: string[] = [];

/** Those of them that it loads before it shows anything. */
let first: string[] = [];

beforeAll(async () => {
  const entry = "lib/phone/participant.tsx";
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    splitting: true,
    format: "esm",
    jsx: "automatic",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"' },
    outdir: ".",
    logLevel: "error",
  });
  const { outputs } = metafile;
  const within = (files: Iterable<string>): string[] =>
    [...files]
      .flatMap((file) => Object.entries(outputs[file]?.inputs ?? {}))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path);
  modules = within(Object.keys(outputs));
  // Grows while it is walked: each file brings those that it imports at once.
  const files = new Set(Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === entry));
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === "import-statement") files.add(path);
    }
  }
  first = within(files);
});

test("phones load nothing of a kind, nothing of what is live or written together, before they are in", () => {
  expect(first).toContain("lib/phone/participant.tsx");
  expect(first).toContain("lib/phone/join-screen.tsx");
  const later =
    /^lib\/(activities\/(?!sie-registry|.+\/messages\/)|client\/(device|live-)|session\/(commands|view-schema)\.|phone\/live-screens)|^node_modules\/(yjs|lib0|@tanstack)\//;
  expect(first.filter((path) => later.test(path))).toEqual([]);
  for (const path of ["lib/activities/scale/screens.ts", "lib/client/live-provider.tsx"]) {
    expect(modules).toContain(path);
  }
  expect(modules.filter((path) => path.startsWith("node_modules/yjs/"))).not.toEqual([]);
});

test("phones load their own screen of each kind, neither the stage's nor the console's", () => {
  expect(modules).toContain("lib/activities/scale/participant.tsx");
  const others =
    /^lib\/((ui\/)?(console|stage)\/|activities\/.+\/(stage|facilitator|settings-form))/;
  expect(modules.filter((path) => others.test(path))).toEqual([]);
});

test("phones load no rules, simulated people or summaries", () => {
  expect(modules).toContain("lib/activities/scale/schema.ts");
  const rules =
    /^lib\/(summary\/|session\/(decide|evolve|state|summarise|view)\.|activities\/(.+\/(kind|rules|view|simulate|summary|upcasts)|cards|contract|registry)\.)/;
  expect(modules.filter((path) => rules.test(path))).toEqual([]);
});

test("phones load no words beside those that come with the page, but what German says with Sie", () => {
  const words = modules.filter((path) => path.includes("/messages/"));
  expect(words.filter((path) => !path.endsWith("/de-sie.json"))).toEqual([]);
  expect(words).not.toEqual([]);
});
