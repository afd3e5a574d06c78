import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { collectSettings } from "@/lib/activities/collect/schema";
import { demoSetbacks } from "@/lib/activities/collect/simulated-texts";
import { commitSettings } from "@/lib/activities/commit/schema";
import { kindOf } from "@/lib/activities/kinds";
import { givenCasesOf, lensKeys, reframeSettings } from "@/lib/activities/reframe/schema";
import { demoReadings } from "@/lib/activities/reframe/simulated-texts";
import { scaleSettings } from "@/lib/activities/scale/schema";
import { heldActivities } from "@/lib/session/held-activities";
import { helpContact, seedHelpContacts } from "@/lib/session/help-contacts";
import { planProblems } from "@/lib/session/plan-check";
import { planTemplate } from "@/lib/session/plan-template";
import { inSize } from "@/lib/session/sizes";
import { inLongestSizes } from "@/lib/testing/longest";
import { countCharacters, countWords } from "@/lib/text";
import type { AllWords, Words } from "@/lib/words";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import {
  contentNote,
  groundRules,
  learningFormat,
  RULE_WORD_LIMIT,
} from "@/lib/workshops/parts/ground-rules";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

const registers = ["de", "deSie", "en"] as const;

/** What we write is there in both languages and both forms of address. */
const allWords = z.object({ de: z.string(), deSie: z.string(), en: z.string() });

const inRegister = (text: Words, register: (typeof registers)[number]): string =>
  allWords.parse(text)[register];

/** Everything in `value` that is a text, with the way to it; throws for one that lacks a wording. */
function wordsIn(value: unknown, path: string): [string, AllWords][] {
  if (typeof value !== "object" || value === null) return [];
  if ("de" in value || "en" in value) return [[path, allWords.parse(value)]];
  return Object.entries(value).flatMap(([key, child]) => wordsIn(child, `${path}.${key}`));
}

const everything = wordsIn(
  {
    workshops,
    readyActivities,
    singleActivities,
    groundRules,
    contentNote,
    learningFormat,
    seedHelpContacts,
    demoSetbacks,
    demoReadings,
  },
  "",
);

/** Texts of ours; demo contributions are in people's own voice and may quote "Sie" or "du". */
const ours = wordsIn(
  {
    ...{ workshops, readyActivities, singleActivities },
    ...{ groundRules, contentNote, learningFormat, seedHelpContacts },
  },
  "",
).filter(([path]) => !/\.(givenCases|cases)\./.test(path));

// "Ihr" with a capital is also the polite possessive; only the lower case is always du.
const duPronoun =
  /(?<!\p{L})([Dd](u|ich|ir)|[Dd]ein\p{L}*|ihr|[Ee](uch|uer)|[Ee]ure\p{L}*)(?!\p{L})/u;
const duVerb =
  /(?<!\p{L})(bist|hast|kannst|willst|magst|darfst|sollst|wirst|möchtest|weißt|brauchst|nimmst|stehst|habt|seid|könnt|wollt|möchtet|dürft|wisst)(?!\p{L})/u;
/** Commands to one or several people one says du to, at the start of a sentence. */
const duCommand =
  /(?<![\p{L}]\s)(?<!\p{L})(Bild|Bleib|Denk|Druck|Gib|Halt|Hol|Leg|Lies|Nimm|Plane|Red|Sag|Schau|Schreib|Sprich|Such|Überleg|Wähl|Bildet|Bleibt|Denkt|Gebt|Holt|Legt|Lest|Nehmt|Plant|Redet|Sagt|Schaut|Schreibt|Sprecht|Sucht|Wählt)(?!\p{L})/u;
const sieAddress = /(?<!\p{L})(Sie|Ihnen|Ihre|Ihrem|Ihren|Ihrer|Ihres)(?!\p{L})/u;

describe("a series", () => {
  const meetings = workshops.flatMap(({ series, ...plan }) =>
    series ? [{ ...plan, series }] : [],
  );
  const asking = (wanted: "keep" | "recall") =>
    meetings.flatMap(({ series: { part }, activities }) =>
      activities.flatMap(({ kind, settings }) => {
        const scale = kind === "scale" ? scaleSettings.parse(settings) : null;
        return scale?.series === wanted ? [{ part, items: scale.items }] : [];
      }),
    );

  test("asks again at its last meeting what its first one keeps", () => {
    const [kept, ...others] = asking("keep");
    expect(others).toEqual([]);
    expect(kept?.part).toBe(1);
    expect(asking("recall")).toEqual([{ part: 4, items: kept?.items }]);
  });

  test.each(meetings)("$id can be held without an earlier meeting", (meeting) => {
    const alone = heldActivities(meeting, false);
    expect(planProblems({ ...meeting, activities: alone })).toEqual([]);
    expect(alone.map(({ key }) => key)).toEqual(meeting.activities.map(({ key }) => key));
    const recalls = alone.filter(({ settings }) => settings.series === "recall");
    expect(recalls).toEqual([]);
    expect(heldActivities(meeting, true)).toEqual(meeting.activities);
  });
});

