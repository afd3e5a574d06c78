import { expect, test } from "vitest";
import { deepestOf } from "@/app/sessions/arc-picture";
import { beginnings, clockTime, minutesOfDay } from "@/app/sessions/clock-times";

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

test("the deepest point is where the longest of the deepest parts begins", () => {
  const part = (key: string, minutes: number, depth: "light" | "middle" | "deep") => ({
    ...{ key, minutes, depth },
  });
  const parts = [part("a", 3, "light"), part("b", 7, "middle"), part("c", 8, "deep")];
  expect(deepestOf([...parts, part("d", 9, "deep"), part("e", 9, "deep")])).toEqual({
    key: "d",
    from: 18,
  });
  expect(deepestOf([part("a", 3, "light")])).toBeNull();
});
