import { commitRecord } from "@/lib/activities/commit/record";
import { commitEvent, finishedBallot, reportFinished } from "@/lib/activities/commit/schema";
import type { Counted, Witness } from "@/lib/activities/witness";

export const witness: Witness = {
  commands: {
    reportFinished: {
      from: "participant",
      accepted: ["fill", "check"],
      sample: () => ({ revision: 1, steps: [] }),
    },
  },
  peopleBehind(record) {
    const { finished } = commitRecord.parse(record);
    return finished === null ? [] : [finished];
  },
  ballots: {
    cast: (command) => [
      { slot: "finished", content: { steps: [...reportFinished.parse(command).steps].sort() } },
    ],
    counted: (events) =>
      events.map((event): Counted => {
        const { finished, steps } = commitEvent.parse(event);
        const slot = "finished";
        if (finished === null) return { slot, isTold: false, cells: [] };
        const cells = Object.entries(steps ?? {}).map(([choice, count]) => ({
          choice,
          count,
          worth: (content: unknown) =>
            finishedBallot.parse(content).steps.includes(choice) ? 1 : 0,
        }));
        return { slot, isTold: true, ballots: finished, cells };
      }),
  },
};
