import { expect, test } from "vitest";
import { askedTogether } from "@/server/sessions/asked-together";

test("six hundred that are asked at once are two questions, and each gets its own answer", async () => {
  const asked: number[] = [];
  let underWay = 0;
  const find = askedTogether<number, string>(async (keys) => {
    underWay += 1;
    expect(underWay).toBe(1);
    asked.push(keys.length);
    await new Promise(setImmediate);
    underWay -= 1;
    return new Map(keys.filter((key) => key % 2 === 0).map((key) => [key, `found ${key}`]));
  });
  const first = find(0);
  // The first question is on its way by now.
  await new Promise(setImmediate);
  const others = Array.from({ length: 600 }, (_, key) => find(key));
  expect(await first).toBe("found 0");
  const answers = await Promise.all(others);
  expect(answers).toEqual(answers.map((_, key) => (key % 2 === 0 ? `found ${key}` : undefined)));
  expect(asked).toEqual([1, 600]);
});

test("a question that fails is not in the way of the next one", async () => {
  let isAway = true;
  const find = askedTogether<string, number>(async (keys) => {
    if (isAway) throw new Error("away");
    return new Map(keys.map((key) => [key, 1]));
  });
  await expect(find("a")).rejects.toThrow("away");
  isAway = false;
  expect(await find("a")).toBe(1);
});
