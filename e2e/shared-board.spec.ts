import type { Locator, Page } from "@playwright/test";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { joinAsPhone } from "@/server/simulated/phone";
import { isolated } from "../lib/i18n/isolated";
import {
  type Account,
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  type OpenOptions,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";
import { openWithPlan } from "./own-plan";
import type { Product } from "./product";
import type { Texts } from "./texts";
import {
  addTheme,
  connectRemote,
  expectSaved,
  handIn,
  isAt,
  join,
  moveTo,
  uncover,
} from "./workshop";

/** With two consoles eight people move cards at once. */
const PHONES = 6;

const THEMES = ["Stille", "Unklare Absage", "Zusage ohne Folgen"] as const;

/** A laptop at 200 %. */
const ZOOMED = { width: 640, height: 400 };

const cardOf = (n: number): string => `Karte Nummer ${n + 1}.`;

interface Room {
  id: string;
  consoles: [Page, Page];
  phones: Page[];
  /** Ends the phones that nobody holds. */
  close(): void;
}

interface RoomOptions {
  account: Account;
  server: Product;
  t: Texts;
  open: (options?: OpenOptions) => Promise<Page>;
  /** How many sort with the consoles. */
  phones: number;
  /** How many others have only handed in their card. */
  others: number;
}

/** A session in which everybody sorts, in its sorting, with a card of each. */
async function sorting(options: RoomOptions): Promise<Room> {
  const { account, server, t, open, phones: count } = options;
  const { id, code } = await openWithPlan(server, {
    ...{ email: account.email, templateId: firstAidAfterANo.id, language: "de", address: "du" },
    change: (activities) =>
      activities.flatMap((each) =>
        each.key === "small-no"
          ? [{ ...each, settings: { ...each.settings, roomSorts: true } }]
          : [],
      ),
  });
  const console_ = () => open({ storageState: account.storageState, viewport: LAPTOP });
  const consoles: Room["consoles"] = [await console_(), await console_()];
  for (const page of consoles) await page.goto(`/sessions/${id}`);
  const phones = await Promise.all(
    Array.from({ length: count }, () => open({ viewport: PHONE, touch: true })),
  );
  for (const phone of phones) await join(phone, code, t);
  const others = await Promise.all(
    // Of simulated people every fourth writes a second card.
    Array.from({ length: options.others }, (_, n) =>
      joinAsPhone(server.baseURL, id, 4 * n + 1, { wording: () => cardOf(count + n) }),
    ),
  );
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  try {
    await remote.send({ type: "begin", endsAt: null });
    await remote.until((view) => view.planned);
    await moveTo(remote, "small-no", "write");
    await Promise.all([
      ...phones.map(async (phone, n) => {
        await handIn(phone, t, cardOf(n));
        await expectSaved(phone, t, cardOf(n));
      }),
      ...others.map(async ({ client, takePart }) => {
        await client.until(() => isAt(client, "small-no", "write"));
        await takePart();
      }),
    ]);
    await moveTo(remote, "small-no", "cluster");
  } finally {
    remote.close();
  }
  for (const page of consoles) await uncover(page, t);
  const close = () => {
    for (const other of others) other.close();
  };
  return { id, consoles, phones, close };
}

const section = (page: Page, name: string): Locator =>
  page.getByRole("region", { name, exact: true });

/** What lies where on a console, in its order. */
async function onConsole(page: Page, t: Texts): Promise<Record<string, string[]>> {
  const shown: Record<string, string[]> = {};
  for (const name of [t("kinds.collect.console.themeNone"), ...THEMES]) {
    const texts = await section(page, name)
      .getByText(/^Karte Nummer \d\.$/)
      .allTextContents();
    shown[name] = texts;
  }
  return shown;
}

/** What lies where on a phone: below each heading its cards, without an order of their own. */
const onPhone = (page: Page): Promise<Record<string, string[]>> =>
  page.locator("section:has(select)").evaluateAll((sections) =>
    Object.fromEntries(
      sections.map((each) => [
        each.querySelector("h2")?.textContent?.trim() ?? "",
        [...each.querySelectorAll("li p")]
          .map((card) => card.textContent ?? "")
          .filter((text) => text.startsWith("Karte"))
          .sort(),
      ]),
    ),
  );

const sorted = (shown: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(shown)
      .filter(([, cards]) => cards.length > 0)
      .map(([name, cards]) => [name, [...cards].sort()]),
  );

/** Presses the digit of a column on a card of the board. */
async function press(page: Page, card: number, digit: number): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("button", { name: cardOf(card), exact: true })
    .focus();
  await page.keyboard.press(`${digit}`);
}

