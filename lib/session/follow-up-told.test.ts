import { describe, expect, it } from "vitest";
import {
  type FollowUpAnswer,
  type FollowUpResult,
  followUpAnswers,
  readResult,
  resultOf,
} from "@/lib/session/follow-up";
import { withFollowUpResult } from "@/lib/session/follow-up-told";
import { measuresOf } from "@/lib/summary/measures";
import { textFormats } from "@/lib/summary/text-formats";
import { keptSummaries } from "@/lib/testing/kept-summaries";

const kept = keptSummaries().map(({ summary }) => summary);
const [first] = kept;
if (!first) throw new Error("No summary was kept");

const MOST = 8;
const upTo = Array.from({ length: MOST + 1 }, (_, n) => n);

/** All orders that chance can make. */
const [a, b, c] = followUpAnswers;
const orders = [
  [a, b, c],
  [a, c, b],
  [b, a, c],
  [b, c, a],
  [c, a, b],
  [c, b, a],
] as const;

/** All ways in which so few can have answered, with what a summary tells of each. */
const worldsIn = (drawn: readonly (readonly FollowUpAnswer[])[]) =>
  upTo.flatMap((done) =>
    upTo.flatMap((changed) =>
      upTo.flatMap((dropped) => {
        const counts = { done, changed, dropped };
        return drawn.map((order) => ({ counts, told: tellingOf(resultOf(counts, order)) }));
      }),
    ),
  );

/** What can be worked out of what is told and doesn't stand there. */
function workedOut(drawn: readonly (readonly FollowUpAnswer[])[]): string[] {
  const same = new Map<string, ReturnType<typeof worldsIn>>();
  for (const world of worldsIn(drawn)) {
    const key = JSON.stringify(world.told);
    same.set(key, [...(same.get(key) ?? []), world]);
  }
  return [...same.values()].flatMap((rooms) =>
    followUpAnswers.flatMap((answer) => {
      const values = new Set(rooms.map(({ counts }) => counts[answer]));
      const [value] = values;
      const stands = rooms[0]?.told.some(
        (each) => each.label === LABELS[answer] && each.value === value,
      );
      // That nobody said it while all others are told is known, and of nobody.
      return values.size > 1 || value === 0 || stands
        ? []
        : [`${answer} is ${value} in ${JSON.stringify(rooms.map(({ counts }) => counts))}`];
    }),
  );
}

const LABELS = { done: "Gemacht", changed: "Anders gemacht", dropped: "Gelassen" } as const;

/** What a summary says more with a result. */
function tellingOf(result: FollowUpResult | null) {
  const before = new Set(measuresOf(first ?? never()).map((each) => JSON.stringify(each)));
  return measuresOf(withFollowUpResult(first ?? never(), result)).filter(
    (each) => !before.has(JSON.stringify(each)),
  );
}

const never = (): never => {
  throw new Error("No summary was kept");
};

describe("the result of a follow-up in a summary", () => {
  it("stands behind what was planned, in every summary that was kept", () => {
    const result = resultOf({ done: 5, changed: 3, dropped: 0 }, followUpAnswers);
    for (const summary of kept) {
      const told = withFollowUpResult(summary, result);
      const practice = told.sections.filter(({ key }) => key === "practice");
      expect(practice).toHaveLength(1);
      expect(practice[0]?.blocks.slice(-3).map(({ type }) => type)).toEqual([
        "heading",
        "bars",
        "note",
      ]);
      const isGerman = summary.language === "de";
      for (const { render } of Object.values(textFormats)) {
        expect(render(told)).toContain(isGerman ? "Anders gemacht" : "Done differently");
      }
    }
  });

  it("P323 changes nothing where nothing may be told: not even how many answered", () => {
    const few = [
      null,
      resultOf({ done: 4, changed: 0, dropped: 0 }, followUpAnswers),
      readResult({ version: 99 }),
    ];
    for (const result of few) {
      for (const summary of kept) expect(withFollowUpResult(summary, result)).toBe(summary);
    }
  });

  it("P323 leaves nothing to be worked out that doesn't stand there", () => {
    expect(workedOut(orders)).toEqual([]);
    // The control: with an order that is known, the hidden one of two equal answers gives itself away.
    expect(workedOut([followUpAnswers])).not.toEqual([]);
  });
});
