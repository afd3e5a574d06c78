// `npm start`: installs, builds and serves, each only when needed. `--demo` (`npm run demo`) serves
// the same with a database of its own and simulated phones.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, checkNode, install, isBuilt, root } from "./prepare.mjs";

checkNode();
install();
if (!isBuilt()) {
  process.stdout.write("Building …\n");
  build();
}

const bundle = process.argv.includes("--demo") ? "dist/demo.mjs" : "dist/server.mjs";
const server = spawn(
  process.execPath,
  ["--enable-source-maps", join(root, bundle), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  },
);
// systemd and docker tell only us. A terminal tells both, which the server recognises.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => server.kill(signal));
}
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
