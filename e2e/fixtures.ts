import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { createGuard, type Guard } from "./guard";
import { type Product, startProduct } from "./product";
import { type Texts, texts } from "./texts";

export { expectAccessible, expectNoSidewaysScroll } from "./accessible";
export { CONNECTION_LOST } from "./guard";
export { texts } from "./texts";
export { expect };

export const PHONE = { width: 390, height: 844 };
/** The smallest phone that people bring. */
export const SMALLEST = { width: 320, height: 568 };
/** What a phone shows at 200 %. */
export const ZOOMED_PHONE = { width: 195, height: 422 };
export const LAPTOP = { width: 1280, height: 800 };
export const PROJECTOR = { width: 1920, height: 1080 };
export const OLD_PROJECTOR = { width: 1024, height: 768 };

export interface Account {
  name: string;
  email: string;
  password: string;
  /** Cookies of somebody who has signed in. */
  storageState: Awaited<ReturnType<BrowserContext["storageState"]>>;
}

export interface OpenOptions {
  locale?: string;
  viewport?: { width: number; height: number };
  storageState?: Account["storageState"];
  /** Uses the host name that is no secure context. */
  insecure?: boolean;
  touch?: boolean;
  /** Another way to the same server, such as a proxy. */
  baseURL?: string;
}

interface WorkerFixtures {
  /** The real product, on its own data; started once per worker and again after a failed test. */
  server: Product;
  /** The first account, created through the setup link. */
  account: Account;
}

interface TestFixtures {
  /** Fails the test on console errors, page errors, policy violations and foreign requests. */
  guard: Guard;
  /** What the product says in the language of this test. */
  t: Texts;
  /** A page in a browser context of its own. */
  open(options?: OpenOptions): Promise<Page>;
  /** A signed-in facilitator at a laptop, who has not opened anything yet. */
  facilitator: Page;
  /** So many phones with nothing in common; they have not opened anything yet. */
  participants(count: number, options?: OpenOptions): Promise<Page[]>;
  /** A projector; it has not opened anything yet. */
  stage: Page;
}

/** Where pages that have not been anywhere yet will go first. */
const origins = new WeakMap<Page, string>();

/** The server that a page talks to, also before it has opened anything. */
export const originOf = (page: Page): string =>
  page.url() === "about:blank" ? (origins.get(page) ?? "") : new URL(page.url()).origin;

/** An embedded Postgres is created, started and, at the end, stopped with a checkpoint. */
const SERVER_TIMEOUT_MS = 120_000;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.remove();
    },
    { scope: "worker", timeout: SERVER_TIMEOUT_MS },
  ],

  account: [
    async ({ browser, server }, use) => {
      const details = {
        name: "Kim Beispiel",
        email: "kim@example.org",
        password: "ruhig bleiben, weitergehen",
      };
      const t = texts("de");
      const context = await browser.newContext({ locale: "de-DE", viewport: LAPTOP });
      const page = await context.newPage();
      await page.goto(server.setupLink);
      await page.getByLabel(t("auth.name"), { exact: true }).fill(details.name);
      await page.getByLabel(t("auth.email"), { exact: true }).fill(details.email);
      await page.getByLabel(t("auth.passwordNew"), { exact: true }).fill(details.password);
      await page.getByRole("button", { name: t("auth.createAccount") }).click();
      await page.waitForURL("**/sessions");
      const storageState = await context.storageState();
      await context.close();
      await use({ ...details, storageState });
    },
    { scope: "worker", timeout: SERVER_TIMEOUT_MS },
  ],

  baseURL: async ({ server }, use) => {
    await use(server.baseURL);
  },

  guard: async ({ server }, use) => {
    const { baseURL, localURL, insecureURL } = server;
    const hosts = [baseURL, localURL, insecureURL].map((url) => new URL(url).host);
    const guard = createGuard(hosts);
    await use(guard);
    expect(guard.problems(), "what browsers complained about").toEqual([]);
  },

  context: async ({ context, guard }, use) => {
    await guard.watch(context);
    await use(context);
  },

  t: async ({ locale }, use) => {
    await use(texts(locale ?? "de"));
  },

  open: async ({ browser, server, guard, locale }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const baseURL = options.baseURL ?? (options.insecure ? server.insecureURL : server.baseURL);
      const context = await browser.newContext({
        baseURL,
        locale: options.locale ?? locale,
        timezoneId: "Europe/Berlin",
        viewport: options.viewport ?? LAPTOP,
        hasTouch: options.touch ?? false,
        isMobile: options.touch ?? false,
        storageState: options.storageState,
      });
      contexts.push(context);
      await guard.watch(context);
      const page = await context.newPage();
      origins.set(page, new URL(baseURL).origin);
      return page;
    });
    for (const context of contexts) await context.close();
  },

  facilitator: async ({ open, account }, use) => {
    await use(await open({ storageState: account.storageState }));
  },

  participants: async ({ open }, use) => {
    await use(async (count, options = {}) => {
      const pages: Page[] = [];
      while (pages.length < count) {
        pages.push(await open({ viewport: PHONE, touch: true, ...options }));
      }
      return pages;
    });
  },

  stage: async ({ open }, use) => {
    await use(await open({ viewport: PROJECTOR }));
  },
});
