import { readEnv } from "@/server/env";
import { createHttp } from "@/server/http";
import { createNetwork } from "@/server/lan";
import { createLog } from "@/server/log";
import { randomId } from "@/server/rooms/chance";

/** Our HTTP server without pages, in a process of its own, to be halted: prints its port once it listens. */
const env = readEnv({
  NODE_ENV: "test",
  PORT: "0",
  HOST: "127.0.0.1",
  DATABASE_URL: "postgres://nobody@127.0.0.1/nothing",
  NEXTAUTH_SECRET: randomId() + randomId(),
  AUFWIND_LOG_LEVEL: "silent",
});
let port = 0;
const network = createNetwork({ ...env, dataDir: undefined }, () => port);
const http = createHttp({
  env,
  network,
  log: createLog(env),
  dev: false,
  pages: false,
  helpContacts: async () => [],
});
port = await http.listen();
process.stdout.write(`listening ${port}\n`);
