import type { Page } from "@playwright/test";
import { expect, LAPTOP, test } from "../fixtures";
import { openRoom } from "./room";

/** Counts how often this page asks for a lock on its screen; a browser without one may refuse. */
async function countLocks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (!("wakeLock" in navigator)) return;
    const { wakeLock } = navigator;
    const ask = wakeLock.request.bind(wakeLock);
    wakeLock.request = (type) => {
      const { dataset } = document.documentElement;
      dataset.locks = String(Number(dataset.locks ?? 0) + 1);
      return ask(type);
    };
  });
}

const locks = (page: Page) => page.locator("html").getAttribute("data-locks");

test("28: stage and console keep their screens awake, and ask again once they are back", async ({
  account,
  facilitator: console_,
  open,
  server,
  stage,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 0 });
  try {
    await room.to("small-no", "write");
    for (const page of [console_, stage]) await countLocks(page);
    await console_.reload();
    await stage.goto(room.stageUrl);
    for (const page of [console_, stage]) {
      await expect.poll(() => locks(page)).toBe("1");
      // Hidden, the browser takes the lock back; shown again, the page asks for another one.
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await expect.poll(() => locks(page)).toBe("2");
    }

    // --- without a secure context there is no such thing, and nothing needs it ------------------------
    const plain = await open({ insecure: true, viewport: LAPTOP });
    await plain.goto(room.stageUrl);
    await expect(plain.getByText(room.code)).toBeVisible();
    expect(await plain.evaluate(() => "wakeLock" in navigator)).toBe(false);
  } finally {
    room.close();
  }
});
