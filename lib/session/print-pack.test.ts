import { expect, it } from "vitest";
import { phaseWords } from "@/lib/activities/screens";
import { messagesFor } from "@/lib/i18n/messages";
import { type PrintLayout, type PrintPage, printPack } from "@/lib/print-pack/pages";
import { printWordingOf } from "@/lib/print-pack/wording";
import { type PrintAsk, printPackOf } from "@/lib/session/print-pack";
import { workshops } from "@/lib/workshops/registry";

const PEOPLE = 14;

const packOf = (id: string, ask: Partial<PrintAsk> = {}) => {
  const plan = workshops.find((each) => each.id === id);
  if (!plan) throw new Error(`There is no workshop ${id}`);
  const rest = {
    language: "de",
    address: "du",
    start: 15 * 60,
    people: PEOPLE,
    join: null,
  } as const;
  return printPackOf({ plan, ...rest, ...ask });
};

/** The sheets of one layout. */
const sheetsOf = (id: string, is: PrintLayout["is"]): readonly PrintPage[] =>
  packOf(id).sheets.filter(({ layout }) => layout.is === is);

it.each(workshops)("every workshop has one, in all three wordings: $id", ({ id, activities }) => {
  for (const [language, address] of [
    ["de", "du"],
    ["de", "sie"],
    ["en", "du"],
  ] as const) {
    const pack = packOf(id, { language, address });
    expect(printPack.parse(pack)).toEqual(pack);
    expect(pack.parts).toHaveLength(activities.length);
    // With an entry for the end, and one for the buffer where there is one.
    expect(pack.agenda.length).toBeGreaterThan(activities.length);
    expect(JSON.stringify(pack)).not.toContain("kinds.");
  }
});

it("says Sie where the plan does", () => {
  const words = JSON.stringify(packOf("setback-lab", { address: "sie" }));
  expect(words).toContain("Ihnen");
  expect(words).not.toMatch(/\b(du|dich|dir|dein|euch|eure)\b/);
  expect(JSON.stringify(packOf("setback-lab"))).toMatch(/\b(dir|dein|euch)\b/);
});

it("calls phases as the screens do", () => {
  for (const { activities } of workshops) {
    for (const { kind, script } of activities) {
      for (const phase of Object.keys(script.phases)) {
        const key = `${phaseWords(kind, phase)}.name`.split(".");
        const said = key.reduce<unknown>(
          (tree, step) => Object(tree)[step],
          messagesFor("de", "du"),
        );
        expect(printWordingOf("de", "du").phase(kind, phase).replace(/ \d+$/, "")).toBe(said);
      }
    }
  }
});

it("has times of the day where it is said when it begins, and minutes where not", () => {
  expect(packOf("other-chairs").agenda[0]?.time).toBe("15:00");
  expect(packOf("other-chairs").agenda.at(-1)?.time).toBe("16:30");
  expect(packOf("other-chairs", { start: null }).agenda[0]?.time).toBe("00:00");
});

it("has a card for each role of a group, a sign for each group and no sheet twice", () => {
  const cards = sheetsOf("other-chairs", "cards").flatMap(({ layout }) =>
    layout.is === "cards" ? layout.cards : [],
  );
  expect(cards.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Wer Nein sagt", "Wer gefragt hat", "Kamera"]),
  );
  expect(sheetsOf("other-chairs", "sign")).toHaveLength(4);
  // Two of its activities work in groups.
  const signs = sheetsOf("setback-lab", "sign").map(({ layout }) => JSON.stringify(layout));
  expect(new Set(signs).size).toBe(signs.length);
});

it("asks before and after on one slip, and has none for the second asking", () => {
  const twice = sheetsOf("other-chairs", "slips").filter(
    ({ layout }) => layout.is === "slips" && layout.times.length > 0,
  );
  expect(twice.map(({ layout }) => layout)).toMatchObject([{ times: ["Vorher", "Nachher"] }]);
});

it("asks on cards that are typed in for nothing that stays with its writer", () => {
  const prompts = (id: string) =>
    sheetsOf(id, "blanks").map(({ layout }) => layout.is === "blanks" && layout.prompt);
  // The strict line is one's own, and so is what happened: the answer and the lesson are shared.
  expect(prompts("series-4").join("\n")).not.toMatch(/streng|hart/i);
  expect(prompts("setback-lab").join("\n")).not.toContain("Was war geplant");
});

it("has paper for everybody", () => {
  for (const { copies, layout } of packOf("other-chairs").sheets) {
    const perSheet = "perSheet" in layout ? layout.perSheet : 1;
    if (layout.is === "blanks" || layout.is === "slips" || layout.is === "form") {
      expect(copies * perSheet).toBeGreaterThanOrEqual(PEOPLE);
      expect((copies - 1) * perSheet).toBeLessThan(PEOPLE);
    }
  }
});

it("is the same for the same plan", () => {
  expect(packOf("setback-lab")).toEqual(packOf("setback-lab"));
});
