import type { BenchProduct, BenchRoom, KnownPhone } from "@/bench/product";
import { bringIn } from "@/bench/workloads/crowd";
import type { Bench } from "@/bench/workloads/workload";
import { kindOf } from "@/lib/activities/kinds";
import { THEMES_BOARD } from "@/lib/activities/theme-schema";
import { randomId } from "@/server/rooms/chance";

/** What the commands of a kind are called whose cards everybody moves on a board. */
const MOVES = ["addTheme", "placeCards"] as const;

/** As many as a laptop shows side by side. */
const THEMES = 12;

/** A board that everybody in the room may move cards on now. */
export interface OpenBoard {
  activity: string;
  /** What the document is called. */
  document: string;
  cards: readonly string[];
  themes: readonly string[];
}

/**
 * Leads a room through its workshop, and stops wherever everybody may move cards on a board. These phones hand in the cards;
 * when it stops, none of them is in the room. Throws where there is no board.
 */
export async function* boardsIn(
  { fleet }: Bench,
  product: BenchProduct,
  room: BenchRoom,
  phones: readonly KnownPhone[],
): AsyncGenerator<OpenBoard, void> {
  // Whoever has been in the lobby is let write at once, and the others ten by ten (P139).
  await (await bringIn(fleet, product, room, phones)).crowd.leave();
  let found = 0;
  for (let goesOn = true; goesOn; goesOn = await room.goOn()) {
    if (room.facilitator.view?.activity?.about.takes === "cards") {
      const { crowd } = await bringIn(fleet, product, room, phones);
      await crowd.watch(".");
      await crowd.playAtOnce();
      await crowd.leave();
      continue;
    }
    const board = await boardOf(room);
    if (!board) continue;
    found += 1;
    yield board;
  }
  if (found === 0) throw new Error("Cards are moved nowhere");
}

/** The board that everybody may move cards on here, with the themes for it; null where there is none. */
async function boardOf({ facilitator }: BenchRoom): Promise<OpenBoard | null> {
  const { planned } = facilitator.view ?? {};
  const { commands } = planned ? kindOf(planned.kind) : { commands: {} };
  if (!planned || !MOVES.every((name) => name in commands)) return null;
  const themes = Array.from({ length: THEMES }, () => randomId());
  for (const [n, themeId] of themes.entries()) {
    const theme = { type: "addTheme", themeId, name: `Thema ${n + 1}` };
    // In other phases it is refused.
    if (!(await facilitator.act(theme)).ok) return null;
  }
  await facilitator.until(({ activity }) =>
    JSON.stringify(activity?.record).includes(`"Thema ${THEMES}"`),
  );
  const { key: activity } = planned;
  const cards = Object.keys(facilitator.view?.cards ?? {});
  return { activity, document: `${activity}/${THEMES_BOARD}`, cards, themes };
}
