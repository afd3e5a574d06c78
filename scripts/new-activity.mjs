// Makes a minimal kind of activity that runs, with its tests, and lists it: `npm run new:activity name`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const scripts = dirname(fileURLToPath(import.meta.url));
const root = dirname(scripts);
const templates = join(scripts, "new-activity");

const [name = ""] = process.argv.slice(2);
if (!/^[a-z]{2,20}(-[a-z]{2,20})?$/.test(name)) {
  console.error("Say its name in lower case: npm run new:activity two-words");
  process.exit(2);
}
const folder = join(root, "lib", "activities", name);
if (existsSync(folder)) {
  console.error(`There is a folder lib/activities/${name} already.`);
  process.exit(2);
}

const camel = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);

for (const file of readdirSync(templates, { recursive: true })) {
  if (!file.endsWith(".txt")) continue;
  const text = readFileSync(join(templates, file), "utf8")
    .replaceAll("__kind__", name)
    .replaceAll("__camel__", camel)
    .replaceAll("__Pascal__", pascal);
  const target = join(folder, file.replace(/\.txt$/, "").replace(/^test\.ts$/, `${name}.test.ts`));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function run(command, args) {
  const options = { cwd: root, stdio: "inherit", shell: process.platform === "win32" };
  if (spawnSync(command, args, options).status !== 0) process.exit(1);
}
run(process.execPath, [join(scripts, "registries.mjs")]);
run(join(root, "node_modules/.bin/biome"), ["check", "--write", "--log-level=error", folder]);
console.log(`lib/activities/${name} is there; docs/adding-an-activity.md says how to go on.`);
