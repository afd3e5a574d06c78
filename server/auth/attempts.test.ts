import { describe, expect, it } from "vitest";
import { createAttempts, type From } from "@/server/auth/attempts";

const MINUTE = 60_000;
const ADA = "ada@example.org";
const room: From = { address: "203.0.113.7" };

/** Attempts under a clock that stands still until it is moved. */
function underClock() {
  const clock = { now: 0 };
  const attempts = createAttempts(() => clock.now);
  const wait = (from: From, email = ADA) => attempts.begin(from, email)?.waitMs ?? "full";
  return { clock, attempts, wait };
}

describe("attempts to sign in", () => {
  it("never wait for ten wrong passwords, and then only seconds", () => {
    const { clock, wait } = underClock();
    for (let i = 0; i < 10; i += 1) expect(wait(room)).toBe(0);
    expect(wait(room)).toBe(2_000);
    // Who waits for the answer before the next one never waits longer.
    for (let i = 0; i < 100; i += 1) {
      clock.now += 2_000;
      expect(wait(room)).toBe(2_000);
    }
  });

  it("that come together take their turns, and beyond a line of them are not looked at", () => {
    const { clock, wait } = underClock();
    const waits = Array.from({ length: 1_000 }, () => wait(room));
    expect(waits.slice(10, 18)).toEqual([
      ...[2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 14_000],
      "full",
    ]);
    expect(waits.filter((each) => each !== "full")).toHaveLength(17);
    // A line that is full locks nobody out: it moves on.
    clock.now += 2_000;
    expect(wait(room)).toBe(14_000);
  });

  it("in a browser that has signed in before count for themselves alone", () => {
    const { wait } = underClock();
    const known: From = { browser: "hers" };
    for (let i = 0; i < 100; i += 1) wait(room);
    expect(wait(known)).toBe(0);
    for (let i = 0; i < 9; i += 1) wait(known);
    expect(wait(known)).toBe(2_000);
    expect(wait({ browser: "another of hers" })).toBe(0);
  });

  it("at one address go on at its pace, whoever they are for", () => {
    const { wait } = underClock();
    for (let i = 0; i < 60; i += 1) expect(wait(room, `${i}@example.org`)).toBe(0);
    expect(wait(room)).toBe(250);
    expect(wait(room, "ben@example.org")).toBe(500);
    expect(wait({ address: "203.0.113.8" })).toBe(0);
  });

  it("never lock an account out for somebody at another place", () => {
    const { wait } = underClock();
    for (let i = 0; i < 200; i += 1) wait({ address: `198.51.100.${i}` });
    expect(wait(room)).toBe(1_000);
  });

  it("count a whole /64 of IPv6 as one place", () => {
    const { wait } = underClock();
    for (let i = 0; i < 10; i += 1) wait({ address: `2001:db8::${i + 1}` });
    expect(wait({ address: "2001:db8:0:0:9::1" })).toBe(2_000);
    expect(wait({ address: "2001:db8:0:1::1" })).toBe(0);
    expect(wait({ address: "::ffff:10.0.0.1" })).toBe(0);
  });

  it("are forgotten after a quarter of an hour, or once the password was right", () => {
    const { clock, attempts, wait } = underClock();
    for (const from of [room, { browser: "hers" }]) {
      for (let i = 0; i < 10; i += 1) wait(from);
      expect(wait(from)).toBe(2_000);
      clock.now += 15 * MINUTE;
      for (let i = 0; i < 10; i += 1) expect(wait(from)).toBe(0);
      attempts.succeeded(from, ADA);
      expect(wait(from)).toBe(0);
    }
  });

  it("of a browser that is known do not give back what strangers have used up", () => {
    const { attempts, wait } = underClock();
    for (let i = 0; i < 10; i += 1) wait(room);
    attempts.succeeded({ browser: "hers" }, ADA);
    expect(wait(room)).toBe(2_000);
  });

  it("have a lane of their own only where they are known", () => {
    const { attempts } = underClock();
    const lane = (from: From, email: string) => attempts.begin(from, email)?.lane;
    expect(lane(room, ADA)).toEqual(lane(room, "ben@example.org"));
    expect(lane(room, ADA)?.isKnown).toBe(false);
    expect(lane({ browser: "hers" }, ADA)?.isKnown).toBe(true);
    expect(JSON.stringify(lane(room, ADA))).not.toContain("203.0.113");
  });

  it("only ever wait where there is nothing to guess", () => {
    const { attempts, wait } = underClock();
    const waits = Array.from({ length: 61 }, () => attempts.pace("203.0.113.7"));
    expect(waits.slice(0, 60)).toEqual(Array(60).fill(0));
    expect(waits[60]).toBe(1000);
    expect(attempts.pace("203.0.113.8")).toBe(0);
    expect(wait(room)).toBe(0);
  });
});
