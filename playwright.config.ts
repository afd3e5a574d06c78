import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.mjs";

// Workers load this file again and inherit what was found.
process.env.AUFWIND_BROWSER ??= findBrowser();

/** `kill -9`, restarts and whole workshops take their time on two cores. */
const TEST_TIMEOUT_MS = 120_000;

/** The slowest promise of the product is a second; the rest is a busy machine. */
const EXPECT_TIMEOUT_MS = 10_000;

/** A button that never comes is named, instead of a test that took too long. */
const ACTION_TIMEOUT_MS = 30_000;

/** Each has a server and a browser of its own. Specs mostly wait: two of them fill two cores. */
const WORKERS = 2;

const WHOLE_WORKSHOP = "workshop.spec.ts";

export default defineConfig({
  testDir: "e2e",
  // Specs run the built product (e2e/product.ts), nothing is started here.
  workers: WORKERS,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: TEST_TIMEOUT_MS,
  expect: { timeout: EXPECT_TIMEOUT_MS },
  reporter: "list",
  // The longest one first: it would be the only one at the end.
  projects: [
    { name: "workshop", testMatch: WHOLE_WORKSHOP },
    { name: "screens", testIgnore: WHOLE_WORKSHOP },
  ],
  use: {
    actionTimeout: ACTION_TIMEOUT_MS,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.AUFWIND_BROWSER,
      args: [
        // Chromium's sandbox refuses root, which is what containers usually are.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        // A host name which is no secure context, as over the Wi-Fi of a seminar room.
        "--host-resolver-rules=MAP lan.test 127.0.0.1",
      ],
    },
  },
});
