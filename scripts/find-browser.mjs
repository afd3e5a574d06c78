// Finds a Chromium for the browser tests, or gets one. As a program it prints the path.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const unpacked = join(root, ".cache/browser");

/** Names on the PATH, the quickest to start first. */
const NAMES = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const MAC_APPS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/** A browser without its libraries fails at once; a healthy one takes well under a second. */
const VERSION_TIMEOUT_MS = 20_000;

const say = (line) => process.stderr.write(`${line}\n`);

/** Whether the file is there and starts: an unpacked browser may lack a library. */
function starts(path) {
  if (!existsSync(path)) return false;
  const tried = spawnSync(path, ["--version"], { stdio: "ignore", timeout: VERSION_TIMEOUT_MS });
  return tried.status === 0;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inApplications() {
  if (process.platform !== "darwin") return [];
  return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
    MAC_APPS.map((app) => join(folder, app)),
  );
}

/** What `npx playwright install` left behind, newest first. */
function inPlaywrightCache() {
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    (process.platform === "darwin"
      ? join(homedir(), "Library/Caches/ms-playwright")
      : join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "ms-playwright"));
  if (!existsSync(folder)) return [];
  const executable =
    /^(headless_shell|chrome-headless-shell|chrome|Chromium|Google Chrome for Testing)$/;
  return readdirSync(folder)
    .filter((name) => name.startsWith("chromium"))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
    .flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && executable.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
}

/** The path of a Chromium that starts, without installing anything; else undefined. */
export function findInstalledBrowser() {
  const given = process.env.AUFWIND_BROWSER;
  if (given) {
    if (starts(given)) return given;
    throw new Error(`AUFWIND_BROWSER=${given} does not start.`);
  }
  return [
    ...onPath(),
    ...inApplications(),
    join(unpacked, "chromium"),
    ...inPlaywrightCache(),
  ].find(starts);
}

function run(command, args) {
  say(`> ${command} ${args.join(" ")}`);
  // Whatever they print must not end up in our answer on stdout.
  return spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] }).status === 0;
}

const has = (command) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;

function installDebian() {
  if (!run("apt-get", ["update", "-qq"])) return false;
  process.env.DEBIAN_FRONTEND = "noninteractive";
  return run("apt-get", [
    ...["install", "-y", "-qq", "--no-install-recommends"],
    ...["chromium-headless-shell", "fonts-dejavu-core"],
  ]);
}

/** What the launcher sets, so that the unpacked browser finds the unpacked libraries and fonts. */
function launcher(home) {
  const triplet = { x64: "x86_64-linux-gnu", arm64: "aarch64-linux-gnu" }[process.arch];
  return `#!/bin/sh
export LD_LIBRARY_PATH="${home}/usr/lib/${triplet}:${home}/lib/${triplet}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="${home}/etc/fonts" FONTCONFIG_SYSROOT="${home}"
exec "${home}/usr/lib/chromium/chromium-headless-shell" "$@"
`;
}

/** Without root: the package and what it lacks here, downloaded and unpacked in the project. */
function unpackDebian() {
  const lists = join(unpacked, "lists");
  const packages = join(unpacked, "packages");
  const home = join(unpacked, "root");
  mkdirSync(join(lists, "partial"), { recursive: true });
  mkdirSync(join(unpacked, "cache/archives/partial"), { recursive: true });
  mkdirSync(packages, { recursive: true });
  const own = [
    ...["-o", `Dir::State::Lists=${lists}`, "-o", `Dir::Cache=${join(unpacked, "cache")}`],
    ...["-o", "Debug::NoLocking=1", "-o", "APT::Sandbox::User=", "-qq"],
  ];
  if (!run("apt-get", [...own, "update"])) return false;
  const plan = spawnSync(
    "apt-get",
    [
      ...["-o", `Dir::State::Lists=${lists}`, "-o", `Dir::Cache=${join(unpacked, "cache")}`],
      ...["-o", "Debug::NoLocking=1", "-s", "install", "--no-install-recommends"],
      ...["--reinstall", "chromium-headless-shell", "fonts-dejavu-core"],
    ],
    { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
  );
  const names = [...(plan.stdout ?? "").matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
  if (names.length === 0) {
    say(plan.stderr ?? "");
    return false;
  }
  // apt-get download writes into the working directory.
  say(`> apt-get download ${names.join(" ")}`);
  const downloaded = spawnSync("apt-get", [...own, "download", ...names], {
    cwd: packages,
    stdio: ["ignore", 2, 2],
  });
  if (downloaded.status !== 0) return false;
  for (const name of readdirSync(packages)) {
    if (!name.endsWith(".deb")) continue;
    if (!run("dpkg-deb", ["-x", join(packages, name), home])) return false;
  }
  rmSync(packages, { recursive: true, force: true });
  rmSync(join(unpacked, "cache"), { recursive: true, force: true });
  rmSync(lists, { recursive: true, force: true });
  const path = join(unpacked, "chromium");
  writeFileSync(path, launcher(home));
  chmodSync(path, 0o755);
  return true;
}

function installWithPlaywright() {
  const program = join(root, "node_modules/@playwright/test/cli.js");
  return existsSync(program) && run(process.execPath, [program, "install", "chromium"]);
}

/** The ways to get a browser on this machine, the likeliest to work first. */
function ways() {
  const debian = process.platform === "linux" && has("apt-get");
  const isRoot = process.getuid?.() === 0;
  return [...(debian ? [isRoot ? installDebian : unpackDebian] : []), installWithPlaywright];
}

/** The path of a Chromium that starts. Installs one where there is none; throws when it can't. */
export function findBrowser() {
  const installed = findInstalledBrowser();
  if (installed) return installed;
  for (const getOne of ways()) {
    say("No Chromium was found for the browser tests: getting one.");
    if (!getOne()) continue;
    const path = findInstalledBrowser();
    if (path) return path;
  }
  const command =
    process.platform === "linux"
      ? "sudo apt-get update && sudo apt-get install chromium-headless-shell\nor: npx playwright install --with-deps chromium"
      : "npx playwright install chromium";
  throw new Error(
    `The browser tests need a Chromium, and it could not be installed. Run:\n${command}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${findBrowser()}\n`);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}
