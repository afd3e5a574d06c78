import { expect, test } from "vitest";
import { rowPages } from "@/lib/activities/roleplay/row-pages";
import { PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";

const long = "x".repeat(PAD_ENTRY_CHARACTERS_MAX);

test("a few short rows stand as large as cards, more and longer ones smaller, on one page", () => {
  const short = { guess: ["Sie war müde."], know: [], ask: ["Wann passt es?"] };
  expect(rowPages(short)).toEqual({ size: 2.8, pages: [short] });
  const more = { ...short, know: ["Sie schrieb: Gerade ganz schlecht.", long] };
  const { size, pages } = rowPages(more);
  expect(size).toBeLessThan(2.8);
  expect(pages).toEqual([more]);
});

test("what fits on no page stands on several, each row once and in its order", () => {
  const rows = { guess: [1, 2, 3, 4].map((n) => `${long}${n}`), know: ["kurz"], ask: [] };
  const { size, pages } = rowPages(rows);
  expect(size).toBe(1.8);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flatMap(({ guess }) => guess)).toEqual(rows.guess);
  expect(pages.flatMap(({ know }) => know)).toEqual(rows.know);
});
