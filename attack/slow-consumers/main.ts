import { report } from "@/attack/report";
import { attackAtTheDoor } from "@/attack/slow-consumers/at-the-door";
import { attackBoardsBySlowConsumers } from "@/attack/slow-consumers/slow-boards";
import { attackBySlowConsumers } from "@/attack/slow-consumers/slow-consumers";
import { attackSheetsBySlowConsumers } from "@/attack/slow-consumers/slow-sheets";

/**
 * `npm run attack:slow-consumers`: the product, then the same without its limit as the control; views, boards, the sheets of
 * groups, and whoever has not even come in.
 */
const PEERS = 10;
const CARDS = 1_000;
const PEOPLE = 60;
/** A room takes no more than 2,000 questions at once (P37). */
const PEERS_WITH_SHEETS = 4;
const PEERS_AT_THE_DOOR = 1;

for (const [suite, attack] of [
  [
    "Slow consumers of views",
    (uncapped: boolean) => attackBySlowConsumers({ peers: PEERS, cards: CARDS, uncapped }),
  ],
  [
    "Slow consumers of boards",
    (uncapped: boolean) => attackBoardsBySlowConsumers({ peers: PEERS, people: PEOPLE, uncapped }),
  ],
  [
    "Slow consumers of sheets",
    (uncapped: boolean) => attackSheetsBySlowConsumers({ peers: PEERS_WITH_SHEETS, uncapped }),
  ],
  [
    "Slow consumers at the door",
    (uncapped: boolean) => attackAtTheDoor({ peers: PEERS_AT_THE_DOOR, uncapped }),
  ],
] as const) {
  const capped = await attack(false);
  const control = await attack(true);
  const missed = control.defects.length === 0 ? ["the control without a limit was not caught"] : [];
  report(suite, [...capped.figures, ...control.figures], [...capped.defects, ...missed]);
}
