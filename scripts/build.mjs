// Builds pages and server. Needs neither database nor secrets.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compressFolder } from "./compress.mjs";
import { writeNotices } from "./notices.mjs";
import { buildPhone } from "./phone.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Types of routes that have moved would fail the type check.
rmSync(join(root, ".next/dev/types"), { recursive: true, force: true });
rmSync(join(root, ".next/types"), { recursive: true, force: true });

// The build must not depend on what a server needs: it proves that by not having it.
const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, PUBLIC_URL, ...environment } = process.env;

const pages = spawnSync(
  process.execPath,
  [join(root, "node_modules/next/dist/bin/next"), "build"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  },
);
if (pages.status !== 0) process.exit(pages.status ?? 1);
// Parts of an earlier build have names of their own.
rmSync(join(root, "dist"), { recursive: true, force: true });
await buildPhone();
compressFolder(join(root, ".next/static"), join(root, ".next/static-compressed"));

const entries = {
  server: "server/main.ts",
  demo: "scripts/demo.ts",
  exports: "exports/main.ts",
};
await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(
    Object.entries(entries).filter(([, path]) => existsSync(join(root, path))),
  ),
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  // What is loaded on need stays in a file of its own: with it Yjs, which a session without documents never needs.
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  tsconfig: "tsconfig.json",
  sourcemap: "linked",
  logLevel: "warning",
});

writeNotices();
