// Lock files must work on every machine: no addresses of the registry that somebody happened to
// use, and nothing missing that `npm ci` asks for.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mistakes = [];

/** Each folder with a lock file of its own; the bench's holds what the product is measured against. */
for (const folder of ["", "bench"]) {
  const at = join(root, folder);
  const lock = JSON.parse(readFileSync(join(at, "package-lock.json"), "utf8"));
  const mistaken = (text) => mistakes.push(`${join(folder, "package-lock.json")}: ${text}`);
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (entry.resolved && !entry.link) mistaken(`${path} has a download address.`);
  }
  if (existsSync(join(at, ".npmrc"))) {
    const settings = readFileSync(join(at, ".npmrc"), "utf8");
    if (/registry\s*=|_auth|\/\/\S+:/i.test(settings)) mistaken(".npmrc names a registry.");
  }

  const tried = spawnSync(
    "npm",
    ["ci", "--dry-run", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"],
    { cwd: at, encoding: "utf8", shell: process.platform === "win32" },
  );
  if (tried.status !== 0) {
    mistaken(
      `npm ci refuses it (\`npm run lock:complete\` may help with the product's):\n${tried.stderr}`,
    );
  }
}

for (const mistake of mistakes) process.stderr.write(`${mistake}\n`);
if (mistakes.length === 0)
  process.stdout.write("The lock files are complete and name no registry.\n");
process.exit(mistakes.length === 0 ? 0 : 1);
