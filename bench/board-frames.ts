import type { Page } from "@playwright/test";
import { moveForAWhile, openBoardRoom } from "@/bench/board-room";
import { texts } from "@/e2e/texts";

/**
 * `npx tsx bench/board-frames.ts` after a build: how long a console's frames take on a board of 300 cards while 60
 * people move them, on the surface and in the list, at full speed and on a laptop a quarter as fast.
 */

const SECONDS = 6;
const MOVES_PER_SECOND = 1;
const SLOWED = [1, 4];

const t = texts("de");

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Lengths of a page's frames, in milliseconds, while something happens. */
async function framesDuring(page: Page, happens: () => Promise<unknown>): Promise<number[]> {
  // As text: what tsx makes of a function needs helpers that no page has.
  await page.evaluate(`
    window.lengths = [];
    let last = performance.now();
    requestAnimationFrame(function tick(now) {
      window.lengths.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    });
  `);
  await happens();
  const lengths = await page.evaluate("window.lengths");
  if (!Array.isArray(lengths)) throw new Error("No frames were counted");
  // The first one belongs to the counting.
  return lengths
    .slice(1)
    .map(Number)
    .sort((a, b) => a - b);
}

const room = await openBoardRoom();
try {
  for (const view of ["columns", "list"] as const) {
    for (const rate of SLOWED) {
      // What a page has gathered in one round would be measured in the next.
      const page = await room.console();
      const cdp = await page.context().newCDPSession(page);
      await page.getByRole("button", { name: t(`console.board.${view}`), exact: true }).click();
      await cdp.send("Emulation.setCPUThrottlingRate", { rate });
      const frames = await framesDuring(page, () =>
        moveForAWhile(room, { perSecond: MOVES_PER_SECOND, seconds: SECONDS }),
      );
      const [middle, p95, most] = [share(frames, 0.5), share(frames, 0.95), frames.at(-1) ?? 0];
      const told = [middle, p95, most].map((ms) => ms.toFixed(1)).join(" · ");
      await page.close();
      console.log(`${view}, CPU ÷ ${rate}: ${frames.length} frames, p50 · p95 · max ${told} ms`);
    }
  }
} finally {
  await room.close();
}
