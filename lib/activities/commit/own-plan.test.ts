import { describe, expect, it, test } from "vitest";
import { formOf, type OwnPlan, ownPlan, sharedOf } from "@/lib/activities/commit/kept";
import { commit } from "@/lib/activities/commit/kind";
import { daysAfter, remindersUpTo, todayOn } from "@/lib/activities/commit/own-days";
import { commitEvent, commitSettings } from "@/lib/activities/commit/schema";
import { sentenceOf } from "@/lib/activities/commit/sentence";
import { takenOf } from "@/lib/activities/commit/use-own-plan";
import { contentOf, withContent } from "@/lib/activities/kept";
import { upcast } from "@/lib/upcast";
import type { Words } from "@/lib/words";
import { fourWeeks } from "@/lib/workshops/activities/four-weeks";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { wentWellElsewhere } from "@/lib/workshops/activities/went-well-elsewhere";

const german = { textOf: ({ de = "" }: Words) => de, locale: "de" as const };
const english = { textOf: ({ en = "" }: Words) => en, locale: "en" as const };
const TODAY = "2026-11-27";

const settings = {
  ifThen: commitSettings.parse(ifThen.activity.settings),
  story: commitSettings.parse(wentWellElsewhere.activity.settings),
  fourWeeks: commitSettings.parse(fourWeeks.activity.settings),
};

const written = (of: keyof typeof settings, fields: Record<string, string>): OwnPlan => ({
  ...ownPlan.nothing,
  fields,
  form: formOf(settings[of]),
});

const NAMES = ["when", "then", "by"];

/** By name: an object with a `then` of its own would be taken for a promise. */
const planned = (...parts: readonly string[]): Record<string, string> =>
  Object.fromEntries(NAMES.map((name, at) => [name, parts[at] ?? ""]));

const said = (plan: OwnPlan, words: typeof german | typeof english = german) =>
  takenOf(plan, words, TODAY)
    .step?.sentence.map(({ text }) => text)
    .join("")
    .replaceAll("\u00a0", " ");

describe("a sentence out of fields", () => {
  it("says what stands in brackets where its field is filled in", () => {
    const fields = { a: "eins", b: "" };
    const text = (template: string) =>
      sentenceOf(template, fields)
        ?.map((piece) => piece.text)
        .join("") ?? null;
    expect(text("Heute {a}.[ Morgen {b}.]")).toBe("Heute eins.");
    expect(text("Heute {a}.[ Noch einmal {a}.]")).toBe("Heute eins. Noch einmal eins.");
    expect(text("Heute {b}.")).toBeNull();
    // What is no field stays as somebody wrote it.
    expect(text("Heute {c} und {a}.")).toBe("Heute {c} und eins.");
  });

  it("keeps what leads in apart from what is one's own, whatever that looks like", () => {
    expect(sentenceOf("Wenn {a}.", { a: "[x] {a}" })).toEqual([
      { text: "Wenn ", isHinge: true },
      { text: "[x] {a}", isHinge: false },
      { text: ".", isHinge: true },
    ]);
  });
});

describe("what one takes along", () => {
  it("is the plan of #5, with its date or without", () => {
    const fields = planned("ich Kaffee hole,", "schreibe ich Ayla.");
    expect(said(written("ifThen", fields))).toBe("Wenn ich Kaffee hole, dann schreibe ich Ayla.");
    expect(said(written("ifThen", { ...fields, by: "2026-12-04" }))).toBe(
      "Wenn ich Kaffee hole, dann schreibe ich Ayla. Bis 4. Dezember 2026.",
    );
    expect(said(written("ifThen", { when: "ich Kaffee hole" }))).toBeUndefined();
  });

  it("is the practice of #14 with four weekly reminders", () => {
    const fields = {
      ...{ skill: "um etwas Kleines bitten", when: "jeden Dienstag", with: "Ayla" },
      ...{ notice: "ich zögere weniger", by: "2026-12-25" },
    };
    expect(said(written("fourWeeks", fields))).toBe(
      "Bis 25. Dezember 2026 übe ich eines: um etwas Kleines bitten, jeden Dienstag, mit Ayla. Ich merke es daran: ich zögere weniger.",
    );
    expect(said(written("fourWeeks", { ...fields, with: "", notice: "" }), english)).toBe(
      "Until 25 December 2026 I practise one thing: um etwas Kleines bitten, jeden Dienstag.",
    );
    expect(takenOf(written("fourWeeks", fields), german, TODAY).step?.days).toEqual([
      ...["2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"],
    ]);
  });

  it("is the story of #10, what was left empty left out", () => {
    const story = written("story", { what: "Fahrrad repariert", how: " ", use: "beim Anruf" });
    expect(takenOf(story, german, TODAY)).toEqual({
      step: null,
      notes: [
        { prompt: "Was ist gelungen?", text: "Fahrrad repariert" },
        { prompt: "Wo hilft das beim nächsten Kontakt?", text: "beim Anruf" },
      ],
    });
  });
});

