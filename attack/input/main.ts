import { randomInt } from "node:crypto";
import { startAttackedNode } from "@/attack/attacked-node";
import { CPU_MS_MAX, cpuPerFrame } from "@/attack/input/cpu";
import { flood } from "@/attack/input/flood";
import { refusalsChangeNothing } from "@/attack/input/refusals";
import { report } from "@/attack/report";
import { randomId } from "@/server/rooms/chance";
import { startTestPostgres } from "@/server/testing/postgres-for-tests";
import { openWorkshop, startNode } from "@/server/testing/workshop";

/** `npm run attack:input -- --frames 20000 --seed 7`; the full run is a million. */
const FRAMES = 1_000_000;
/** Of these, sent under the limit that the product has (P34). */
const LIMITED_FRAMES = 5_000;
const SINGLE_FRAMES = 5_000;
const TELL_EVERY = 50_000;

const argument = (name: string): number | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
};

const frames = argument("frames") ?? FRAMES;
const seed = argument("seed") ?? randomInt(2 ** 31);
console.log(`Input suite: ${frames} frames, --seed ${seed}`);

const postgres = await startTestPostgres();
const secret = randomId() + randomId();
const databaseUrl = postgres.url;
const admin = await startNode(databaseUrl, secret);
const lifted = await startAttackedNode({ databaseUrl, secret, framesPerSecond: 1e9 });
const limited = await startAttackedNode({ databaseUrl, secret });
const defects: string[] = [];
const figures: Record<string, string | number>[] = [];

try {
  const { account, id, facilitator } = await openWorkshop(admin, 0);
  facilitator.close();
  const share = Math.min(1, frames / FRAMES);

  const cpu = await cpuPerFrame(lifted, id);
  figures.push({
    part: "CPU of single frames",
    sent: cpu.frames,
    result: `median ${cpu.median.toFixed(1)} ms, worst ${cpu.worst.toFixed(1)} ms`,
  });
  if (cpu.worst > CPU_MS_MAX) defects.push(`${cpu.worst} ms CPU for ${cpu.worstFrame}`);

  const single = await refusalsChangeNothing(
    { target: lifted, admin, account },
    Math.ceil(SINGLE_FRAMES * share),
    seed,
  );
  defects.push(...single.defects);
  figures.push({
    part: "refused one by one, storage compared",
    sent: single.refused,
    result: `${single.defects.length} changed something`,
  });

  let told = 0;
  const common = { admin, account, seed };
  for (const [target, count, part] of [
    [limited, Math.ceil(LIMITED_FRAMES * share), "with the product's frame limit"],
    [lifted, frames, "frame limit lifted"],
  ] as const) {
    const flooded = await flood({
      ...common,
      target,
      frames: count,
      onRound(done) {
        if (done < told + TELL_EVERY) return;
        told = done;
        console.log(`${done} frames`);
      },
    });
    defects.push(...flooded.defects);
    const fates = [...flooded.fates].sort((a, b) => b[1] - a[1]);
    figures.push({
      part: `over the wire, ${part}`,
      sent: flooded.frames,
      result: `${flooded.rounds} sessions, ${flooded.packets} raw packets, ${flooded.honestCommands} honest commands unharmed, ${(flooded.cpuMs / flooded.frames).toFixed(2)} ms CPU per frame`,
    });
    for (const [fate, times] of fates) figures.push({ part: `— ${fate}`, sent: times, result: "" });
  }
} finally {
  await lifted.stop();
  await limited.stop();
  await admin.stop();
  await postgres.stop();
}
report("Input suite", figures, defects);
