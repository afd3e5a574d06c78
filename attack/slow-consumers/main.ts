import { report } from "@/attack/report";
import { attackBySlowConsumers } from "@/attack/slow-consumers/slow-consumers";
import { attackDocumentsBySlowConsumers } from "@/attack/slow-consumers/slow-documents";

/** `npm run attack:slow-consumers`: the product, then the same without its limit as the control; views, then boards. */
const PEERS = 10;
const CARDS = 1_000;
const PEOPLE = 60;

for (const [suite, attack] of [
  [
    "Slow consumers of views",
    (uncapped: boolean) => attackBySlowConsumers({ peers: PEERS, cards: CARDS, uncapped }),
  ],
  [
    "Slow consumers of boards",
    (uncapped: boolean) =>
      attackDocumentsBySlowConsumers({ peers: PEERS, people: PEOPLE, uncapped }),
  ],
] as const) {
  const capped = await attack(false);
  const control = await attack(true);
  const missed = control.defects.length === 0 ? ["the control without a limit was not caught"] : [];
  report(suite, [...capped.figures, ...control.figures], [...capped.defects, ...missed]);
}
