import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** The colours as pages get them: contrast in both themes, and no colour but these. */

const css = readFileSync(fileURLToPath(new URL("look.css", import.meta.url)), "utf8");

/** Names and values of the block that begins with `selector`. */
function tokensOf(selector: string): Map<string, string> {
  const from = css.indexOf(selector);
  if (from < 0) throw new Error(`${selector} is not there`);
  const block = css.slice(from, css.indexOf("}", from));
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

const themes = {
  light: tokensOf('[data-theme="light"] {'),
  dark: tokensOf('[data-theme="dark"] {'),
  "dark by itself": tokensOf(":root:not([data-theme]) {"),
};

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Better than AA's 4.5 and 3: rooms are bright, projectors old (look.md). */
const TEXT = 5.4;
const EDGE = 3;

const grounds = ["paper", "surface", "sunken", "accent-soft", "ochre-soft", "brick-soft"];
const texts = ["ink", "ink-2", "accent", "ochre", "brick"];

describe.each(Object.entries(themes))("colours of the theme %s", (_, tokens) => {
  const ratio = (one: string, other: string) =>
    contrast(tokens.get(one) ?? "", tokens.get(other) ?? "");

  it.each(grounds.flatMap((ground) => texts.map((text) => [text, ground])))(
    "%s can be read on %s",
    (text, ground) => {
      expect(ratio(text, ground)).toBeGreaterThanOrEqual(TEXT);
    },
  );

  it("shows where a control is, on every ground that it stands on", () => {
    for (const ground of ["paper", "surface", "sunken"]) {
      expect(ratio("edge", ground)).toBeGreaterThanOrEqual(EDGE);
      expect(ratio("chart-1", ground)).toBeGreaterThanOrEqual(EDGE);
    }
    expect(ratio("on-accent", "accent")).toBeGreaterThanOrEqual(TEXT);
    // Numbers on the bars of a chart.
    expect(ratio("on-accent", "chart-1")).toBeGreaterThanOrEqual(TEXT);
  });
});

it("has the same dark colours whether they were chosen or are the device's", () => {
  expect(themes["dark by itself"]).toEqual(themes.dark);
  expect([...themes.light.keys()]).toEqual([...themes.dark.keys()]);
});
