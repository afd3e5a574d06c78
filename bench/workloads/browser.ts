import { chromium, type Page } from "@playwright/test";
import { measured } from "@/bench/measured";
import { now } from "@/bench/processes";
import { type BenchProduct, startBenchProduct } from "@/bench/product";
import { sum } from "@/bench/workloads/crowd";
import type { Workload } from "@/bench/workloads/workload";
import { texts } from "@/e2e/texts";
import { findBrowser } from "@/scripts/find-browser.mjs";

/** A phone of the middle class on a weak mobile network, as Lighthouse has it: "slow 4G", and a fourth of the CPU. */
const CPU_SLOWER = 4;
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};

export const browser: Workload = {
  name: "browser",
  what: "A phone opens the page of a session in which people write (CPU 4 times slower, slow 4G), and agrees to the rules at once. “Every screen” is from the address to the field that takes a text, bytes are those of all scripts on the wire.",
  async run({ size }) {
    const product = await startBenchProduct();
    const running = await chromium.launch({
      executablePath: process.env.AUFWIND_BROWSER ?? findBrowser(),
      // Chromium's sandbox refuses root, which is what containers usually are.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    try {
      const row = await measured(product, async () => {
        const opened: { canWriteMs: number; bytes: number }[] = [];
        for (let at = 0; at < size.browser; at += 1) {
          const context = await running.newContext({ locale: "de-DE" });
          opened.push(await open(await context.newPage(), product));
          await context.close();
        }
        return {
          case: "until one can write",
          offered: size.browser,
          done: opened.length,
          seenMs: opened.map(({ canWriteMs }) => canWriteMs),
          bytes: sum(opened.map(({ bytes }) => bytes)),
          clients: opened.length,
        };
      });
      return { rows: [row] };
    } finally {
      await running.close();
      await product.stop();
    }
  },
};

async function open(page: Page, product: BenchProduct) {
  const t = texts("de-DE");
  const room = await product.openRoom();
  const { facilitator } = room;
  while (facilitator.view?.activity?.about.takes !== "cards") {
    if (!(await room.goOn())) throw new Error("Nobody ever writes");
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWER });
  const scripts = new Set<string>();
  let bytes = 0;
  // A part's are fetched, and imported from the browser's cache then (`lib/phone/load-part.ts`).
  devtools.on("Network.responseReceived", ({ requestId, response }) => {
    if (new URL(response.url).pathname.endsWith(".js")) scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const began = now();
  await page.goto(`${product.url}/j/${room.code}`, { waitUntil: "commit" });
  await page.getByRole("button", { name: t("join.enter") }).click();
  await page.locator("textarea:enabled").first().waitFor();
  const canWriteMs = now() - began;
  room.close();
  return { canWriteMs, bytes };
}
