import { describe, expect, it } from "vitest";
import { createAttempts } from "@/server/auth/attempts";

const MINUTE = 60_000;

describe("attempts to sign in", () => {
  it("are never refused for the address alone", () => {
    const attempts = createAttempts();
    for (let i = 0; i < 300; i += 1) {
      expect(attempts.begin("203.0.113.7", `${i}@example.org`).refused).toBe(false);
    }
    const next = attempts.begin("203.0.113.7", "ada@example.org");
    expect(next).toEqual({ refused: false, waitMs: 1000 });
    expect(attempts.begin("203.0.113.8", "ada@example.org")).toEqual({ refused: false, waitMs: 0 });
  });

  it("never lock an account out for somebody at another place", () => {
    const attempts = createAttempts();
    for (let i = 0; i < 200; i += 1) attempts.begin(`198.51.100.${i}`, "ada@example.org");
    const next = attempts.begin("203.0.113.7", "ada@example.org");
    expect(next).toEqual({ refused: false, waitMs: 1000 });
  });

  it("count a whole /64 of IPv6 as one place", () => {
    const attempts = createAttempts();
    for (let i = 0; i < 10; i += 1) attempts.begin(`2001:db8::${i + 1}`, "ada@example.org");
    expect(attempts.begin("2001:db8:0:0:9::1", "ada@example.org").refused).toBe(true);
    expect(attempts.begin("2001:db8:0:1::1", "ada@example.org").refused).toBe(false);
    expect(attempts.begin("::ffff:10.0.0.1", "ada@example.org").refused).toBe(false);
  });

  it("are forgotten after a quarter of an hour, or once the password was right", () => {
    let now = 0;
    const attempts = createAttempts(() => now);
    const refused = () => attempts.begin("10.0.0.1", "ada@example.org").refused;
    for (let i = 0; i < 10; i += 1) expect(refused()).toBe(false);
    expect(refused()).toBe(true);
    now += 15 * MINUTE;
    for (let i = 0; i < 10; i += 1) expect(refused()).toBe(false);
    attempts.succeeded("10.0.0.1", "ada@example.org");
    expect(refused()).toBe(false);
  });

  it("only ever wait where there is nothing to guess", () => {
    const attempts = createAttempts();
    const waits = Array.from({ length: 61 }, () => attempts.pace("203.0.113.7"));
    expect(waits.slice(0, 60)).toEqual(Array(60).fill(0));
    expect(waits[60]).toBe(1000);
    expect(attempts.pace("203.0.113.8")).toBe(0);
    expect(attempts.begin("203.0.113.7", "ada@example.org")).toEqual({ refused: false, waitMs: 0 });
  });
});
