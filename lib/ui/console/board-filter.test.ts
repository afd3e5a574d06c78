import { describe, expect, it } from "vitest";
import { hasText } from "@/lib/ui/console/board-filter";

describe("hasText", () => {
  it.each([
    ["Absage per Mail", "mail", true],
    ["Absage per Mail", "mail absage", true],
    ["Größe zählt", "grosse", true],
    ["Größe zählt", "GRÖSSE", true],
    ["Absage per Mail", "brief", false],
    ["Absage per Mail", "  ", true],
  ])("%s has %s: %s", (text, wanted, has) => {
    expect(hasText(text, wanted)).toBe(has);
  });
});
