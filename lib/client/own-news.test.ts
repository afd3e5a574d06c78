import { describe, expect, it } from "vitest";
import { msUntilAsking } from "@/lib/client/own-news";

/** Phones that draw evenly, and how many of them ask in each tenth of a second. */
function perTenth(there: number): number[] {
  const counts: number[] = [];
  for (let phone = 0; phone < there; phone += 1) {
    const tenth = Math.floor(msUntilAsking(there, phone / there) / 100);
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  return counts;
}

describe("when phones ask after their own cards (P328)", () => {
  it("spreads a large room, and keeps nobody of a small one waiting", () => {
    expect(Math.max(...perTenth(300))).toBeLessThanOrEqual(21);
    expect(perTenth(1_000)).toHaveLength(20);
    expect(msUntilAsking(12, 1)).toBeLessThan(100);
    expect(msUntilAsking(0, 1)).toBe(0);
    expect(msUntilAsking(100_000, 1)).toBe(2_000);
  });
});
