import { describe, expect, it } from "vitest";
import { boardPicture, PICTURE_COLOURS } from "@/lib/ui/board-picture";

const column = (name: string, ...texts: string[]) => ({
  ...{ name, colour: null },
  cards: texts.map((text) => ({ text, dots: null })),
});

/** The texts of an image, line by line. */
const linesOf = (svg: string): string[] =>
  [...svg.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, line]) => line ?? "");

describe("boardPicture", () => {
  it("has every group and every card, in their order", () => {
    const svg = boardPicture("Ein kleines Nein", [
      column("Offen", "Eins"),
      column("Stille", "Zwei", "Drei"),
    ]);
    expect(linesOf(svg)).toEqual(["Ein kleines Nein", "Offen", "Eins", "Stille", "Zwei", "Drei"]);
  });

  it("is the same for the same board, and needs nothing from elsewhere", () => {
    const board = [{ ...column("Stille", "Zwei"), colour: "ochre" as const }];
    expect(boardPicture("Titel", board)).toBe(boardPicture("Titel", board));
    expect(boardPicture("Titel", board)).not.toMatch(/href|url\(|@import/);
    expect(boardPicture("Titel", board)).toContain(PICTURE_COLOURS.ochre);
  });

  it("draws a shape for each colour, and none without one", () => {
    const shapesOf = (colour: "green" | "ochre" | "brick" | null) =>
      boardPicture("T", [{ ...column("Stille"), colour }]).match(/<g fill="none".*?<\/g>/g) ?? [];
    const drawn = (["green", "ochre", "brick"] as const).map((colour) =>
      shapesOf(colour).map((shape) => shape.replace(/#\w+/, "")),
    );
    expect(new Set(drawn.flat()).size).toBe(3);
    expect(shapesOf(null)).toEqual([]);
  });

  it("says below a card how many dots lie on it", () => {
    const cards = [
      { text: "Eins", dots: "3 Punkte" },
      { text: "Zwei", dots: null },
    ];
    const svg = boardPicture("T", [{ name: "Offen", colour: null, cards }]);
    expect(linesOf(svg)).toEqual(["T", "Offen", "Eins", "3 Punkte", "Zwei"]);
    expect(svg.match(/<circle/g)).toHaveLength(1);
  });

  it("shows what people wrote as text, whatever it is", () => {
    const svg = boardPicture(`"><script>`, [
      column("a & b", "<img src=x onerror='1'>\u0000\u000b\ud800"),
    ]);
    expect(svg).not.toMatch(/<script|<img/);
    for (const unknown of ["\u0000", "\u000b", "\ud800"]) expect(svg).not.toContain(unknown);
    expect(linesOf(svg).join(" ")).toContain("&lt;img src=x onerror=&#39;1&#39;&gt;");
  });

  it("loses nothing of a text that is longer than a line, or has no spaces", () => {
    const long = "Donaudampfschifffahrtsgesellschaft".repeat(4);
    const text = `Erste Zeile\nzweite mit vielen Wörtern, die nicht in eine Zeile passen ${long}`;
    const lines = linesOf(boardPicture("T", [column("G", text)])).slice(2);
    expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    expect(lines[0]).toBe("Erste Zeile");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(30);
  });

  it("puts further groups into further rows", () => {
    const columns = Array.from({ length: 12 }, (_, n) => column(`G${n}`));
    const width = (svg: string) => Number(/width="(\d+)"/.exec(svg)?.[1]);
    expect(width(boardPicture("T", columns))).toBe(width(boardPicture("T", columns.slice(0, 5))));
  });
});