const choose = (page: Page, t: Texts, card: number, theme: string) =>
  page
    .getByLabel(t("kinds.collect.sorting.field", { card: isolated(cardOf(card)) }))
    .selectOption({ label: theme });

test("a board that eight move at once ends alike on every screen, with two of them offline for a while", async ({
  account,
  guard,
  open,
  server,
  t,
}) => {
  test.slow();
  guard.tolerate(CONNECTION_LOST);
  const { consoles, phones } = await sorting({
    account,
    server,
    t,
    open,
    phones: PHONES,
    others: 0,
  });
  const [left, right] = consoles;
  for (const theme of THEMES) await addTheme(left, t, theme);
  for (const page of [right, ...phones]) {
    await expect(page.getByText(THEMES[2]).first()).toBeAttached();
  }

  // --- all at once, and two of them cut off ---------------------------------------------------------
  const [away, ...others] = phones;
  if (!away) throw new Error("unreachable");
  for (const page of [away, right]) await page.context().setOffline(true);
  await Promise.all([
    (async () => {
      for (const [card, digit] of [
        [0, 1],
        [1, 1],
        [2, 2],
        [0, 3],
      ] as const)
        await press(left, card, digit);
    })(),
    (async () => {
      for (const [card, digit] of [
        [5, 1],
        [4, 2],
        [3, 3],
      ] as const)
        await press(right, card, digit);
    })(),
    choose(away, t, 1, THEMES[2]),
    ...others.map(async (phone, n) => {
      await choose(phone, t, n, THEMES[n % 3] ?? THEMES[0]);
      await choose(phone, t, (n + 1) % others.length, THEMES[(n + 1) % 3] ?? THEMES[0]);
    }),
  ]);
  // What is offline shows its own moves.
  await expect(section(right, THEMES[0]).getByText(cardOf(5))).toBeVisible();
  for (const page of [away, right]) await page.context().setOffline(false);

  // --- the same everywhere ---------------------------------------------------------------------------
  await expect(async () => {
    const shown = await onConsole(left, t);
    expect(await onConsole(right, t)).toEqual(shown);
    const inThemes = sorted(shown);
    const all = Object.values(inThemes).flat();
    expect([...all].sort()).toEqual(Array.from({ length: PHONES }, (_, n) => cardOf(n)));
    for (const phone of phones) expect(sorted(await onPhone(phone))).toEqual(inThemes);
  }).toPass({ timeout: 45_000 });
  // Moved offline by the console, and by nobody else: it arrived.
  await expect(section(left, THEMES[0]).getByText(cardOf(5))).toBeVisible();

  // --- and still after a reload --------------------------------------------------------------------------
  const before = await onConsole(left, t);
  await right.reload();
  await uncover(right, t);
  await expect(async () => expect(await onConsole(right, t)).toEqual(before)).toPass();
  await expectAccessible(left);
  const [phone] = others;
  if (phone) {
    await expectAccessible(phone);
    await phone.setViewportSize(SMALLEST);
    await expectNoSidewaysScroll(phone);
  }
});

