import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { replay, seenIn } from "@/lib/session/recorded/recording";
import { initialState } from "@/lib/session/state";
import { readEvent, readHeading, readPlan, storedEvent, storedPlan } from "@/lib/session/stored";
import { type SummaryFacts, summarise } from "@/lib/session/summarise";
import { readKeptSummary } from "@/lib/summary/stored";

/** What every release has stored is read by this one (docs/decisions/0025). */

const recording = z.object({
  plan: z.unknown(),
  events: z.array(z.unknown()),
  summary: z.unknown(),
  seen: z.array(z.unknown()),
});

const here = import.meta.dirname;

const recordings = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: release }) =>
    readdirSync(join(here, release)).map((file) => {
      const stored = recording.parse(JSON.parse(readFileSync(join(here, release, file), "utf8")));
      return { name: `${release}/${basename(file, ".json")}`, ...stored };
    }),
  );

const facts: Omit<SummaryFacts, "language"> = {
  day: "2026-11-26",
  joined: 8,
  takeaway: "",
  contacts: seedHelpContacts,
};

/** What people wrote, as the driver marks it. */
const writtenIn = (summary: unknown): Set<string> =>
  new Set(JSON.stringify(summary)?.match(/«[^»]*»/g) ?? []);

describe.each(recordings)("a session recorded as $name", (stored) => {
  it("shows each audience what it showed then, phase by phase", () => {
    // What a later release knows beside it is its own.
    expect(seenIn(stored)).toMatchObject(stored.seen);
  });

  // From before scripts had phases, where the upcast has to know a line for each.
  it.runIf(stored.name.startsWith("v1/"))("has something to say in every phase", () => {
    for (const { template, instance } of initialState(readPlan(stored.plan)).activities) {
      const said = Object.keys(template.script.phases);
      expect(said, template.key).toEqual(
        expect.arrayContaining(instance.phases.map(({ name }) => name)),
      );
    }
  });

  // From before activities had them.
  it.runIf(/^v[12]\//.test(stored.name))("has no notes and one size, as it had none then", () => {
    for (const activity of readPlan(stored.plan).activities) {
      const none = { contentNote: null, optOut: null, evidence: null, sizes: [] };
      expect(activity).toMatchObject(none);
    }
  });

  it("says what it is in lists", () => {
    const { templateId, title, language, address, minutes } = readPlan(stored.plan);
    expect(readHeading(stored.plan)).toEqual({
      ...{ templateId, title, language, address, minutes },
    });
    expect(readHeading({ title, language, address, minutes: "many" })).toMatchObject({ title });
  });

  it("is the same when this release stores it again", () => {
    const plan = readPlan(stored.plan);
    expect(readPlan(asJson(storedPlan(plan)))).toEqual(plan);
    const state = initialState(plan);
    for (const event of stored.events) {
      const read = readEvent(event, state);
      expect(readEvent(asJson(storedEvent(read, state)), state)).toEqual(read);
    }
  });

  it.runIf(stored.summary !== null)("is summarised, with what people wrote in it then", () => {
    const kept = readKeptSummary(stored.summary);
    const state = replay(stored);
    for (const language of ["de", "en"] as const) {
      const now = summarise(state, { ...facts, language });
      expect([...writtenIn(now)]).toEqual(expect.arrayContaining([...writtenIn(kept?.[language])]));
      const agenda = now.sections.find(({ key }) => key === "agenda");
      // What a later release knows beside it is its own.
      expect(agenda).toMatchObject(
        kept?.[language].sections.find(({ key }) => key === "agenda") ?? {},
      );
    }
  });
});

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it("finds recordings of the first release", () => {
  expect(recordings.map(({ name }) => name)).toContain("v1/full");
});