describe("days", () => {
  it("are counted on, over months and clocks", () => {
    expect(daysAfter("2026-02-27", 28)).toBe("2026-03-27");
    expect(daysAfter("2026-10-24", 2)).toBe("2026-10-26");
    expect(daysAfter("", 1)).toBe("");
    expect(todayOn(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });

  it("of reminders are those still to come, and in any case the last", () => {
    expect(remindersUpTo("2026-12-07", 4, TODAY)).toEqual(["2026-11-30", "2026-12-07"]);
    expect(remindersUpTo("2026-11-20", 4, TODAY)).toEqual(["2026-11-20"]);
    expect(remindersUpTo("", 4, TODAY)).toEqual([]);
  });
});

describe("what is shared", () => {
  const plan = written("fourWeeks", { skill: "um etwas Kleines bitten" });

  it("is the offer that was chosen, if somebody wants to, and never words of one's own", () => {
    const chosen = { ...plan, chosen: { skill: "small-request" } };
    expect(sharedOf(settings.fourWeeks, chosen)).toEqual([]);
    expect(sharedOf(settings.fourWeeks, { ...chosen, shares: true })).toEqual(["small-request"]);
    const own = { ...plan, shares: true, chosen: { skill: "" } };
    expect(sharedOf(settings.fourWeeks, own)).toEqual([]);
  });

  it("is what was ticked where there are steps", () => {
    expect(sharedOf(settings.ifThen, { ...plan, steps: ["thank"] })).toEqual(["thank"]);
  });
});

describe("what was stored before", () => {
  /** As the releases until 2026-11-27 stored it. */
  const before = {
    fields: [
      { key: "when", label: { de: "Wenn" }, placeholder: null, input: "text", required: true },
      { key: "then", label: { de: "dann" }, placeholder: null, input: "text", required: true },
      { key: "by", label: { de: "bis" }, placeholder: null, input: "date", required: true },
    ],
    examples: [{ trigger: { de: "es klingelt" }, step: { de: "hebe ich ab" } }],
    genericSteps: [{ key: "thank", label: { de: "Danke sagen" } }],
  };

  test.each([before, { ...before, checks: [{ de: "Klein genug?" }], version: 2 }])(
    "settings read as the same plan (P187)",
    (stored) => {
      const read = commitSettings.parse(upcast(stored, commit.upcasts.settings));
      expect(read.examples).toEqual([
        [
          { field: "when", text: { de: "es klingelt" } },
          { field: "then", text: { de: "hebe ich ab" } },
        ],
      ]);
      const plan = { ...ownPlan.nothing, form: formOf(read) };
      const fields = planned("es klingelt", "hebe ich ab", "2026-12-04");
      expect(said({ ...plan, fields })).toBe(
        "Wenn es klingelt, dann hebe ich ab. Bis 4. Dezember 2026.",
      );
      expect(read).toMatchObject({ weeks: 1, sharedField: null, button: null, pairTask: null });
    },
  );

  test("events of both versions read", () => {
    const first = { type: "finishedCounted", finished: 9, steps: { thank: 7, event: 1 } };
    const read = commitEvent.parse(upcast(first, commit.upcasts.events));
    expect(read).toEqual({ ...first, other: 0 });
  });

  test("a plan that a device kept reads and prints as before (P187)", () => {
    const entry = {
      ...withContent(ownPlan, undefined, ownPlan.nothing),
      content: {
        ...{ fields: planned("es klingelt", "hebe ich ab"), steps: [] },
        ...{ finished: true, version: 1 },
      },
    };
    const plan = contentOf(ownPlan, entry);
    expect(plan).toMatchObject({ chosen: {}, shares: false });
    expect(said(plan)).toBe("Wenn es klingelt, dann hebe ich ab.");
    expect(said(plan, english)).toBe("If es klingelt, then hebe ich ab.");
  });
});
