import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from "../fixtures";
import { uncover } from "../workshop";
import { openRoom } from "./room";

/** Each of them hands in one card. */
const PEOPLE = 6;

/** Keys, a name with its Enter, and drags count as one each. */
const INTERACTIONS_MAX = 8;

const SILENCE = "Stille";
const UNCLEAR = "Unklare Absage";

test("30: six cards are sorted in eight interactions, by keys in the list and by dragging", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: PEOPLE });
  const desk = console_.getByRole("main");
  const column = (name: string) => desk.getByRole("region", { name, exact: true });
  const loose = column(t("kinds.collect.console.themeNone"));
  const field = desk.getByLabel(t("kinds.collect.console.themeName"));
  let interactions = 0;
  const press = async (key: string) => {
    await console_.keyboard.press(key);
    interactions += 1;
  };
  const write = async (name: string) => {
    await expect(field).toBeFocused();
    await console_.keyboard.type(name);
    await press("Enter");
  };
  try {
    await room.to("small-no", "write");
    await room.takePart();
    await room.to("small-no", "cluster");
    // On the way there each card has a cover of its own.
    await expect(desk.getByText(t("console.coverText"))).toHaveCount(1);
    await expect(loose).toBeHidden();
    await uncover(console_, t);

    // --- by keys, in the list -------------------------------------------------------------------
    await desk.getByRole("button", { name: t("console.board.list"), exact: true }).click();
    await expect(loose.getByRole("row")).toHaveCount(PEOPLE);
    await press("1");
    await write(SILENCE);
    for (const key of ["1", "1", "2"]) await press(key);
    await write(UNCLEAR);
    for (const key of ["2", "2"]) await press(key);
    expect(interactions).toBeLessThanOrEqual(INTERACTIONS_MAX);
    for (const theme of [SILENCE, UNCLEAR]) {
      await expect(column(theme).getByRole("row")).toHaveCount(PEOPLE / 2);
    }
    await expectAccessible(console_);

    // --- back again, as others see it too -----------------------------------------------------------
    for (let steps = 0; steps < PEOPLE; steps += 1) await console_.keyboard.press("Control+z");
    await expect(loose.getByRole("row")).toHaveCount(PEOPLE);
    await expect(column(SILENCE)).toHaveCount(0);
    await expect.poll(() => room.remote.view?.activity?.record).toMatchObject({ themes: [] });

    // --- by dragging, on the board -----------------------------------------------------------------
    await desk.getByRole("button", { name: t("console.board.columns"), exact: true }).click();
    const cards = loose.getByRole("listitem").getByRole("button");
    const fresh = desk.getByRole("button", { name: t("kinds.collect.console.themeNew") });
    interactions = 0;
    let last = "";
    const drag = async (to: Locator) => {
      await dragTo(console_, cards.first(), to);
      interactions += 1;
    };
    for (const theme of [SILENCE, UNCLEAR]) {
      await drag(fresh);
      await write(theme);
      for (const nth of ["second", "third"]) {
        last = (await cards.first().textContent()) ?? "";
        await drag(column(theme));
        await expect(column(theme).getByText(last), nth).toBeVisible();
      }
    }
    expect(interactions).toBeLessThanOrEqual(INTERACTIONS_MAX);
    for (const theme of [SILENCE, UNCLEAR]) {
      await expect(column(theme).getByRole("listitem")).toHaveCount(PEOPLE / 2);
    }
    await expectAccessible(console_);

    // --- another console changes what would be undone ------------------------------------------------
    const cardId = Object.values(room.remote.view?.cards ?? {}).find(
      ({ text }) => text === last,
    )?.id;
    expect(await room.remote.act({ type: "sortCard", cardId, themeId: null })).toEqual({
      ok: true,
    });
    await expect(loose.getByRole("listitem")).toHaveCount(1);
    await console_.getByRole("button", { name: t("console.board.undo"), exact: true }).click();
    await expect(desk.getByText(t("console.board.said.undoneNot"))).toBeVisible();
    await expect(loose.getByRole("listitem")).toHaveCount(1);

    await console_.setViewportSize(PHONE);
    await expectNoSidewaysScroll(console_);
  } finally {
    room.close();
  }
});

/** Moves a card as a hand does: not in one jump. */
async function dragTo(page: Page, card: Locator, target: Locator): Promise<void> {
  // Waits until it lies still: columns move once a card has been put down.
  await card.hover();
  await page.mouse.down();
  // At its edges the page scrolls as long as a card is held there, and takes the target along.
  await expect(async () => {
    const to = await target.boundingBox();
    if (!to) throw new Error("Nowhere to drag it");
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    expect(await target.boundingBox()).toEqual(to);
  }).toPass();
  await page.mouse.up();
}
