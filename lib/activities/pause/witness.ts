import {
  answerChecks,
  checkBallot,
  checkKeys,
  pauseEvent,
  pauseSettings,
  SETTLED_SLOT,
} from "@/lib/activities/pause/schema";
import type { Cast, Counted, Witness } from "@/lib/activities/witness";

export const witness: Witness = {
  commands: {
    answerChecks: {
      from: "participant",
      accepted: ["show"],
      sample: () => ({ revision: 1, safe: 5, useful: null, settled: true }),
    },
  },
  isAsked: ({ key, ofItsKind }) => {
    const own = ofItsKind.find((each) => each.key === key);
    return pauseSettings.parse(own?.settings).role === "closing";
  },
  whole: (settings, session) => ({
    ...pauseSettings.parse(settings),
    breath: session % 2 === 1,
  }),
  ballots: {
    cast(command) {
      const answers = answerChecks.parse(command);
      const casts: Cast[] = checkKeys.flatMap((slot) => {
        const score = answers[slot];
        return score === null ? [] : [{ slot, content: { score } }];
      });
      const { settled } = answers;
      return settled === null ? casts : [...casts, { slot: SETTLED_SLOT, content: { settled } }];
    },
    counted: (events) =>
      events.flatMap((event) => {
        const { totals } = pauseEvent.parse(event);
        return checkKeys.map((slot): Counted => {
          const counts = totals[slot];
          if (counts === null) return { slot, isTold: false, cells: [] };
          return {
            slot,
            isTold: true,
            ballots: counts.reduce((sum, times) => sum + times, 0),
            cells: counts.map((count, score) => ({
              choice: String(score),
              count,
              worth: (content) => (checkBallot.parse(content).score === score ? 1 : 0),
            })),
          };
        });
      }),
  },
};
