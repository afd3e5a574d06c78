// `npm run dev`: the server from source, restarted when it changes. Pages of Next reload by themselves, that of a phone is
// bundled again and reloaded by hand.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkNode, install, root } from "./prepare.mjs";

checkNode();
install();
// Packages: nothing could be loaded before they are there.
const { watchPhone } = await import("./phone.mjs");
await watchPhone();
const server = spawn(
  process.execPath,
  [
    join(root, "node_modules/tsx/dist/cli.mjs"),
    "watch",
    "--clear-screen=false",
    "server/main.ts",
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => server.kill(signal));
}
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
