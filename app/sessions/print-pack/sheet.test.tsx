import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { RunSheet } from "@/app/sessions/print-pack/run-sheet";
import { PrintSheet } from "@/app/sessions/print-pack/sheet";
import type { PrintLayout, PrintPack } from "@/lib/print-pack/pages";
import { printPackOf } from "@/lib/session/print-pack";
import { workshops } from "@/lib/workshops/registry";

const join = { address: "a.example/j", code: "7K3M 9QTX", url: "https://a.example/j/7K3M9QTX" };

const packs = workshops.flatMap((plan) =>
  (["de", "en"] as const).map((language) =>
    printPackOf({ plan, language, address: "sie", start: 540, people: 11, join }),
  ),
);

/** What somebody reads, without the blanks between. */
const readOn = (page: ReactNode): string =>
  bare(
    renderToStaticMarkup(page)
      .replace(/<[^>]*>/g, "")
      .replaceAll("&#x27;", "'")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );

const bare = (text: string): string => text.replace(/\s+/g, "");

/** Says what a layout is; nobody reads it. */
const NAMES: ReadonlySet<string> = new Set(["is", "shape"]);

const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (NAMES.has(key) ? [] : textsOf(each)));
};

const missingOn = (page: ReactNode, texts: readonly string[]): string[] => {
  const read = readOn(page);
  return texts.filter((text) => !read.includes(bare(text)));
};

describe.each(packs)("the page of $fileName in $language", (pack: PrintPack) => {
  it("says on each sheet what the sheet says, and what it is", () => {
    for (const sheet of pack.sheets) {
      const page = <PrintSheet language={pack.language} sheet={sheet} />;
      expect(missingOn(page, [sheet.activity, sheet.name, ...textsOf(sheet.layout)])).toEqual([]);
    }
  });

  it("has the whole run sheet, with the way in", () => {
    const { title, purpose, facts, agenda, parts } = pack;
    const said = textsOf({ title, purpose, facts, agenda, parts });
    const asked = [...said, join.address, join.code, ...pack.sheets.map(({ name }) => name)];
    expect(missingOn(<RunSheet pack={pack} />, asked)).toEqual([]);
  });
});

it("holds what somebody wrote into a plan as text, whatever it is", () => {
  const hostile = '<img src=x onerror="alert(1)"> 👍🏽 עברית';
  const layout: PrintLayout = {
    ...{ is: "places", prompt: hostile, note: hostile },
    places: [{ name: hostile, detail: hostile }],
  };
  const sheet = { activity: hostile, name: hostile, copies: 1, layout };
  const markup = renderToStaticMarkup(<PrintSheet language="de" sheet={sheet} />);
  expect(markup).not.toContain("<img");
  expect(missingOn(<PrintSheet language="de" sheet={sheet} />, [hostile])).toEqual([]);
});

it("misses what a drawing leaves out", () => {
  const layout: PrintLayout = { is: "sign", letter: "A", shape: "circle", called: "Gruppe A" };
  const sheet = { activity: "Andere Stühle", name: "Schild", copies: 1, layout };
  const page = <PrintSheet language="de" sheet={{ ...sheet, layout: { ...layout, called: "" } }} />;
  expect(missingOn(page, [layout.called])).toEqual(["Gruppe A"]);
});