describe.each([...workshops, ...singleActivities])("the plan $id", (workshop) => {
  const { activities } = workshop;

  test("is a valid plan", () => {
    expect(planTemplate.parse(workshop)).toEqual(workshop);
  });

  test.each(activities)("$key: the phases share out its minutes", ({ minutes, phaseMinutes }) => {
    const shared = Object.values(phaseMinutes ?? {}).reduce((sum, each) => sum + each, 0);
    expect(shared).toBe(minutes);
  });

  test.each(activities)(
    "$key: every phase has its own line, in each size, and no other has one",
    (activity) => {
      const inEach = [activity, ...activity.sizes.map((size) => inSize(activity, size))];
      const phases = inEach.flatMap(({ key, kind, settings }) => {
        const ofItsKind = activities.filter((each) => each.kind === kind);
        return kindOf(kind)
          .instantiate(settings, { key, ofItsKind })
          .phases.map(({ name }) => name);
      });
      expect(new Set(Object.keys(activity.script.phases))).toEqual(new Set(phases));
      for (const register of registers) {
        const said = Object.values(activity.script.phases).map(({ say }) =>
          inRegister(say, register),
        );
        expect(new Set(said).size).toBe(new Set(phases).size);
      }
    },
  );

  test("can be held in all sizes, also in the longest of each", () => {
    const held = inLongestSizes(workshop);
    expect(planProblems(held)).toEqual([]);
    expect(held.minutes).toBeGreaterThanOrEqual(workshop.minutes);
  });

  test("asks the same questions before and after", () => {
    for (const { kind, settings } of activities) {
      if (kind !== "scale") continue;
      const { items, pairWith } = scaleSettings.parse(settings);
      const before = activities.find(({ key }) => key === pairWith);
      if (before) expect(scaleSettings.parse(before.settings).items).toEqual(items);
    }
  });

  test("brings along fictional cases that fit a card", () => {
    for (const { kind, settings } of activities) {
      const cases =
        kind === "reframe"
          ? givenCasesOf(reframeSettings.parse(settings).source)
          : kind === "collect"
            ? (collectSettings.parse(settings).caseFirst?.cases ?? [])
            : [];
      for (const { text } of cases) {
        for (const register of registers) {
          expect(countCharacters(inRegister(text, register))).toBeLessThan(201);
        }
      }
    }
  });
});

describe("first aid after a no", () => {
  const { activities } = firstAidAfterANo;

  test("takes half an hour", () => {
    expect(activities.map(({ minutes }) => minutes)).toEqual([3, 2, 7, 8, 2, 5, 3]);
    expect(firstAidAfterANo.minutes).toBe(30);
  });

  test("has at least three fictional cases, and all four lenses", () => {
    const reframe = activities.find((activity) => activity.kind === "reframe");
    const { source, lenses } = reframeSettings.parse(reframe?.settings);
    expect(givenCasesOf(source).length).toBeGreaterThanOrEqual(3);
    expect(lenses.map((lens) => lens.key)).toEqual([...lensKeys]);
  });

  test("requires a date in the plan and offers five or six generic steps", () => {
    const commit = activities.find((activity) => activity.kind === "commit");
    const { fields, genericSteps } = commitSettings.parse(commit?.settings);
    expect(fields.map((field) => field.key)).toEqual(["when", "then", "by"]);
    expect(fields.find((field) => field.key === "by")).toMatchObject({
      input: "date",
      required: true,
    });
    expect([5, 6]).toContain(genericSteps.length);
  });
});

test.each(registers)("the ground rules are short in %s", (register) => {
  for (const rule of groundRules) {
    expect(countWords(rule[register])).toBeLessThanOrEqual(RULE_WORD_LIMIT);
  }
});

