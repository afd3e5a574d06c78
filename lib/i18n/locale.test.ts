import { describe, expect, it } from "vitest";
import { chooseLocale } from "@/lib/i18n/locale";

describe("chooseLocale", () => {
  it("lets the device's own choice win over the browser", () => {
    expect(chooseLocale("en", "de-DE,de;q=0.9")).toBe("en");
  });

  it("ignores a cookie with a language we do not have", () => {
    expect(chooseLocale("fr", "en-GB")).toBe("en");
  });

  it("follows the browser's weights, not the order of its list", () => {
    expect(chooseLocale(undefined, "fr, de;q=0.3, en-US;q=0.8")).toBe("en");
  });

  it("skips what the browser refuses", () => {
    expect(chooseLocale(undefined, "en;q=0, de;q=0.1")).toBe("de");
  });

  it("falls back to English", () => {
    expect(chooseLocale(undefined, null)).toBe("en");
    expect(chooseLocale(undefined, "fr, *;q=0.5")).toBe("en");
    expect(chooseLocale(undefined, ";;q=x,,")).toBe("en");
  });
});