test("a board is sorted by keyboard alone, in the list, and another console sees it", async ({
  account,
  open,
  server,
  t,
}) => {
  test.slow();
  const { consoles, close } = await sorting({ account, server, t, open, phones: 0, others: 5 });
  const [left, right] = consoles;
  const main = left.getByRole("main");
  const say = (key: Parameters<Texts>[0]) => t(key);

  /** Goes there by the Tab key alone. */
  async function tabTo(target: Locator): Promise<void> {
    for (let steps = 0; steps < 200; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await left.keyboard.press("Tab");
    }
    throw new Error("The Tab key never leads there");
  }
  /** From row to row: the Tab key leads to the one that was last walked to. */
  async function walkTo(target: Locator): Promise<void> {
    await left.keyboard.press("Home");
    for (let steps = 0; steps < 10; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await left.keyboard.press("ArrowDown");
    }
    throw new Error("No arrow leads there");
  }
  const row = (n: number) => main.getByRole("row", { name: cardOf(n) });
  /** Opens the menu of the row that has the focus, and chooses in it. */
  async function chooseInMenu(name: string): Promise<void> {
    await left.keyboard.press("Enter");
    const items = left.getByRole("menuitem");
    await expect(items.first()).toBeFocused();
    const item = left.getByRole("menuitem", { name, exact: true });
    for (let steps = 0; steps < 20; steps += 1) {
      if (await item.evaluate((element) => element === document.activeElement)) break;
      await left.keyboard.press("ArrowDown");
    }
    await left.keyboard.press("Enter");
    await expect(items).toHaveCount(0);
  }

  // --- the list, and a theme with its first card ------------------------------------------------------
  await tabTo(main.getByRole("button", { name: say("console.board.list"), exact: true }));
  await left.keyboard.press("Enter");
  const loose = section(left, say("kinds.collect.console.themeNone"));
  await expect(loose.getByRole("row")).toHaveCount(5);
  await tabTo(loose.getByRole("row").first());
  await left.keyboard.press("1");
  await left.keyboard.type(THEMES[0]);
  await left.keyboard.press("Enter");
  await expect(section(left, THEMES[0]).getByRole("row")).toHaveCount(1);
  await expect(section(right, THEMES[0]).getByRole("listitem")).toHaveCount(1);

  // --- many at once, by their marks ---------------------------------------------------------------------
  await left.keyboard.press("Space");
  await left.keyboard.press("ArrowDown");
  await left.keyboard.press("Space");
  await expect(main.getByText(t("console.board.marked", { n: 2 }))).toBeVisible();
  await left.keyboard.press("1");
  await expect(section(right, THEMES[0]).getByRole("listitem")).toHaveCount(3);

  // --- up, down, first and last -----------------------------------------------------------------------------
  const order = async (page: Page) => (await onConsole(page, t))[THEMES[0]] ?? [];
  const [first = "", second = "", third = ""] = await order(left);
  const rowOf = (text: string) => section(left, THEMES[0]).getByRole("row", { name: text });
  await walkTo(section(left, THEMES[0]).getByRole("row").first());
  await left.keyboard.press("Alt+ArrowDown");
  await expect(async () => expect(await order(right)).toEqual([second, first, third])).toPass();
  await expect(rowOf(first)).toBeFocused();
  await chooseInMenu(say("console.board.moves.last"));
  await expect(async () => expect(await order(right)).toEqual([second, third, first])).toPass();
  await expect(rowOf(first)).toBeFocused();

  // --- back, and again ------------------------------------------------------------------------------------
  await left.keyboard.press("Control+z");
  await expect(async () => expect(await order(right)).toEqual([second, first, third])).toPass();
  await left.keyboard.press("Control+y");
  await expect(async () => expect(await order(right)).toEqual([second, third, first])).toPass();

  // --- elsewhere, out of a menu -------------------------------------------------------------------------------
  await chooseInMenu(say("kinds.collect.console.themeNone"));
  await expect(section(right, THEMES[0]).getByRole("listitem")).toHaveCount(2);
  await expect(row(Number(/\d/.exec(first)?.[0]) - 1)).toBeFocused();

  // --- what others do is told ------------------------------------------------------------------------------
  await right.getByRole("main").getByRole("button", { name: second, exact: true }).focus();
  await right.keyboard.press("0");
  const moved = t("console.board.newsOne", {
    card: isolated(second),
    column: isolated(say("kinds.collect.console.themeNone")),
  });
  await expect(main.getByRole("status").filter({ hasText: moved })).toBeAttached({
    timeout: 20_000,
  });

  // --- another theme, a colour, one theme less -------------------------------------------------------------
  const fresh = main.getByRole("button", {
    name: say("kinds.collect.console.themeNew"),
    exact: true,
  });
  await tabTo(fresh);
  await left.keyboard.press("Enter");
  await left.keyboard.type(THEMES[1]);
  await left.keyboard.press("Enter");
  const more = main.getByRole("button", { name: THEMES[1], exact: true });
  await left.keyboard.press("Shift+Tab");
  await expect(more).toBeFocused();
  await left.keyboard.press("Enter");
  const merge = left.getByRole("menuitem", { name: THEMES[0], exact: true });
  for (let steps = 0; steps < 20; steps += 1) {
    if (await merge.evaluate((element) => element === document.activeElement)) break;
    await left.keyboard.press("ArrowDown");
  }
  await left.keyboard.press("Enter");
  await expect(section(right, THEMES[1])).toHaveCount(0);
  await left.keyboard.press("Control+z");
  await expect(section(right, THEMES[1])).toBeVisible();

  // --- read by machines, large, and on the smallest phone -------------------------------------------------
  await expectAccessible(left);
  await expectAccessible(right);
  for (const size of [ZOOMED, SMALLEST]) {
    await left.setViewportSize(size);
    await expectNoSidewaysScroll(left);
  }
  await expectAccessible(left);
  close();
});