describe("every text", () => {
  test("was found at all", () => {
    expect(ours.length).toBeGreaterThan(100);
    expect(everything.length).toBeGreaterThan(ours.length);
  });

  test("is complete and calm", () => {
    for (const [path, text] of everything) {
      for (const register of registers) {
        expect(text[register].trim(), path).toBe(text[register]);
        expect(text[register], path).not.toBe("");
        expect(text[register], path).not.toMatch(/[!\p{Extended_Pictographic}]/u);
        // The typefaces have no glyphs for these, and straight quotes are not ours.
        expect(text[register], path).not.toMatch(/["'≥≤→✓]|\.\.\./u);
        expect(text[register], path).not.toMatch(/ {2}|(?<!\u00a0)(?<=\S) …/u);
      }
    }
  });

  test("never calls it role-play: the word empties rooms", () => {
    for (const [path, text] of everything) {
      for (const register of registers) {
        expect(text[register], path).not.toMatch(/rollenspiel|role-?\s?play/iu);
      }
    }
  });

  test("closes the quotes of its own language", () => {
    for (const [path, text] of everything) {
      for (const german of [text.de, text.deSie]) {
        expect(german, path).not.toMatch(/”/u);
        expect(german.match(/„/gu)?.length, path).toBe(german.match(/“/gu)?.length);
      }
      expect(text.en, path).not.toMatch(/„/u);
      expect(text.en.match(/“/gu)?.length, path).toBe(text.en.match(/”/gu)?.length);
    }
  });

  test("keeps a number and its unit on one line", () => {
    for (const [path, text] of everything) {
      for (const register of registers) {
        expect(text[register], path).not.toMatch(/\d (Minuten|Tage|minutes|days)/u);
      }
    }
  });

  test("says du only in du, and Sie only in Sie", () => {
    for (const [path, text] of ours) {
      expect(text.de, path).not.toMatch(sieAddress);
      expect(text.deSie, path).not.toMatch(duPronoun);
      expect(text.deSie, path).not.toMatch(duVerb);
      expect(text.deSie, path).not.toMatch(duCommand);
    }
  });

  test("of private lines leaves it to the phone to say that they stay there", () => {
    for (const { activity } of readyActivities) {
      for (const { prompt } of activity.privateLines) {
        // On the card that somebody takes along it would be wrong.
        for (const register of registers) {
          expect(inRegister(prompt, register), activity.key).not.toMatch(/Gerät|device/u);
        }
      }
    }
  });

  test("is gender-neutral", () => {
    for (const [path, text] of ours) {
      for (const german of [text.de, text.deSie]) {
        expect(german, path).not.toMatch(
          /\p{L}[*:_]innen|\p{L}Innen|Teilnehmer(?!\p{L})|Moderator/u,
        );
      }
    }
  });
});

test("the patterns for address recognise what they are for", () => {
  for (const du of ["Was nimmst du mit?", "Denkt an euch.", "Wie könnt ihr …", "Schreib auf."]) {
    expect(duPronoun.test(du) || duVerb.test(du) || duCommand.test(du)).toBe(true);
  }
  for (const neutral of [
    "Schreiben Sie es auf.",
    "Sagen Sie es.",
    "Der Plan passt in die Tasche.",
  ]) {
    expect(duPronoun.test(neutral) || duVerb.test(neutral)).toBe(false);
  }
  expect(sieAddress.test("Ist das Ihre Karte?")).toBe(true);
});

describe("demo content", () => {
  test("has enough, and no two alike", () => {
    expect(demoSetbacks).toHaveLength(16);
    expect(demoReadings).toHaveLength(36);
    for (const register of registers) {
      const texts = [...demoSetbacks, ...demoReadings.map(({ text }) => text)];
      expect(new Set(texts.map((text) => text[register])).size).toBe(texts.length);
    }
  });

  test("fits the cards it is for", () => {
    for (const text of [...demoSetbacks, ...demoReadings.map((reading) => reading.text)]) {
      for (const register of registers) {
        expect(countCharacters(inRegister(text, register))).toBeLessThanOrEqual(200);
      }
    }
  });

  test("covers every given case and every lens", () => {
    const reframe = firstAidAfterANo.activities.find(({ kind }) => kind === "reframe");
    const { source } = reframeSettings.parse(reframe?.settings);
    const cases = givenCasesOf(source).map((given) => given.key);
    expect(new Set(demoReadings.map((reading) => reading.caseKey))).toEqual(new Set(cases));
    expect(new Set(demoReadings.map((reading) => reading.lens))).toEqual(new Set(lensKeys));
  });
});

test("help contacts are well-formed and start unchecked", () => {
  const contacts = z.array(helpContact).parse(seedHelpContacts);
  expect(new Set(contacts.map((contact) => contact.country))).toEqual(
    new Set(["DE", "AT", "CH", "EU"]),
  );
  for (const contact of contacts) {
    expect(contact.phone.replace(/\s/gu, "")).toBe(contact.dial);
    expect(contact.lastChecked).toBeNull();
  }
});
