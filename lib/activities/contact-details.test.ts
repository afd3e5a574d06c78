import { describe, expect, it } from "vitest";
import { hasContactDetail } from "@/lib/activities/contact-details";

describe("hasContactDetail", () => {
  it.each([
    "Schreib an anna.b@example.org",
    "Ruf an: 0171 2345678",
    "+49 (30) 901820",
    "mehr auf www.example.org/seite",
    "https://example.org",
    "stand auf example.de",
  ])("finds one in %s", (text) => expect(hasContactDetail(text)).toBe(true));

  it.each([
    "Am 23.11.2026 kam eine Absage.",
    "Nach 3 Wochen und 12 Bewerbungen: nichts.",
    "Von 2019 bis 2024, dann Schluss.",
    "Erst ja, dann 10.000 Euro weniger.",
  ])("finds none in %s", (text) => expect(hasContactDetail(text)).toBe(false));
});
