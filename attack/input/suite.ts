import type { AttackedNode } from "@/attack/attacked-node";
import { CPU_MS_MAX, cpuPerFrame } from "@/attack/input/cpu";
import { flood } from "@/attack/input/flood";
import { refusalsChangeNothing } from "@/attack/input/refusals";
import type { Figures } from "@/attack/report";
import { setScene } from "@/attack/scene";
import { openWorkshop } from "@/server/testing/workshop";

/** What a full run sends. */
export const FRAMES = 1_000_000;
/** Beside these, sent under the limit that the product has (P34). */
const LIMITED_FRAMES = 40_000;
/** A whole session's worth: fewer would not use up what each socket may send at once. */
const LIMITED_FRAMES_LEAST = 4_000;
/** The least share of these that the limit must refuse: the slower a machine sends, the more it lets by. */
const LIMITED_SHARE_LEAST = 0.25;
const SINGLE_FRAMES = 5_000;

/** Every part of the input suite, in proportion to `frames`. `tell` hears how many are done. */
export async function attackInput({
  databaseUrl,
  frames,
  seed,
  tell = () => {},
}: {
  databaseUrl: string;
  frames: number;
  seed: number;
  tell?: (done: number) => void;
}): Promise<Figures> {
  // Late cards are taken into review once they were counted.
  const scene = await setScene(databaseUrl, {
    limited: { peopleEveryMs: 500 },
    lifted: { peopleEveryMs: 500, framesPerSecond: 1e9 },
  });
  const { admin, targets } = scene;
  const defects: string[] = [];
  const figures: Figures["figures"] = [];
  const share = Math.min(1, frames / FRAMES);

  async function singly(account: { id: string; cookie: string }, session: string): Promise<void> {
    const cpu = await cpuPerFrame(targets.lifted, session);
    figures.push({
      part: "CPU of single frames",
      sent: cpu.frames,
      result: `median ${cpu.median.toFixed(1)} ms, worst ${cpu.worst.toFixed(1)} ms`,
    });
    if (cpu.worst > CPU_MS_MAX) defects.push(`${cpu.worst} ms CPU for ${cpu.worstFrame}`);
    const room = { target: targets.lifted, admin, account };
    const single = await refusalsChangeNothing(room, Math.ceil(SINGLE_FRAMES * share), seed);
    defects.push(...single.defects);
    figures.push({
      part: "refused one by one, storage compared",
      sent: single.refused,
      result: `${single.defects.length} changed something`,
    });
  }

  async function together(
    account: { id: string; cookie: string },
    target: AttackedNode,
    count: number,
    part: string,
  ): Promise<ReadonlyMap<string, number>> {
    const flooded = await flood({ target, admin, account, frames: count, seed, onRound: tell });
    const { rounds, packets, honestCommands, cpuMs } = flooded;
    defects.push(...flooded.defects);
    figures.push({
      part: `over the wire, ${part}`,
      sent: flooded.frames,
      result: `${rounds} sessions, ${packets} raw packets, ${honestCommands} honest commands unharmed, ${(cpuMs / flooded.frames).toFixed(2)} ms CPU per frame`,
    });
    const fates = [...flooded.fates].sort((a, b) => b[1] - a[1]);
    for (const [fate, times] of fates) figures.push({ part: `— ${fate}`, sent: times, result: "" });
    return flooded.fates;
  }

  try {
    const { account, id, facilitator } = await openWorkshop(admin, 0);
    facilitator.close();
    await singly(account, id);
    const limitedFrames = Math.max(LIMITED_FRAMES_LEAST, Math.ceil(LIMITED_FRAMES * share));
    const fates = await together(
      account,
      targets.limited,
      limitedFrames,
      "with the product's frame limit",
    );
    const refused = fates.get("rate-limited") ?? 0;
    if (refused < limitedFrames * LIMITED_SHARE_LEAST) {
      defects.push(`the frame limit was not reached: ${refused} of ${limitedFrames} rate-limited`);
    }
    await together(account, targets.lifted, frames, "frame limit lifted");
    return { figures, defects };
  } finally {
    await scene.stop();
  }
}
