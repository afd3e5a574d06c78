import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { readyActivities } from "@/lib/workshops/activities/registry";

/** Rows of the tables in docs/sources.md, as their cells. */
const listed = readFileSync("docs/sources.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** "Kluger and DeNisi (1996)", "Sheeran and others 2024": by whom first, and when. */
const NAMED = /(\p{Lu}[\p{L}-]+)(?: and [\p{L}-]+)? \(?(\d{4})/gu;

/** "Barlow, Wrosch & McGrath (2020). Goal adjustment": by whom first, when, and how its title begins. */
const PUBLISHED = /^([\p{L}-]+)[^(]*\((\d{4})\)\. ([^.?:]+)/u;

const published = (source: string): [author: string, year: string, title: string] => {
  const [, author, year, title] = PUBLISHED.exec(source) ?? [];
  if (!author || !year || !title) throw new Error(`${source} is no publication`);
  return [author, year, title];
};

test.each(readyActivities.map(({ activity }) => activity))(
  "$key names what it rests on, and nothing else",
  ({ evidence, sources }) => {
    const named = [...(evidence?.en ?? "").matchAll(NAMED)].map(([, who, when]) => [who, when]);
    expect(named).toEqual(sources.map((source) => published(source).slice(0, 2)));
    expect(evidence?.en, "where that ends").toMatch(/Limit: /);
  },
);

test.each(readyActivities.map(({ activity }) => activity))(
  "docs/sources.md says of each publication that $key rests on it",
  ({ title, sources }) => {
    for (const source of sources) {
      const [author, year, called] = published(source);
      const row = listed.find(
        ([, cell = ""]) =>
          cell.startsWith(author) && cell.includes(`(${year})`) && cell.includes(called),
      );
      expect(row?.[0], source).toContain(title.en);
    }
  },
);

test.each(seedHelpContacts)(
  "docs/sources.md says where $key was seen, and when it was checked",
  ({ country, label, phone, lastChecked }) => {
    const row = listed.find(([, , number]) => number === phone.replaceAll("\u00a0", " "));
    expect(row?.slice(0, 2)).toEqual([country, label.de]);
    expect(row?.[4]).toBe(lastChecked ?? "not yet");
  },
);

test.each(["DE", "AT"])("%s has help for discrimination", (from) => {
  const keys = seedHelpContacts.filter(({ country }) => country === from).map(({ key }) => key);
  expect(keys).toContain(`${from.toLowerCase()}-discrimination`);
});
