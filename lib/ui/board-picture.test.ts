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
    expect(lines.join("").replace(/[\s-]/g, "")).toBe(text.replace(/\s/g, ""));
    expect(lines[0]).toBe("Erste Zeile");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(36);
  });

  it("breaks a word that is too long before a syllable, and an address behind its signs", () => {
    const linesIn = (text: string) => linesOf(boardPicture("T", [column("G", text)])).slice(2);
    expect(linesIn("Donaudampfschifffahrtsgesellschaft")).toEqual([
      "Donaudampfschifffahrtsge-",
      "sellschaft",
    ]);
    const address = "https://www.example.org/an/address?without=an_end_or_somewhere";
    expect(linesIn(address).join("")).toBe(address);
    expect(linesIn(address)[0]).toMatch(/\W$/);
    const wide = linesIn("W".repeat(40));
    expect(Math.max(...wide.map((line) => line.length))).toBeLessThan(20);
  });

  it("has as many lines for its title as it needs", () => {
    const title = "Rückblick ohne Schuld: Was war geplant, was geschah, was änderst du?";
    const lines = linesOf(boardPicture(title, [column("G", "Eins")]));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.slice(0, -2).join(" ")).toBe(title);
  });

  it("lays few groups beside each other and many in even rows, about as wide as a screen", () => {
    const sizeOf = (columns: number, cards: number) => {
      const texts = Array.from({ length: cards }, () => "Meine Nachricht blieb ohne Antwort.");
      const all = Array.from({ length: columns }, (_, n) => column(`G${n}`, ...texts));
      const svg = boardPicture("T", all);
      const [width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [])
        .slice(1)
        .map(Number);
      const places = [...svg.matchAll(/<g transform="translate\((\d+) (\d+)\)">/g)];
      const tops = places.map(([, , top]) => top);
      return {
        aspect: width / height,
        perRow: [...new Set(tops)].map((top) => tops.filter((each) => each === top).length),
      };
    };
    expect(sizeOf(0, 0).perRow).toEqual([]);
    expect(sizeOf(3, 1).perRow).toEqual([3]);
    expect(sizeOf(6, 5).perRow).toEqual([3, 3]);
    expect(sizeOf(6, 20).perRow).toEqual([6]);
    expect(sizeOf(12, 1).perRow).toEqual([4, 4, 4]);
    expect(sizeOf(7, 1).perRow).toEqual([4, 3]);
    for (const cards of [1, 5, 25]) {
      const { aspect } = sizeOf(12, cards);
      expect(aspect).toBeGreaterThan(1);
      expect(aspect).toBeLessThan(3);
    }
  });
});
