import { describe, expect, it } from "vitest";
import {
  AWAY_AFTER_MS,
  AWAY_IN_LOBBY_AFTER_MS,
  createPresence,
  DEVICES_MAX,
  TAKEN_IN_AT_ONCE,
} from "@/server/rooms/people";

const PHASE = "small-no/write";
const done = { phase: PHASE, done: true, left: false };
const left = { phase: "null/null", done: false, left: true };

function room() {
  let clock = 0;
  const presence = createPresence(() => clock);
  return {
    ...presence,
    arrive: (device: string, atOnce = 0) => presence.arrive(device, atOnce),
    pass: (ms: number) => {
      clock += ms;
    },
    counts: (awayAfterMs = AWAY_AFTER_MS) => presence.count(PHASE, clock, awayAfterMs),
  };
}

describe("who is in a room", () => {
  it("a silent phone is away, still joined, and back when it arrives (P30)", () => {
    const { arrive, leave, hear, pass, counts } = room();
    arrive("a");
    arrive("b");
    hear("a", done);
    leave("a");
    pass(AWAY_AFTER_MS - 1);
    expect(counts()).toEqual({ joined: 2, away: 0, done: 1 });
    pass(1);
    expect(counts()).toEqual({ joined: 2, away: 1, done: 0 });
    arrive("a");
    expect(counts()).toEqual({ joined: 2, away: 0, done: 1 });
  });

  it("17: in the lobby a closed window is away after seconds, and stays so when the session begins (P98)", () => {
    const { arrive, leave, pass, counts } = room();
    for (const device of ["a", "b", "c"]) arrive(device);
    leave("a");
    pass(AWAY_IN_LOBBY_AFTER_MS - 1);
    expect(counts(AWAY_IN_LOBBY_AFTER_MS)).toEqual({ joined: 3, away: 0, done: 0 });
    pass(1);
    expect(counts(AWAY_IN_LOBBY_AFTER_MS)).toEqual({ joined: 3, away: 1, done: 0 });
    leave("b");
    pass(AWAY_IN_LOBBY_AFTER_MS);
    // The one that went as the session began is given its minute.
    expect(counts()).toEqual({ joined: 3, away: 1, done: 0 });
    arrive("a");
    expect(counts()).toEqual({ joined: 3, away: 0, done: 0 });
  });

  it("27: P89 remembers so many devices at most, and forgets first who has been silent for longest", () => {
    const { arrive, leave, pass, counts } = room();
    arrive("here");
    arrive("gone first");
    leave("gone first");
    pass(1);
    for (let n = 0; n < 2 * DEVICES_MAX; n += 1) {
      arrive(`passing ${n}`);
      leave(`passing ${n}`);
    }
    expect(counts().joined).toBe(DEVICES_MAX);
    // Whoever is there is never forgotten for somebody who only passes.
    pass(AWAY_AFTER_MS);
    expect(counts()).toEqual({ joined: DEVICES_MAX, away: DEVICES_MAX - 1, done: 0 });
  });

  it("27: P89 counts nobody beyond that where all of them are there", () => {
    const { arrive, leave, counts } = room();
    for (let n = 0; n < DEVICES_MAX + 3; n += 1) arrive(`there ${n}`);
    leave(`there ${DEVICES_MAX + 2}`);
    expect(counts()).toEqual({ joined: DEVICES_MAX, away: 0, done: 0 });
  });

  it("P71 whoever left counts for nothing, whether or not a socket of theirs is still open", () => {
    const { arrive, leave, hear, pass, counts } = room();
    for (const device of ["a", "b"]) arrive(device);
    hear("a", done);
    arrive("a");
    hear("a", left);
    expect(counts()).toEqual({ joined: 1, away: 0, done: 0 });
    leave("a");
    leave("a");
    pass(AWAY_AFTER_MS);
    expect(counts()).toEqual({ joined: 1, away: 0, done: 0 });
    arrive("a");
    hear("a", done);
    expect(counts()).toEqual({ joined: 2, away: 0, done: 1 });
  });

  it("P71 a phone that still has the session open in another tab is back as soon as that one speaks", () => {
    const { arrive, hear, counts } = room();
    arrive("a");
    arrive("a");
    hear("a", left);
    hear("a", done);
    expect(counts()).toEqual({ joined: 1, away: 0, done: 1 });
  });

  it("doesn't hear a phone that was gone before the room had loaded", () => {
    const { hear, leave, counts } = room();
    hear("a", done);
    leave("a");
    expect(counts()).toEqual({ joined: 0, away: 0, done: 0 });
  });
});

describe("P139 whose hand-ins a room takes", () => {
  const devices = (n: number, name = "d") => Array.from({ length: n }, (_, at) => `${name}${at}`);

  it("a small room's at once, and of those who were in before", () => {
    const { arrive, takesFrom } = room();
    for (const device of devices(TAKEN_IN_AT_ONCE + 1)) arrive(device);
    expect(devices(TAKEN_IN_AT_ONCE).every(takesFrom)).toBe(true);
    expect(takesFrom(`d${TAKEN_IN_AT_ONCE}`)).toBe(false);
    // As many as the room is known to have had come back after a restart.
    for (const device of devices(300, "back")) arrive(device, 300);
    expect(devices(300, "back").filter(takesFrom)).toHaveLength(300 - TAKEN_IN_AT_ONCE);
    expect(takesFrom("never came")).toBe(false);
  });

  it("of a crowd a bounded number more at each count, in the order in which they came", () => {
    const { arrive, leave, takesFrom, takeInMore } = room();
    for (const device of devices(TAKEN_IN_AT_ONCE)) arrive(device);
    const crowd = devices(300, "new");
    for (const device of crowd) arrive(device);
    leave("new3");
    expect(crowd.some(takesFrom)).toBe(false);
    takeInMore(12);
    expect(crowd.filter(takesFrom)).toEqual(crowd.slice(0, 11).filter((name) => name !== "new3"));
    takeInMore(200);
    expect(crowd.filter(takesFrom)).toHaveLength(60);
  });

  it("once taken in, of a phone that was away too", () => {
    const { arrive, leave, pass, takesFrom, counts } = room();
    for (const device of devices(TAKEN_IN_AT_ONCE)) arrive(device);
    leave("d0");
    pass(AWAY_AFTER_MS);
    counts();
    for (const device of devices(5, "new")) arrive(device);
    arrive("d0");
    expect(takesFrom("d0")).toBe(true);
  });
});
