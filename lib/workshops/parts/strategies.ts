import { type AllWords, same } from "@/lib/words";

/** The strategies for dealing with rejection, numbered 1 to 14 everywhere. */
export const strategies: readonly AllWords[] = [
  same("Realistische Erwartungen", "Realistic expectations"),
  same("Nicht persönlich nehmen", "Not taking it personally"),
  same("Aus Fehlern lernen", "Learning from mistakes"),
  same("Freundlich mit sich reden", "Kind self-talk"),
  same("Das Netzwerk lebendig halten", "Keeping the network going"),
  same("Unterstützung nutzen", "Using support networks"),
  same("Die Perspektive wechseln", "Changing perspective"),
  same("Abstand gewinnen", "Emotional distance"),
  same("Ziele überprüfen", "Reviewing goals"),
  same("Selbstvertrauen stärken", "Strengthening self-confidence"),
  same("Positive Rückmeldung suchen", "Seeking positive feedback"),
  same("Online und Begegnung ausgleichen", "Balance of online and offline"),
  same("Ein vielfältiges Netzwerk", "Diversity of the network"),
  same("Stetig besser werden", "Continuous improvement"),
];

/** What a strategy is called; null where an activity serves several. */
export const strategyNamed = (number: number | null): AllWords | null =>
  number === null ? null : (strategies[number - 1] ?? null);
