import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { tryConvergence } from "@/attack/documents/convergence";
import { crashBoards } from "@/attack/documents/crash";
import { fuzzGuard } from "@/attack/documents/guard-fuzz";
import { report } from "@/attack/report";
import { startEmbedded } from "@/server/db/embedded";
import { openForEverybody } from "@/server/testing/temporary-folder";

/**
 * `npm run attack:documents [-- --updates 100000 --seeds 1000 --crashes 100 --seed 1]`: the guard of boards and pads
 * against updates that nobody's screen makes, boards over connections that break and two nodes, and boards while app and
 * database are killed. 0 leaves a part out.
 */
const { values } = parseArgs({
  options: {
    updates: { type: "string", default: "100000" },
    seeds: { type: "string", default: "1000" },
    crashes: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
  },
});
const whole = z.coerce.number().int().nonnegative();
const seed = whole.parse(values.seed);
const updates = whole.parse(values.updates);
const seeds = whole.parse(values.seeds);
const crashes = whole.parse(values.crashes);

if (updates > 0) {
  const runs = (["board", "pad"] as const).map((model) => ({
    model,
    ...fuzzGuard({ model, seed, updates }),
  }));
  report(
    `The guard of documents, seed ${seed}`,
    runs.map(({ model, count }) => ({ model, ...count })),
    runs.flatMap(({ defects }) => defects),
  );
}
if (seeds > 0) {
  const folder = openForEverybody(mkdtempSync(join(tmpdir(), "aufwind-documents-")));
  const database = await startEmbedded({
    dataDir: folder,
    password: "only for tests",
    fsync: false,
  });
  try {
    const { figures, defects } = await tryConvergence(database.url, { seeds, first: seed });
    report("Boards over two nodes", figures, defects);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
if (crashes > 0) {
  const { figures, defects } = await crashBoards({ cycles: crashes, seed });
  report("Boards and crashes", figures, defects);
}
// Sockets that a defect left open must not keep the program.
process.exit();
