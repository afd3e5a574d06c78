import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgendaTimes, type AgendaTimesInput, agendaTimes } from "@/lib/console/agenda-times";

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 10, 23, 14, 0);

type Entry = AgendaTimesInput["agenda"][number];

function entry(key: string, minutes: number, rest: Partial<Entry> = {}): Entry {
  return {
    key,
    minutes,
    status: "ready",
    startedAt: null,
    closedAt: null,
    addedMinutes: 0,
    ...rest,
  };
}

function open(key: string, minutes: number, startedAt: number, addedMinutes = 0): Entry {
  return entry(key, minutes, { status: "open", startedAt, addedMinutes });
}

const startsOf = ({ entries }: AgendaTimes) =>
  entries.map(({ time }) => (time ? (time.startsAt - T0) / MINUTE : null));

describe("agendaTimes", () => {
  it("lays the lobby's agenda against the wished end", () => {
    const times = agendaTimes({
      agenda: [entry("a", 3), entry("b", 7)],
      clock: null,
      begunAt: null,
      promisedEnd: T0 + 30 * MINUTE,
      now: T0,
    });
    expect(times.entries[0]?.time?.startsAt).toBe(T0 + 20 * MINUTE);
    expect(times.endsAt).toBe(T0 + 30 * MINUTE);
    expect(times.driftMinutes).toBe(0);
  });

  it("keeps what no activity takes before the wished end", () => {
    const times = agendaTimes({
      agenda: [entry("a", 3), entry("b", 7)],
      buffer: 2,
      clock: null,
      begunAt: null,
      promisedEnd: T0 + 30 * MINUTE,
      now: T0,
    });
    expect(times.entries[0]?.time?.startsAt).toBe(T0 + 18 * MINUTE);
    expect(times.endsAt).toBe(T0 + 28 * MINUTE);
    expect(times.driftMinutes).toBe(-2);
  });

  it("says in the lobby how much too early the wished end is", () => {
    const times = agendaTimes({
      agenda: [entry("a", 30)],
      clock: null,
      begunAt: null,
      promisedEnd: T0 + 25 * MINUTE,
      now: T0,
    });
    expect(times.driftMinutes).toBe(5);
  });

  it("takes real times for what is over and nothing for what was skipped", () => {
    const times = agendaTimes({
      agenda: [
        entry("a", 3, { status: "closed", startedAt: T0, closedAt: T0 + 5 * MINUTE }),
        entry("b", 8, {
          status: "skipped",
          startedAt: T0 + 5 * MINUTE,
          closedAt: T0 + 5 * MINUTE,
        }),
        open("c", 2, T0 + 5 * MINUTE),
        entry("d", 4),
      ],
      clock: null,
      begunAt: T0,
      promisedEnd: T0 + 17 * MINUTE,
      now: T0 + 6 * MINUTE,
    });
    expect(startsOf(times)).toEqual([0, 5, 5, 7]);
    expect(times.driftMinutes).toBe(-6);
  });

  it("counts nothing for what was passed over on the way to the closing, and for all of it once reopened", () => {
    const over = entry("a", 3, { status: "closed", startedAt: T0, closedAt: T0 + 3 * MINUTE });
    const at = (agenda: Entry[], now: number) =>
      agendaTimes({ agenda, clock: null, begunAt: T0, promisedEnd: T0 + 20 * MINUTE, now });
    const early = at(
      [over, entry("b", 8), entry("c", 6), open("close", 3, T0 + 3 * MINUTE)],
      T0 + 4 * MINUTE,
    );
    expect(startsOf(early)).toEqual([0, null, null, 3]);
    expect(early.driftMinutes).toBe(-14);
    const reopened = at(
      [over, open("b", 8, T0 + 5 * MINUTE), entry("c", 6), entry("close", 3)],
      T0 + 5 * MINUTE,
    );
    expect(startsOf(reopened)).toEqual([0, 5, 13, 19]);
    expect(reopened.driftMinutes).toBe(2);
  });

  it("grows with added minutes and with time that runs over", () => {
    const at = (now: number, addedMinutes: number) =>
      agendaTimes({
        agenda: [open("a", 6, T0, addedMinutes), entry("b", 4)],
        clock: null,
        begunAt: T0,
        promisedEnd: T0 + 10 * MINUTE,
        now,
      }).driftMinutes;
    expect(at(T0 + MINUTE, 0)).toBe(0);
    expect(at(T0 + MINUTE, 2)).toBe(2);
    expect(at(T0 + 9 * MINUTE, 0)).toBe(3);
  });

  it("moves the end along while the clock stands", () => {
    const times = agendaTimes({
      agenda: [open("a", 6, T0)],
      clock: { endsAt: null, remaining: 5 * MINUTE },
      begunAt: T0,
      promisedEnd: T0 + 6 * MINUTE,
      now: T0 + 4 * MINUTE,
    });
    expect(times.driftMinutes).toBe(3);
  });

  it("never lets an entry end before it starts, nor overlap the next", () => {
    const entries = fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 40 }),
        added: fc.integer({ min: -9, max: 9 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(entries, fc.nat({ max: 90 }), (list, passed) => {
        const agenda = list.map(({ minutes, added }, index) =>
          index === 0 ? open("0", minutes, T0, added) : entry(String(index), minutes),
        );
        const { entries: times, endsAt } = agendaTimes({
          agenda,
          clock: null,
          begunAt: T0,
          promisedEnd: null,
          now: T0 + passed * MINUTE,
        });
        let last = T0;
        for (const { time } of times) {
          expect(time?.startsAt).toBe(last);
          expect(time?.endsAt).toBeGreaterThanOrEqual(last);
          last = time?.endsAt ?? Number.NaN;
        }
        expect(endsAt).toBe(last);
        expect(endsAt).toBeGreaterThanOrEqual(T0 + passed * MINUTE);
      }),
    );
  });
});
