import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";

/** What a phone loads with a room's page: a module that comes in by one import takes all that it needs along. */

let modules: string[] = [];

/** Modules of ours of which something is left in the page. */
beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: ["lib/phone/participant.tsx"],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    jsx: "automatic",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"' },
    outdir: ".",
    logLevel: "error",
  });
  modules = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);
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