test("what is sorted before the board is open stays where it was put, and arrives once it is", async ({
  account,
  open,
  server,
  t,
}) => {
  test.slow();
  const { consoles, id, close } = await sorting({ account, server, t, open, phones: 0, others: 5 });
  const [left] = consoles;
  await addTheme(left, t, THEMES[0]);
  // A third console, whose asking for the board doesn't arrive for now.
  const late = await open({ storageState: account.storageState, viewport: LAPTOP });
  const waiting: (() => void)[] = [];
  let isHeld = true;
  await late.routeWebSocket(/socket\.io/, (page) => {
    const server_ = page.connectToServer();
    page.onMessage((frame) => {
      if (isHeld && frame.includes("doc:open")) waiting.push(() => server_.send(frame));
      else server_.send(frame);
    });
  });
  await late.goto(`/sessions/${id}`);
  await late
    .getByRole("main")
    .getByRole("button", { name: t("console.coverShow"), exact: true })
    .click();
  await expect(late.getByText(t("console.board.places.opening"))).toBeVisible();
  await press(late, 0, 1);
  await press(late, 1, 1);
  const there = [cardOf(0), cardOf(1)];
  const inTheme = async (page: Page) => [...((await onConsole(page, t))[THEMES[0]] ?? [])].sort();
  await expect(async () => expect(await inTheme(late)).toEqual(there)).toPass();
  // Nobody else knows of it yet.
  expect(await inTheme(left)).toEqual([]);
  expect(waiting.length).toBeGreaterThan(0);
  isHeld = false;
  for (const go of waiting) go();
  await expect(late.getByText(t("console.board.places.opening"))).toBeHidden();
  await expect(async () => expect(await inTheme(left)).toEqual(there)).toPass();
  expect(await inTheme(late)).toEqual(there);
  // It can be taken back like anything else.
  await late.keyboard.press("Control+z");
  await expect(async () => expect(await inTheme(left)).toEqual([cardOf(0)])).toPass();
  close();
});
