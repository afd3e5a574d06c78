import * as z from "zod";
import { startEmbedded } from "@/server/db/embedded";

/** An app reduced to its database, in a process of its own: to be killed, or to be another user's. */
const options = z
  .object({ dataDir: z.string(), password: z.string(), fsync: z.boolean() })
  .parse(JSON.parse(process.argv[2] ?? ""));
const postgres = await startEmbedded(options);
process.stdout.write(`${JSON.stringify({ url: postgres.url, pid: postgres.pid() })}\n`);
process.stdin.resume();
process.stdin.on("end", () => {
  void postgres.stop().then(() => process.exit(0));
});
