// What has to exist before the server can run: packages and a build. Plain Node, since nothing is
// installed yet when it first runs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const INSTALLED = join(root, "node_modules/.aufwind-installed");
export const BUILT = join(root, "dist/.built");

/** What the build reads. Documents and tests change nothing in it. */
const SOURCES = [
  "app",
  "exports",
  "lib",
  "server",
  "public",
  "scripts/build.mjs",
  "scripts/compress.mjs",
  "scripts/demo.ts",
  "scripts/notices.mjs",
  "scripts/phone.mjs",
  "scripts/prepare.mjs",
  "LICENSE",
  "package.json",
  "package-lock.json",
  "next.config.js",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

const LOWEST_NODE = [20, 19];

export function refuse(line) {
  process.stderr.write(`\nAufwind did not start. ${line}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor < LOWEST_NODE[1])) {
    refuse(`Node ${LOWEST_NODE.join(".")} or newer is needed, this is ${process.versions.node}.`);
  }
}

function hashOf(paths) {
  const hash = createHash("sha256").update(process.versions.modules);
  const add = (path) => {
    if (!existsSync(path)) return;
    const inside = relative(root, path);
    if (/\.(test|spec)\.tsx?$/.test(inside)) return;
    let entries;
    try {
      entries = readdirSync(path).sort();
    } catch {
      hash.update(`${inside}\0`).update(readFileSync(path));
      return;
    }
    for (const name of entries) add(join(path, name));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

/** Development needs what the build needs, whatever NODE_ENV says. */
export function environmentForTools(extra = {}) {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}

export function run(command, args, environment) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: environment,
    shell: process.platform === "win32",
  });
  if (done.signal) process.exit(130);
  return done.status === 0;
}

/** Installs what the lock file says, when node_modules is missing or older than it. */
export function install() {
  const wanted = hashOf(["package-lock.json"]);
  const found = existsSync(INSTALLED) ? readFileSync(INSTALLED, "utf8") : "";
  if (found === wanted) return;
  // Installed by hand: npm's own copy of the lock says whether it is the same.
  if (!found && sameAsNpmInstalled()) {
    writeFileSync(INSTALLED, wanted);
    return;
  }
  process.stdout.write("Installing packages …\n");
  const environment = environmentForTools({ NODE_ENV: "development" });
  // No package needs its install script: what they would do is done by us or not needed.
  const args = ["ci", "--include=dev", "--include=optional", "--ignore-scripts"];
  if (!run("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], environment)) {
    refuse("The packages could not be installed; npm's message above says why.");
  }
  writeFileSync(INSTALLED, wanted);
}

function sameAsNpmInstalled() {
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const versions = (path) => JSON.parse(readFileSync(path, "utf8")).packages ?? {};
  const installed = versions(hidden);
  return Object.entries(versions(join(root, "package-lock.json"))).every(
    ([name, { version, optional }]) =>
      name === "" || (optional && !installed[name]) || installed[name]?.version === version,
  );
}

export function isBuilt() {
  return (
    existsSync(join(root, ".next/BUILD_ID")) &&
    existsSync(join(root, "dist/server.mjs")) &&
    existsSync(BUILT) &&
    readFileSync(BUILT, "utf8") === hashOf(SOURCES)
  );
}

/** Written last: an interrupted build counts as none. */
export function build() {
  const hash = hashOf(SOURCES);
  rmSync(BUILT, { force: true });
  const environment = environmentForTools({ NODE_ENV: "production" });
  if (!run(process.execPath, [join(root, "scripts/build.mjs")], environment)) {
    refuse("The build failed; the message above says where.");
  }
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, hash);
}
