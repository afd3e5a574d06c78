import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCalendar } from "@/lib/testing/read-calendar";
import { calendarOf } from "@/lib/ui/phone/calendar-entry";

const textOf = async (entries: Parameters<typeof calendarOf>[0]) =>
  (await calendarOf(entries)?.text()) ?? "";

describe("what somebody planned, as a calendar", () => {
  it("is a private day with a reminder in its morning", async () => {
    const title = "Nach der Antwort: eine Mail an Frau Özdemir; dann Pause";
    const read = readCalendar(await textOf([{ title, day: "2027-12-31" }]));
    expect(Object.fromEntries(read)).toMatchObject({
      "DTSTART;VALUE=DATE": "20271231",
      "DTEND;VALUE=DATE": "20280101",
      ...{ SUMMARY: title, CLASS: "PRIVATE", TRANSP: "TRANSPARENT", TRIGGER: "PT9H" },
    });
  });

  it("is an entry for each day, told apart by what they say, and the same bytes twice", async () => {
    const days = ["2027-01-08", "2027-01-15", "2027-01-22"];
    const entries = days.map((day) => ({ title: "Nachfassen", day }));
    const calendar = await textOf(entries);
    const uids = readCalendar(calendar).flatMap(([name, value]) => (name === "UID" ? [value] : []));
    expect(new Set(uids).size).toBe(days.length);
    expect(await textOf(structuredClone(entries))).toBe(calendar);
  });

  it("is none without a day that there is", () => {
    for (const day of ["", "2027-02-30", "31.12.2027", "2027-13-01", "2027-12-31T00:00"]) {
      expect(calendarOf([{ title: "Nachfassen", day }])).toBeNull();
    }
  });

  it("stays one whatever is written", async () => {
    const title = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("a;b,c\\n", "x\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR", "👩‍👩‍👧‍👦".repeat(20)),
    );
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        const names = readCalendar(await textOf([{ title: text, day: "2027-01-08" }])).map(
          ([name]) => name,
        );
        for (const [name, times] of [
          ["BEGIN", 3],
          ["END", 3],
          ["SUMMARY", 1],
        ] as const) {
          expect(names.filter((each) => each === name)).toHaveLength(times);
        }
      }),
    );
  });
});
