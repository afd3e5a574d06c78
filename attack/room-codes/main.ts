import { report } from "@/attack/report";
import { attackRoomCodes, EACH } from "@/attack/room-codes/suite";
import { startTestPostgres } from "@/server/testing/postgres-for-tests";

/** `npm run attack:room-codes -- --each 2000`; the full run asks 10,000 of each kind. Needs a build. */
const at = process.argv.indexOf("--each");
const each = at < 0 ? EACH : Number(process.argv[at + 1]);

const postgres = await startTestPostgres();
try {
  const { figures, defects } = await attackRoomCodes(postgres.url, each);
  report("Join codes", figures, defects);
} finally {
  await postgres.stop();
}
