import { expect } from "@playwright/test";

/** Longer than a phone pauses between what it needs at once and what it may need later. */
const LOADS_AGAIN_WITHIN_MS = 3_000;

/** Waits until no file has come for a while: how many come is only known by then. */
export async function isQuiet(countFiles: () => Promise<number>): Promise<void> {
  let before = -1;
  await expect(async () => {
    const now = await countFiles();
    const isSame = now === before;
    before = now;
    expect(isSame).toBe(true);
  }).toPass({ intervals: [LOADS_AGAIN_WITHIN_MS], timeout: 60_000 });
}
