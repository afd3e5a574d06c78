import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FOLLOW_UP_K,
  followUpAnswers,
  readResult,
  resultOf,
  storedResult,
} from "@/lib/session/follow-up";
import { K_SCORES } from "@/lib/session/state";

const of = (done: number, changed: number, dropped: number) =>
  resultOf({ done, changed, dropped }, followUpAnswers);

describe("what is told of a follow-up", () => {
  it("is nothing of fewer than five, not even how many", () => {
    expect(FOLLOW_UP_K).toBe(K_SCORES);
    expect(of(0, 0, 0)).toEqual(of(4, 0, 0));
    expect(of(2, 1, 1)).toEqual({ answers: null, shown: [], other: 0 });
  });

  it("tells what enough said, and hides what few did together with what would give it away", () => {
    expect(of(7, 4, 3)).toEqual({
      answers: 14,
      shown: [
        { answer: "done", count: 7 },
        { answer: "changed", count: 4 },
        { answer: "dropped", count: 3 },
      ],
      other: 0,
    });
    expect(of(8, 4, 1)).toMatchObject({ shown: [{ answer: "done", count: 8 }], other: 5 });
    expect(of(8, 2, 1)).toMatchObject({ shown: [{ answer: "done", count: 8 }], other: 3 });
    expect(of(6, 1, 0)).toEqual({ answers: 7, shown: [], other: 7 });
  });

  it("leaves it to chance which of two equal ones is told, whose other is hidden", () => {
    const counts = { done: 1, changed: 3, dropped: 3 };
    const told = (["changed", "dropped"] as const).map((first) => {
      const others = followUpAnswers.filter((each) => each !== first);
      return resultOf(counts, [first, ...others]).shown.map(({ answer }) => answer);
    });
    expect(told).toEqual([["changed"], ["dropped"]]);
  });

  it("doesn't tell that everybody said the same", () => {
    expect(of(7, 0, 0)).toEqual(of(0, 7, 0));
    expect(of(7, 0, 0)).toEqual(of(6, 1, 0));
  });

  it("never shows one or two, nor leaves them to be worked out", () => {
    const count = fc.nat(12);
    fc.assert(
      fc.property(count, count, count, (done, changed, dropped) => {
        const { answers, shown, other } = of(done, changed, dropped);
        if (answers === null) return;
        expect(shown.reduce((sum, each) => sum + each.count, other)).toBe(answers);
        for (const each of shown) expect(each.count).toBeGreaterThanOrEqual(3);
        expect(other === 0 || other >= 3).toBe(true);
        expect(shown).not.toContainEqual(expect.objectContaining({ count: answers }));
      }),
    );
  });

  it("is read as it was stored, and by nothing that can't", () => {
    expect(readResult(JSON.parse(JSON.stringify(storedResult(of(7, 4, 3)))))).toEqual(of(7, 4, 3));
    expect(readResult({ version: 99 })).toBeNull();
  });
});
