import { expect, test } from "vitest";
import { createWrongCodes, JOIN_CODE_LIMITS, WRONG_CODES_DELAY_MS } from "@/server/wrong-codes";

test("a spent budget delays every answer, and refills with time", () => {
  let now = 0;
  const wrong = createWrongCodes(JOIN_CODE_LIMITS, () => now);
  for (let guesses = 0; guesses < JOIN_CODE_LIMITS.wrongPerMinute; guesses += 1) {
    expect(wrong.delay()).toBe(0);
    wrong.add();
  }
  expect(wrong.delay()).toBe(WRONG_CODES_DELAY_MS);
  now += 60_000;
  expect(wrong.delay()).toBe(0);
});
