import { type Browser, chromium, type Page } from "@playwright/test";
import { openWithPlan } from "@/e2e/own-plan";
import { type Product, startProduct } from "@/e2e/product";
import { texts } from "@/e2e/texts";
import { connectRemote, moveTo } from "@/e2e/workshop";
import { hashOf } from "@/lib/testing/memory-session";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { findBrowser } from "@/scripts/find-browser.mjs";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { joinAsPhone, type SimulatedPhone } from "@/server/simulated/phone";

/** As many as a seminar room holds, with as many cards as a room still reads. */
export const PEOPLE = 60;
const CARDS_EACH = 5;

const THEMES = 12;

const ACTIVITY = "small-no";

/** A board that everybody sorts, on the built product: 300 cards, 12 themes, 60 phones. */
export interface BoardRoom {
  product: Product;
  browser: Browser;
  remote: LiveClient;
  phones: readonly SimulatedPhone[];
  cards: readonly string[];
  themes: readonly string[];
  /** A console that shows the board. */
  console(): Promise<Page>;
  close(): Promise<void>;
}

const t = texts("de");

/** Opens it and brings it into its sorting. Takes half a minute. */
export async function openBoardRoom(): Promise<BoardRoom> {
  const product = await startProduct();
  const browser = await chromium.launch({
    executablePath: process.env.AUFWIND_BROWSER ?? findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const context = await browser.newContext({
    baseURL: product.baseURL,
    locale: "de-DE",
    viewport: { width: 1440, height: 900 },
  });
  const first = await context.newPage();
  const email = "kim@example.org";
  await first.goto(product.setupLink);
  await first.getByLabel(t("auth.name"), { exact: true }).fill("Kim");
  await first.getByLabel(t("auth.email"), { exact: true }).fill(email);
  await first.getByLabel(t("auth.passwordNew"), { exact: true }).fill("ruhig bleiben, weitergehen");
  await first.getByRole("button", { name: t("auth.createAccount") }).click();
  await first.waitForURL("**/sessions");
  await first.close();

  const { id } = await openWithPlan(product, {
    ...{ email, templateId: firstAidAfterANo.id, language: "de", address: "du" },
    change: (activities) =>
      activities.flatMap((each) =>
        each.key === ACTIVITY
          ? [{ ...each, settings: { ...each.settings, roomSorts: true, itemLimit: CARDS_EACH } }]
          : [],
      ),
  });
  const { cookies } = await context.storageState();
  const remote = await connectRemote(product.baseURL, id, cookies);
  const phones: SimulatedPhone[] = [];
  for (let n = 0; n < PEOPLE; n += 1) phones.push(await joinAsPhone(product.baseURL, id, n));
  await remote.send({ type: "begin", endsAt: null });
  await remote.until((view) => view.planned);
  await moveTo(remote, ACTIVITY, "write");
  for (const [person, { client }] of phones.entries()) {
    await client.until((view) => view.activity?.phase === "write");
    for (let n = 0; n < CARDS_EACH; n += 1) {
      const edit = randomId();
      const text = `Karte ${n} von ${person}: Auf meine zweite Nachricht kam keine Antwort mehr.`;
      const card = { edit, markHash: hashOf(edit), revision: 1, text };
      await client.act({ type: "submitCard", ...card, mayBeCase: false, mayBeQuoted: false });
    }
  }
  await moveTo(remote, ACTIVITY, "cluster");
  const themes = Array.from({ length: THEMES }, () => randomId());
  for (const [n, themeId] of themes.entries()) {
    await remote.act({ type: "addTheme", themeId, name: `Thema ${n + 1}` });
  }
  await remote.until((view) => Object.keys(view.cards).length === PEOPLE * CARDS_EACH);
  const cards = Object.keys(remote.view?.cards ?? {});
  return {
    ...{ product, browser, remote, phones, cards, themes },
    async console() {
      const page = await context.newPage();
      await page.goto(`/sessions/${id}`);
      const desk = page.getByRole("main");
      await desk.getByRole("button", { name: t("console.coverShow"), exact: true }).click();
      await desk.getByText("Karte 0 von 0:").waitFor();
      return page;
    },
    async close() {
      remote.close();
      for (const phone of phones) phone.close();
      await browser.close();
      await product.remove();
    },
  };
}

/** What came of moves that were made for a while. */
export interface Moved {
  taken: number;
  refused: number;
  seconds: number;
}

/** Each phone moves a card so many times a second, to a place that chance draws, for so many seconds. */
export async function moveForAWhile(
  { phones, cards, themes }: BoardRoom,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Moved> {
  const began = performance.now();
  const endsAt = began + seconds * 1_000;
  let taken = 0;
  let refused = 0;
  const one = async ({ client }: SimulatedPhone, n: number): Promise<void> => {
    // Spread over the second, as people are.
    let at = began + ((n / phones.length) * 1_000) / perSecond;
    while (at < endsAt) {
      const early = at - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const id = cards[Math.floor(Math.random() * cards.length)];
      const to = themes[Math.floor(Math.random() * themes.length)];
      const answer = await client.act({ type: "placeCards", cards: [{ id, to, before: null }] });
      if (answer.ok) taken += 1;
      else refused += 1;
      at += 1_000 / perSecond;
    }
  };
  await Promise.all(phones.map(one));
  return { taken, refused, seconds: (performance.now() - began) / 1_000 };
}
