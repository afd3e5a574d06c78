import { expect, test } from "vitest";
import { PEOPLE_EVERY_MS, shownFor } from "@/server/rooms/soft-counts";

const LOBBY_MS = 500;
/** Spelt out here, so that a shorter one anywhere else is seen. */
const [FEW_MS, MANY_MS] = [15_000, 5_000];

const peopleOf = (joined: number, away = 0) => ({ joined, away, done: 0 });

const standsFor = (joined: number, away = 0) =>
  shownFor(peopleOf(joined, away), null, PEOPLE_EVERY_MS);

/** In a lobby that shows so many. */
const standsInLobbyFor = (joined: number, shown: number) =>
  shownFor(peopleOf(joined), peopleOf(shown), PEOPLE_EVERY_MS);

test("P31 what is shown of eight people and more stands for five seconds", () => {
  for (const joined of [8, 9, 25, 300]) expect(standsFor(joined)).toBe(MANY_MS);
});

test("P143 of fewer than eight it stands for fifteen, by how many are there and not by who once came", () => {
  for (const joined of [0, 1, 7]) expect(standsFor(joined)).toBe(FEW_MS);
  expect(standsFor(30, 22)).toBe(MANY_MS);
  expect(standsFor(30, 23)).toBe(FEW_MS);
});

test("P31 in the lobby it stands for half a second where people arrive, or nobody comes or goes", () => {
  for (const shown of [0, 6, 7, 8, 299]) {
    expect(standsInLobbyFor(shown + 1, shown)).toBe(LOBBY_MS);
    expect(standsInLobbyFor(shown, shown)).toBe(LOBBY_MS);
  }
});

test("P143 who leaves the lobby is missing from it as late as what is counted later", () => {
  for (const shown of [1, 7, 8]) expect(standsInLobbyFor(shown - 1, shown)).toBe(FEW_MS);
  for (const shown of [9, 300]) expect(standsInLobbyFor(shown - 1, shown)).toBe(MANY_MS);
});
