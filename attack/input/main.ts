import { randomInt } from "node:crypto";
import { attackInput, FRAMES } from "@/attack/input/suite";
import { report } from "@/attack/report";
import { startTestPostgres } from "@/server/testing/postgres-for-tests";

/** `npm run attack:input -- --frames 20000 --seed 7`; the full run is a million. */
const TELL_EVERY = 50_000;

const argument = (name: string): number | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
};

const frames = argument("frames") ?? FRAMES;
const seed = argument("seed") ?? randomInt(2 ** 31);
console.log(`Input suite: ${frames} frames, --seed ${seed}`);

let told = 0;
const tell = (done: number): void => {
  if (done < told + TELL_EVERY) return;
  told = done;
  console.log(`${done} frames`);
};

const postgres = await startTestPostgres();
try {
  const { figures, defects } = await attackInput({
    databaseUrl: postgres.url,
    ...{ frames, seed, tell },
  });
  report("Input suite", figures, defects);
} finally {
  await postgres.stop();
}
