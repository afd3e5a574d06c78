import { randomId } from "@/server/rooms/chance";
import type { OwnNode } from "@/server/testing/own-node";
import { advanceTo, begin, handIn, openWorkshop } from "@/server/testing/workshop";

const ACTIVITY = "small-no";

/** The document of the board in `sorting`. */
export const BOARD = `${ACTIVITY}/themes`;

/** A session in which six cards are being sorted into two themes, by the facilitator or by everybody. */
export async function sorting(at: OwnNode, { roomSorts = false }: { roomSorts?: boolean } = {}) {
  const opened = await openWorkshop(at.node, 6, {
    change: (activities) =>
      activities.map((each) =>
        each.key === ACTIVITY ? { ...each, settings: { ...each.settings, roomSorts } } : each,
      ),
  });
  const { facilitator, participants } = opened;
  at.open.push(facilitator, ...participants);
  await begin(facilitator);
  await advanceTo(facilitator, ACTIVITY, "write");
  await Promise.all(
    participants.map((each) => each.until((view) => view.activity?.phase === "write")),
  );
  await Promise.all(
    participants.map((each, n) => handIn(each, `Karte ${n}`, { mayBeQuoted: true })),
  );
  await advanceTo(facilitator, ACTIVITY, "cluster");
  const cards = await facilitator.until((view) => {
    const ids = Object.keys(view.cards).sort();
    return ids.length === 6 && ids;
  });
  const themes = [randomId(), randomId()] as const;
  for (const [n, themeId] of themes.entries()) {
    await facilitator.act({ type: "addTheme", themeId, name: `Thema ${n}` });
  }
  return { ...opened, cards, themes };
}
