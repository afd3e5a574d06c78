import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasDays, toCalendar } from "@/lib/summary/calendar";
import { changedReview, handedOn, NO_REVIEW, reviewChange } from "@/lib/summary/review";
import { textFormats } from "@/lib/summary/text-formats";
import { keptSummaries, summaryFullOf } from "@/lib/testing/kept-summaries";
import { readCalendar } from "@/lib/testing/read-calendar";

const on = (day: string | null) => {
  const change = reviewChange.parse({ change: "followUp", day });
  return changedReview(NO_REVIEW, change) ?? NO_REVIEW;
};

describe("the day of a follow-up", () => {
  it.each(keptSummaries().filter(({ name }) => name.startsWith("v5/")))(
    "stands in every file of $name, and once more as a calendar",
    ({ summary }) => {
      expect(toCalendar(summary)).toBeNull();
      const handed = handedOn(summary, on("2028-02-29"), []);
      const said = summary.language === "de" ? "29. Februar 2028" : "29 February 2028";
      for (const format of ["markdown", "json"] as const) {
        expect(textFormats[format].render(handed)).toContain(said);
      }
      const calendar = new Map(readCalendar(toCalendar(handed) ?? ""));
      expect(calendar.get("DTSTART;VALUE=DATE")).toBe("20280229");
      expect(calendar.get("DTEND;VALUE=DATE")).toBe("20280301");
      expect(calendar.get("SUMMARY")).toContain(summary.title);
      expect(handed.sections.filter(({ key }) => key === "practice")).toHaveLength(1);
      // Left out with its section, and gone when it is taken back.
      expect(hasDays(handedOn(summary, on("2028-02-29"), ["practice"]))).toBe(false);
      expect(handedOn(summary, on(null), [])).toEqual(handedOn(summary, NO_REVIEW, []));
    },
  );

  it.each(["2028-02-30", "29.02.2028", "", "2028-02-29T00:00"])("can't be %j", (day) => {
    expect(reviewChange.safeParse({ change: "followUp", day }).success).toBe(false);
  });

  it("is a calendar whatever the title says, the same for the same content", () => {
    const title = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("a;b,c\\n", "x\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR", "👩‍👩‍👧‍👦".repeat(20)),
    );
    fc.assert(
      fc.property(title, (text) => {
        const summary = handedOn({ ...summaryFullOf("x"), title: text }, on("2027-01-08"), []);
        const calendar = toCalendar(summary) ?? "";
        expect(toCalendar(structuredClone(summary))).toBe(calendar);
        const names = readCalendar(calendar).map(([name]) => name);
        expect(names.filter((name) => name === "BEGIN")).toHaveLength(2);
        expect(names.filter((name) => name === "END")).toHaveLength(2);
        expect(names.filter((name) => name === "SUMMARY")).toHaveLength(1);
      }),
    );
  });
});
