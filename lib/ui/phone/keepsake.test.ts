import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Keepsake, type KeepsakeWords, keepsakeText } from "@/lib/ui/phone/keepsake";
import { layOut, PICTURE_WIDTH } from "@/lib/ui/phone/keepsake-picture";

const words: KeepsakeWords = {
  step: "Mein nächster Schritt",
  noStep: "Noch kein Plan",
  helpful: "Ein Satz, der half",
  quoted: (text) => `„${text}“`,
  moved: ({ before, after }) => `von ${before} auf ${after}`,
};

const nothing: Keepsake = { steps: [], notes: [], helpful: null, moves: [], session: null };

const whole: Keepsake = {
  steps: [
    {
      sentence: [
        { text: "Wenn", isHinge: true },
        { text: " ich Kaffee hole, ", isHinge: false },
        { text: "dann", isHinge: true },
        { text: " schreibe ich ihr.", isHinge: false },
      ],
      days: ["2026-12-04"],
    },
  ],
  notes: [{ prompt: "Was davon kann ich ändern?", text: "Früher fragen." }],
  helpful: "Die Frage ist offen geblieben.",
  moves: [{ question: "Wie persönlich?", before: 8, after: 5 }],
  session: "Andere Stühle · 26. November 2026",
};

/** Every character as wide as this. */
const CHARACTER = 10;
const measure = (text: string) => text.length * CHARACTER;
const layoutOf = (keepsake: Keepsake) => layOut(keepsake, words, measure);
const linesOf = (keepsake: Keepsake) =>
  layoutOf(keepsake).items.flatMap((item) =>
    item.type === "line" ? [item.runs.map(({ text }) => text).join("")] : [],
  );

describe("keepsakeText", () => {
  it("says all that is on the card, in its order", () => {
    expect(keepsakeText(whole, words)).toBe(
      [
        "Mein nächster Schritt",
        "Wenn ich Kaffee hole, dann schreibe ich ihr.",
        "",
        "Was davon kann ich ändern?",
        "Früher fragen.",
        "",
        "Ein Satz, der half",
        "„Die Frage ist offen geblieben.“",
        "",
        "Wie persönlich? von 8 auf 5",
        "",
        "Andere Stühle · 26. November 2026",
      ].join("\n"),
    );
    expect(keepsakeText(nothing, words)).toBe("");
  });
});

describe("layOut", () => {
  it("breaks at spaces, and keeps what leads in quieter than what is one's own", () => {
    expect(linesOf(whole).slice(0, 3)).toEqual([
      "Mein nächster Schritt",
      "Wenn ich Kaffee hole, dann ",
      "schreibe ich ihr.",
    ]);
    const [, first] = layoutOf(whole).items.filter(({ type }) => type === "line");
    expect(first).toMatchObject({
      runs: [{ quiet: true }, { quiet: false }, { text: "dann", quiet: true }, { quiet: false }],
    });
  });

  it("says that there is no plan, and nothing of what is not there", () => {
    expect(linesOf(nothing)).toEqual(["Mein nächster Schritt", "Noch kein Plan"]);
    expect(layoutOf(nothing).items.some(({ type }) => type === "rule")).toBe(false);
  });

  it("says nothing of a plan where something else was noted", () => {
    const { notes } = whole;
    expect(linesOf({ ...nothing, notes })).toEqual([
      "Was davon kann ich ändern?",
      "Früher fragen.",
    ]);
    expect(keepsakeText({ ...nothing, notes }, words)).toBe(
      "Was davon kann ich ändern?\nFrüher fragen.",
    );
  });

  it("keeps every word in the picture, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: "grapheme" }), (text) => {
        const { items, height } = layoutOf({ ...nothing, helpful: text });
        for (const item of items) {
          expect(item.y).toBeLessThan(height);
          if (item.type !== "line") continue;
          const line = item.runs.map((run) => run.text).join("");
          expect(measure(line.trimEnd())).toBeLessThan(PICTURE_WIDTH);
        }
        const shown = linesOf({ ...nothing, helpful: text }).join("");
        for (const word of text.split(/[ \t\n]+/)) expect(shown).toContain(word);
      }),
    );
  });
});
