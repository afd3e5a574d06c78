import { describe, expect, test } from "vitest";
import { boardPage, type KeptUnsent } from "@/attack/documents/board-page";
import { seeded } from "@/attack/random";
import { collectRecord } from "@/lib/activities/collect/record";
import { THEMES_BOARD } from "@/lib/activities/theme-schema";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, handIn, openWorkshop } from "@/server/testing/workshop";

/** What a page's own side of a document does (P270–P273), against the product's server. */

const at = nodeForEachTest({});

const ACTIVITY = "small-no";
const CARDS = 6;
const CONSOLES = 3;
const STEPS = 60;

/** A session in which six cards are sorted into three themes, with so many consoles. */
async function sorting() {
  const opened = await openWorkshop(at.node, CARDS);
  const { facilitator, participants, id, account } = opened;
  at.open.push(facilitator, ...participants);
  await begin(facilitator);
  await advanceTo(facilitator, ACTIVITY, "write");
  await Promise.all(
    participants.map((each) => each.until((view) => view.activity?.phase === "write")),
  );
  await Promise.all(participants.map((each, n) => handIn(each, `Karte ${n}`)));
  await advanceTo(facilitator, ACTIVITY, "cluster");
  const cards = await facilitator.until((view) => {
    const ids = Object.keys(view.cards).sort();
    return ids.length === CARDS && ids;
  });
  const themes = Array.from({ length: 3 }, () => randomId());
  for (const [n, themeId] of themes.entries()) {
    await facilitator.act({ type: "addTheme", themeId, name: `Thema ${n}` });
  }
  const console_ = async () => {
    const client = await connectClient(
      at.node.url,
      { role: "facilitator", session: id },
      { cookie: account.cookie },
    );
    at.open.push(client);
    return client;
  };
  return { facilitator, cards, themes, console: console_ };
}

const pageOf = (client: LiveClient, kept?: KeptUnsent) =>
  boardPage(client, `${ACTIVITY}/${THEMES_BOARD}`, kept);

const isOpen = (page: ReturnType<typeof pageOf>) =>
  expect.poll(() => page.shared.state).not.toBe("opening");
const isSaved = (page: ReturnType<typeof pageOf>) =>
  expect.poll(() => page.shared.state).toBe("saved");

const sortedIn = ({ view }: LiveClient) => collectRecord.parse(view?.activity?.record).sorted;

describe("pages of a board", () => {
  test.each([1, 2, 3])(
    "end alike, and as the room sees it, whoever was offline (seed %i)",
    async (seed) => {
      const { facilitator, cards, themes, console: console_ } = await sorting();
      const pages = [];
      while (pages.length < CONSOLES) pages.push(pageOf(await console_()));
      for (const page of pages) await isOpen(page);
      const random = seeded(seed);
      const pick = (all: readonly string[]): string => random.pick(all) ?? "";
      for (let step = 0; step < STEPS; step += 1) {
        const page = random.pick(pages);
        if (random.chance(0.1)) page?.offline();
        else if (random.chance(0.2)) page?.online();
        else page?.put(pick(cards), pick(themes));
      }
      for (const page of pages) page.online();
      for (const page of pages) await isSaved(page);
      const [first, ...others] = pages;
      for (const page of others) {
        await expect.poll(() => page.content()).toEqual(first?.content());
      }
      const shown = Object.fromEntries(
        [...(first?.content()?.cards ?? [])].map(([card, [theme]]) => [card, theme]),
      );
      await expect.poll(() => sortedIn(facilitator)).toEqual(shown);
    },
  );

  test("hand over after a reload what was not sent before it", async () => {
    const { facilitator, cards, themes, console: console_ } = await sorting();
    const [card = ""] = cards;
    const [theme = ""] = themes;
    const before = pageOf(await console_());
    await isOpen(before);
    before.offline();
    before.put(card, theme);
    before.shared.close();
    expect(sortedIn(facilitator)).toEqual({});
    const after = pageOf(await console_(), before.kept);
    await isOpen(after);
    await isSaved(after);
    await expect.poll(() => sortedIn(facilitator)).toEqual({ [card]: theme });
  });
});
