import { describe, expect, it } from "vitest";
import { momentFromInput, timeInputValue } from "@/lib/console/time-input";

const afternoon = new Date(2026, 10, 23, 15, 4).getTime();

describe("momentFromInput", () => {
  it("reads today's time and gives it back", () => {
    const end = momentFromInput("16:30", afternoon);
    expect(end).toBe(new Date(2026, 10, 23, 16, 30).getTime());
    expect(timeInputValue(end ?? 0)).toBe("16:30");
  });

  it("means tomorrow when the time is long over", () => {
    const late = new Date(2026, 10, 23, 23, 40).getTime();
    expect(momentFromInput("00:10", late)).toBe(new Date(2026, 10, 24, 0, 10).getTime());
  });

  it("stays today when the end has only just passed", () => {
    expect(momentFromInput("15:00", afternoon)).toBe(new Date(2026, 10, 23, 15, 0).getTime());
  });

  it("answers nothing for an empty field", () => {
    expect(momentFromInput("", afternoon)).toBeNull();
  });
});
