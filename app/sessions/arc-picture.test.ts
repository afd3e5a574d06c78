import { expect, test } from "vitest";
import { deepestOf } from "@/app/sessions/arc-picture";

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
