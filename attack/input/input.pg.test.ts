import { beforeAll, expect, test } from "vitest";
import { CPU_MS_MAX, cpuPerFrame } from "@/attack/input/cpu";
import { flood } from "@/attack/input/flood";
import { refusalsChangeNothing } from "@/attack/input/refusals";
import { sceneForFile } from "@/attack/scene-for-file";
import { openWorkshop, signUp } from "@/server/testing/workshop";

/** Two rounds; the program sends a million. */
const FRAMES = 6_000;
const SINGLE_FRAMES = 300;
const SEED = Number(process.env.ATTACK_SEED ?? Math.floor(Math.random() * 2 ** 31));

const at = sceneForFile({ framesPerSecond: 1e9 });
let account: Awaited<ReturnType<typeof signUp>>;

beforeAll(async () => {
  account = await signUp(at.admin, "ada@example.org");
});

test(`hostile frames break nothing and hurt nobody (ATTACK_SEED=${SEED})`, async () => {
  const figures = await flood({ ...at, account, frames: FRAMES, seed: SEED });
  expect(figures.defects).toEqual([]);
  expect(figures.frames).toBe(FRAMES);
  expect(figures.honestCommands).toBeGreaterThan(0);
  expect(at.target.alive).toBe(true);
});

test(`what was refused has changed nothing (P15, ATTACK_SEED=${SEED})`, async () => {
  const { refused, defects } = await refusalsChangeNothing({ ...at, account }, SINGLE_FRAMES, SEED);
  expect(defects).toEqual([]);
  expect(refused).toBeGreaterThan(SINGLE_FRAMES / 4);
});

test("no single frame takes more CPU time than 50 ms", async () => {
  const { id, facilitator } = await openWorkshop(at.admin, 0, { account });
  facilitator.close();
  const { worst, worstFrame } = await cpuPerFrame(at.target, id);
  expect({ worstFrame, slow: worst > CPU_MS_MAX }).toEqual({ worstFrame, slow: false });
});
