import { afterAll, beforeAll, expect, test } from "vitest";
import type { AttackedNode } from "@/attack/attacked-node";
import { CPU_MS_MAX, cpuPerFrame } from "@/attack/input/cpu";
import { flood } from "@/attack/input/flood";
import { refusalsChangeNothing } from "@/attack/input/refusals";
import { type Scene, setScene } from "@/attack/scene";
import { type Node, openWorkshop, signUp } from "@/server/testing/workshop";

/** Two rounds; the program sends a million. */
const FRAMES = 6_000;
const SINGLE_FRAMES = 300;
const SEED = Number(process.env.ATTACK_SEED ?? Math.floor(Math.random() * 2 ** 31));

let scene: Scene;
let admin: Node;
let target: AttackedNode;
let account: Awaited<ReturnType<typeof signUp>>;

beforeAll(async () => {
  scene = await setScene({ framesPerSecond: 1e9 });
  ({ admin, target } = scene);
  account = await signUp(admin, "ada@example.org");
});

afterAll(async () => {
  await scene.stop();
});

test(`hostile frames break nothing and hurt nobody (ATTACK_SEED=${SEED})`, async () => {
  const figures = await flood({ target, admin, account, frames: FRAMES, seed: SEED });
  expect(figures.defects).toEqual([]);
  expect(figures.frames).toBe(FRAMES);
  expect(figures.honestCommands).toBeGreaterThan(0);
  expect(target.alive).toBe(true);
});

test(`what was refused has changed nothing (P15, ATTACK_SEED=${SEED})`, async () => {
  const { refused, defects } = await refusalsChangeNothing(
    { target, admin, account },
    SINGLE_FRAMES,
    SEED,
  );
  expect(defects).toEqual([]);
  expect(refused).toBeGreaterThan(SINGLE_FRAMES / 4);
});

test("no single frame takes more CPU time than 50 ms", async () => {
  const { id, facilitator } = await openWorkshop(admin, 0, { account });
  facilitator.close();
  const { worst, worstFrame } = await cpuPerFrame(target, id);
  expect({ worstFrame, slow: worst > CPU_MS_MAX }).toEqual({ worstFrame, slow: false });
});
