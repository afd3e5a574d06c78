import { report } from "@/attack/report";
import { attackBySlowConsumers } from "@/attack/slow-consumers/slow-consumers";

/** `npm run attack:slow-consumers`: the product, then the same without its limit as the control. */
const PEERS = 10;
const CARDS = 1_000;

const capped = await attackBySlowConsumers({ peers: PEERS, cards: CARDS });
const control = await attackBySlowConsumers({ peers: PEERS, cards: CARDS, uncapped: true });
const missed = control.defects.length === 0 ? ["the control without a limit was not caught"] : [];
report("Slow consumers", [...capped.figures, ...control.figures], [...capped.defects, ...missed]);
