import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { printPackPdf } from "@/exports/print-pack";
import type { PrintPack } from "@/lib/print-pack/pages";
import { printPackOf } from "@/lib/session/print-pack";
import { hasPoppler, poppler, unbroken } from "@/lib/testing/poppler";
import { workshops } from "@/lib/workshops/registry";

const root = fileURLToPath(new URL("..", import.meta.url));

const join = { address: "a.example/j", code: "7K3M 9QTX", url: "https://a.example/j/7K3M9QTX" };

const packOf = (id: string, people: number): PrintPack => {
  const plan = workshops.find((each) => each.id === id);
  if (!plan) throw new Error(`There is no workshop ${id}`);
  return printPackOf({ plan, language: "de", address: "sie", start: 540, people, join });
};

/** All texts of a layout. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    ["is", "shape"].includes(key) ? [] : textsOf(each),
  );
};

// Typst refuses what does not keep to PDF/UA-1: what comes out of it does.
describe.each(workshops)("the pack of $id", ({ id }) => {
  it("has a page for each sheet, and on it what the sheet says", async () => {
    const pack = packOf(id, 11);
    const pdf = await printPackPdf(pack, root);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    if (!hasPoppler) return;
    const pages = poppler("pdftotext", ["-raw", "-", "-"], pdf).split("\f").slice(0, -1);
    const material = pages.slice(pages.length - pack.sheets.length).map(unbroken);
    for (const [at, { layout, name }] of pack.sheets.entries()) {
      for (const text of [name, ...textsOf(layout)]) expect(material[at]).toContain(unbroken(text));
    }
    const first = unbroken(pages[0] ?? "");
    for (const text of [pack.title, join.code, join.address])
      expect(first).toContain(unbroken(text));
    const all = unbroken(pages.join(""));
    for (const { phases } of pack.parts) {
      for (const { say } of phases) expect(all).toContain(unbroken(say));
    }
    expect(poppler("pdfinfo", ["-"], pdf)).toMatch(/Page size:.*A4/);
  });
});

it("gives equal bytes for equal plans", async () => {
  const [one, other] = [packOf("other-chairs", 9), packOf("other-chairs", 9)];
  expect((await printPackPdf(one, root)).equals(await printPackPdf(other, root))).toBe(true);
});

it("holds what somebody wrote into a plan, whatever it is", async () => {
  const hostile = `#set page(fill: red) ${"Wort".repeat(30)} 👍🏽 你好 עברית <b>`;
  const pack = packOf("other-chairs", 9);
  const changed: PrintPack = JSON.parse(JSON.stringify(pack), (key, value) =>
    typeof value === "string" && !["is", "shape", "language", "url"].includes(key)
      ? hostile
      : value,
  );
  expect((await printPackPdf(changed, root)).subarray(0, 5).toString()).toBe("%PDF-");
});
