import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { payloads } from "@/attack/web/payloads";
import { toCsv } from "@/lib/summary/csv";
import { summaryFullOf } from "@/lib/testing/kept-summaries";

/** As somebody else's reader takes it: rows of cells. */
const read = (csv: string): string[][] =>
  Papa.parse<string[]>(csv, { newline: "\r\n", skipEmptyLines: true }).data;

/** What a spreadsheet would take for a formula, also where it is written in full width. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

describe("what people write", () => {
  it.each([...payloads, "\uff1dSUM(1)", "\uff0b1", "\uff20x", " =1+1", "\u202e=1+1"])(
    "is no formula and no cell more: %j",
    (text) => {
      const rows = read(toCsv(summaryFullOf(text)));
      expect(rows.map(({ length }) => length)).toEqual(
        read(toCsv(summaryFullOf("x"))).map(({ length }) => length),
      );
      for (const cell of rows.flat()) expect(cell).not.toMatch(FORMULA);
    },
  );

  it("is recognised where nothing guards it", () => {
    expect(
      Papa.parse<string[]>("=1+1,x")
        .data.flat()
        .filter((cell) => FORMULA.test(cell)),
    ).toEqual(["=1+1"]);
  });
});
