import { scaleRecord } from "@/lib/activities/scale/record";
import {
  castScores,
  type ScoreBallot,
  type Shift,
  scaleEvent,
  scaleSettings,
  scoreBallot,
} from "@/lib/activities/scale/schema";
import type { Cell, Counted, Witness } from "@/lib/activities/witness";

export const witness: Witness = {
  commands: {
    castScores: {
      from: "participant",
      accepted: ["ask"],
      refers: true,
      sample: (_, scene) => {
        const item = scene && scaleSettings.parse(scene.settings).items[0]?.key;
        return { revision: 1, scores: [{ item: item ?? "no-such-item", score: 5, before: 4 }] };
      },
    },
    recallScores: {
      from: "participant",
      accepted: ["ask"],
      replies: true,
      isTaken: (settings) => scaleSettings.parse(settings).series === "recall",
      sample: () => ({ words: { language: "de", words: [1, 2, 3, 4] } }),
    },
  },
  // In every other session a second asking pairs with another meeting instead.
  whole(settings, session) {
    const own = scaleSettings.parse(settings);
    if (session % 2 === 0 || own.pairWith === null) return own;
    return { ...own, pairWith: null, series: "recall" };
  },
  // Of what is asked twice the first answers are nobody's but the phone's.
  isAsked: ({ key, ofItsKind }) =>
    !ofItsKind.some(({ settings }) => scaleSettings.parse(settings).pairWith === key),
  peopleBehind: (record) =>
    Object.values(scaleRecord.parse(record).shifts ?? {}).flatMap((shift) => shift?.n ?? []),
  ballots: {
    isLeftOpen: (content) => scoreBallot.parse(content).score === null,
    cast(command) {
      const { success, data } = castScores.safeParse(command);
      if (!success) return [];
      return data.scores.map(({ item, score, before }) => ({
        slot: item,
        content: { score, before },
      }));
    },
    counted: (events) =>
      events.flatMap((event): Counted[] => {
        const told = scaleEvent.parse(event);
        if (told.type === "pairsCounted") {
          return Object.entries(told.items).map(([slot, shift]) => ofShift(slot, shift));
        }
        return Object.entries(told.items).map(([slot, { n, counts }]) => ({
          slot,
          isTold: counts !== null,
          ballots: n,
          cells: (counts ?? []).map((count, score) =>
            cell(String(score), count, (ballot) => ballot.score === score),
          ),
        }));
      }),
  },
};

function ofShift(slot: string, shift: Shift | null): Counted {
  if (shift === null) return { slot, isTold: false, cells: [] };
  const cells = (shift.directions ?? []).map(({ parts, count }) =>
    cell(parts.join("|"), count, (ballot) => parts.includes(directionOf(ballot))),
  );
  return { slot, isTold: true, ballots: shift.n, cells };
}

const cell = (choice: string, count: number, fits: (ballot: ScoreBallot) => boolean): Cell => ({
  choice,
  count,
  worth: (content) => (fits(scoreBallot.parse(content)) ? 1 : 0),
});

/** As a shift names it: 0 lower, 1 the same, 2 higher. */
const directionOf = ({ score, before }: ScoreBallot): number =>
  Math.sign((score ?? 0) - (before ?? score ?? 0)) + 1;
