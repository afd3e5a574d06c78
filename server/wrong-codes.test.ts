import { expect, test } from "vitest";
import {
  createWrongCodes,
  WRONG_CODES_DELAY_MS,
  WRONG_CODES_PER_MINUTE,
} from "@/server/wrong-codes";

test("a spent budget delays every answer, and refills with time", () => {
  let now = 0;
  const wrong = createWrongCodes(() => now);
  for (let guesses = 0; guesses < WRONG_CODES_PER_MINUTE; guesses += 1) {
    expect(wrong.delay()).toBe(0);
    wrong.add();
  }
  expect(wrong.delay()).toBe(WRONG_CODES_DELAY_MS);
  now += 60_000;
  expect(wrong.delay()).toBe(0);
});
