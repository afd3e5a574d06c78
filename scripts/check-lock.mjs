// The lock file must work on every machine: no addresses of the registry that somebody happened to
// use, and nothing missing that `npm ci` asks for.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mistakes = [];

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
for (const [path, entry] of Object.entries(lock.packages)) {
  if (entry.resolved && !entry.link) mistakes.push(`${path} has a download address.`);
}
if (existsSync(join(root, ".npmrc"))) {
  const settings = readFileSync(join(root, ".npmrc"), "utf8");
  if (/registry\s*=|_auth|\/\/\S+:/i.test(settings)) mistakes.push(".npmrc names a registry.");
}

const tried = spawnSync(
  "npm",
  ["ci", "--dry-run", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"],
  { cwd: root, encoding: "utf8", shell: process.platform === "win32" },
);
if (tried.status !== 0) {
  mistakes.push(
    `npm ci refuses the lock file (\`npm run lock:complete\` may help):\n${tried.stderr}`,
  );
}

for (const mistake of mistakes) process.stderr.write(`package-lock.json: ${mistake}\n`);
if (mistakes.length === 0)
  process.stdout.write("The lock file is complete and names no registry.\n");
process.exit(mistakes.length === 0 ? 0 : 1);
