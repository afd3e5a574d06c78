import { useTranslations } from "next-intl";
import { phaseWords, screensOf } from "@/lib/activities/screens";

/** What the phases of an activity are called on facilitators' pages. */
export interface PhaseNames {
  /** In a list of all: steps that come in each round say in which. */
  whole(phase: string): string;
  /** Where its round stands beside it. */
  inItsRound(phase: string): string;
  /** Which of several rounds it is a step of; null for none. */
  roundOf(phase: string): number | null;
}

/** Of a kind, with the settings of an activity where they are at hand: they may say more exactly what is done. */
export function usePhaseNames(): (kind: string, settings?: unknown) => PhaseNames {
  const t = useTranslations("agenda");
  const all = useTranslations();
  return (kind, settings) => {
    const inItsRound = (phase: string) => all(`${phaseWords(kind, phase, settings)}.name`);
    const roundOf = (phase: string) => screensOf(kind).round(phase);
    return {
      inItsRound,
      roundOf,
      whole(phase) {
        const round = roundOf(phase);
        const step = inItsRound(phase);
        return round === null ? step : t("stepInRound", { step, n: round });
      },
    };
  };
}
