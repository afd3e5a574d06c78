import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { advanceTo, begin, handIn } from "@/server/testing/workshop";

/** Enough for a reveal, and for cards to get into each other's way. */
const PEOPLE = 6;

/** The board of the ready-made workshop's first collection of cards. */
export const SORTING_BOARD = "small-no/themes";

/** A session in which cards lie on a board. */
export interface SortingSession {
  id: string;
  cookie: string;
  cards: readonly string[];
  themes: readonly string[];
}

/**
 * Brings a new session to where its cards are sorted, one of each of so many people, and leaves it; the cards lie nowhere
 * yet.
 */
export async function sortingSession(
  url: string,
  { id, cookie }: { id: string; cookie: string },
  people = PEOPLE,
): Promise<SortingSession> {
  const facilitator = await connectClient(url, { role: "facilitator", session: id }, { cookie });
  const phones = await Promise.all(
    Array.from({ length: people }, () =>
      connectClient(url, { role: "participant", session: id, device: randomId() }),
    ),
  );
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  await Promise.all(phones.map((each) => each.until((view) => view.activity?.phase === "write")));
  await Promise.all(phones.map((each, n) => handIn(each, `Karte ${n}`)));
  await advanceTo(facilitator, "small-no", "cluster");
  const cards = await facilitator.until((view) => {
    const ids = Object.keys(view.cards).sort();
    return ids.length === people && ids;
  });
  const themes = [randomId(), randomId()];
  for (const themeId of themes) {
    await facilitator.act({ type: "addTheme", themeId, name: `Thema ${themeId}` });
  }
  for (const each of [facilitator, ...phones]) each.close();
  return { id, cookie, cards, themes };
}

/** A console of the session. */
export const consoleOf = (
  url: string,
  { id, cookie }: Pick<SortingSession, "id" | "cookie">,
): Promise<LiveClient> =>
  connectClient(url, { role: "facilitator", session: id }, { cookie, keepFrames: false });
