import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kindOf } from "@/lib/activities/kinds";
import { registry } from "@/lib/activities/registry";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

/**
 * What a phone keeps of a kind is stated in the kind's folder: nothing here names a kind, or a command or a
 * phase of one. Handing in and taking back a card is what kinds with cards share.
 */
const OF_CARDS: ReadonlySet<string> = new Set(["submitCard", "withdrawCard"]);

const here = import.meta.dirname;
const files = readdirSync(here).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
/** They name what earlier releases have written, as it was called then. */
const isOfEarlier = (file: string) => file.endsWith("upcasts.ts");

const phases = [...workshops, ...singleActivities].flatMap(({ activities }) =>
  activities.flatMap(({ key, kind, settings }) => {
    const ofItsKind = activities.filter((each) => each.kind === kind);
    return kindOf(kind)
      .instantiate(settings, { key, ofItsKind })
      .phases.map(({ name }) => name);
  }),
);
const names = [
  ...registry.flatMap(({ name, commands }) => [name, ...Object.keys(commands)]),
  ...phases,
].filter((name) => !OF_CARDS.has(name));

/** Names that stand in a file as a text of their own, or at the end of a path; what documents are made of is no kind's. */
function namedIn(file: string): string[] {
  const source = readFileSync(join(here, file), "utf8");
  return [...new Set(names)].filter((name) =>
    new RegExp(`(?<!@/lib/documents)["'\`/]${name}["'\`]`).test(source),
  );
}

it("names no kind, and no command or phase of one", () => {
  const named = files
    .filter((file) => !isOfEarlier(file))
    .flatMap((file) => namedIn(file).map((name) => `${file}: ${name}`));
  expect(named).toEqual([]);
});

it("would find one", () => {
  const named = files.filter(isOfEarlier).flatMap(namedIn);
  expect(named).toEqual(expect.arrayContaining(["scale", "castBallot", "vote"]));
});
