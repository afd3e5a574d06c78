import { relative } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bundleScripts, neededBy } from "@/scripts/phone.mjs";
import { root } from "@/scripts/prepare.mjs";

/** What a phone loads with a room's page: a module that comes in by one import takes all that it needs along. */

/** Modules of ours of which something is left in what a phone loads sooner or later. */
let modules: string[] = [];

/** Those of them that it loads before it shows anything. */
let first: string[] = [];

/** Those that ask about the code before. */
let asking: string[] = [];

/** All scripts. */
let text = "";

beforeAll(async () => {
  const scripts = await bundleScripts();
  const within = (files: readonly string[]): string[] =>
    scripts
      .filter(({ fileName }) => files.includes(fileName))
      .flatMap((script) => Object.entries(script.modules))
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .map(([path]) => relative(root, path).split("\\").join("/"));
  modules = within(scripts.map(({ fileName }) => fileName));
  const neededAt = (entry: string): string[] => {
    const begun = scripts.find(({ isEntry, name }) => isEntry && name === entry);
    if (!begun) throw new Error("Nothing begins");
    return within(neededBy(scripts, begun.fileName));
  };
  first = neededAt("start");
  asking = neededAt("begin");
  text = scripts.map(({ code }) => code).join();
});

test("what asks about the code takes along nothing that it has to wait for (P220)", () => {
  expect(asking).toContain("lib/phone/way-in.ts");
  expect(asking.filter((path) => !/^lib\/|\/idb-keyval\//.test(path))).toEqual([]);
  expect(asking.filter((path) => path.endsWith(".tsx"))).toEqual([]);
});

test("phones load no schema of what facilitators alone say or see", () => {
  // Of names, so that no bundle is printed where one is found.
  const found = ["wantToTalk", "rotateStageLink", "canGoBack"].filter((name) =>
    text.includes(name),
  );
  expect(found).toEqual(["wantToTalk"]);
});

test("what is left out with unused schemas is no setting of theirs: without it a phone would report what its policy forbids", () => {
  expect(text.includes("jitless")).toBe(true);
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
