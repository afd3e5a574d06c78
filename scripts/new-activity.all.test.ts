import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, expect, test } from "vitest";

/** What is installed, built or kept for a run, and the history. */
const NOT_SOURCES = [
  ".git",
  ...readFileSync(".gitignore", "utf8")
    .split("\n")
    .map((line) => line.replace(/\/$/, "")),
];

/** What is the project's own, whichever folders it has. */
const SOURCES = readdirSync(".").filter((name) => !NOT_SOURCES.includes(name));

/** Types, and one test file in a process of its own, on a busy machine. */
const TIMEOUT_MS = 240_000;

const project = mkdtempSync(join(tmpdir(), "aufwind-new-activity-"));
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs a program in the copy; throws with its output where it fails. */
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: project, encoding: "utf8", stdio: "pipe" });
const tool = (name: string) => join(project, "node_modules", ".bin", name);

/** What is in every file of the sources, by its path. */
const contents = () =>
  new Map(
    SOURCES.flatMap((source) => {
      const path = join(project, source);
      if (!statSync(path).isDirectory()) return [path];
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name));
    }).map((path) => [relative(project, path), readFileSync(path, "utf8")]),
  );

test(
  "npm run new:activity makes a kind that compiles, is listed, and passes its own test and all rules",
  () => {
    for (const source of SOURCES) cpSync(source, join(project, source), { recursive: true });
    symlinkSync(join(process.cwd(), "node_modules"), join(project, "node_modules"));
    const before = contents();
    run(process.execPath, "scripts/new-activity.mjs", "gap-probe");
    const touched = [...contents()].filter(([path, text]) => before.get(path) !== text);
    const elsewhere = touched
      .map(([path]) => path)
      .filter((path) => !path.startsWith(join("lib", "activities", "gap-probe")));
    expect(elsewhere.sort()).toEqual(
      [
        ...["registry.ts", "screens-on-console.ts", "screens-on-phone.ts", "screens-on-stage.ts"],
        ...["screens-registry.ts", "settings-forms-registry.ts", "words-registry.ts"],
      ].map((name) => join("lib", "activities", name)),
    );
    run(process.execPath, "scripts/registries.mjs", "--check");
    run(tool("tsc"), "--noEmit", "--incremental", "false");
    run(tool("biome"), "check", "lib/activities");
    const tests = ["gap-probe", "lib/i18n", "settings-forms"];
    const projects = ["--project", "unit", "--project", "apart"];
    const tested = run(tool("vitest"), "run", ...projects, ...tests);
    for (const file of ["gap-probe.test.ts", "settings-forms.test.tsx"]) {
      expect(tested).toContain(file);
    }
  },
  TIMEOUT_MS,
);

test("a name that is no folder's, or is taken, is refused and leaves nothing behind", () => {
  for (const name of ["Gap", "gap probe", "../gap", "pause"]) {
    expect(() => run(process.execPath, "scripts/new-activity.mjs", name)).toThrow();
  }
  run(process.execPath, "scripts/registries.mjs", "--check");
});
