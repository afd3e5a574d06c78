import { expect, test } from "vitest";
import { beginnings, clockTime, minutesOfDay } from "@/lib/clock-times";

test("parts begin where the ones before them end", () => {
  const start = minutesOfDay("09:30") ?? 0;
  const times = beginnings([3, 2.5, 30]).map((after) => clockTime(start, after));
  expect(times).toEqual(["09:30", "09:33", "09:36"]);
});

test("a day has its end, and a time is a time", () => {
  expect(clockTime(minutesOfDay("23:50") ?? 0, 30)).toBe("00:20");
  for (const wrong of ["", "24:00", "9:30", "12:60", "noon"])
    expect(minutesOfDay(wrong)).toBeNull();
});
