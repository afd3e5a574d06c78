import { expect, test } from "vitest";
import { PEOPLE_EVERY_MS, shownFor } from "@/server/rooms/soft-counts";

const LOBBY_MS = 500;
/** Spelt out here, so that a shorter one anywhere else is seen. */
const [FEW_MS, MANY_MS] = [15_000, 5_000];

const standsFor = (joined: number, { away = 0, isLobby = false } = {}) =>
  shownFor({ joined, away, done: 0 }, isLobby, PEOPLE_EVERY_MS);

test("P31 what is shown of eight people and more stands for five seconds", () => {
  for (const joined of [8, 9, 25, 300]) expect(standsFor(joined)).toBe(MANY_MS);
});

test("P143 of fewer than eight it stands for fifteen, by how many are there and not by who once came", () => {
  for (const joined of [0, 1, 7]) expect(standsFor(joined)).toBe(FEW_MS);
  expect(standsFor(30, { away: 22 })).toBe(MANY_MS);
  expect(standsFor(30, { away: 23 })).toBe(FEW_MS);
});

test("P31 in the lobby, where people are only seen to arrive, it stands for half a second", () => {
  for (const joined of [0, 7, 8, 300]) expect(standsFor(joined, { isLobby: true })).toBe(LOBBY_MS);
});
