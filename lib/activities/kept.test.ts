import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { kindOf } from "@/lib/activities/kinds";
import { registry } from "@/lib/activities/registry";
import { readPlan } from "@/lib/session/stored";
import { upcast, versioned } from "@/lib/upcast";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

/** What a kind's `kept.ts` exports beside names of slots, as far as this test looks at it. */
const stated = z.looseObject({
  kind: z.string(),
  phase: z.string(),
  nothing: z.record(z.string(), z.unknown()),
  content: z.custom<z.ZodMiniType>((value) => value instanceof z.ZodMiniType),
  upcasts: z.array(
    z.custom<Parameters<typeof upcast>[1][number]>((each) => each instanceof Function),
  ),
});

const withKept = registry.flatMap(({ name }) =>
  existsSync(join(import.meta.dirname, name, "kept.ts")) ? [name] : [],
);

/** All ready-made plans, and one of an earlier release with what none of them has: a vote on themes. */
const recorded = join(import.meta.dirname, "../session/recorded/v2/dots-and-own-lines.json");
const { plan } = z.object({ plan: z.unknown() }).parse(JSON.parse(readFileSync(recorded, "utf8")));

const phasesOf = (name: string) =>
  [...workshops, ...singleActivities, readPlan(plan)].flatMap(({ activities }) => {
    const ofItsKind = activities.filter(({ kind }) => kind === name);
    return ofItsKind.flatMap(({ key, settings }) =>
      kindOf(name)
        .instantiate(settings, { key, ofItsKind })
        .phases.map((phase) => phase.name),
    );
  });

test.each(withKept)(
  "what phones keep of %s is its own, and reads while nothing is there",
  async (name) => {
    const exported = Object.values(
      z.record(z.string(), z.unknown()).parse(await import(`./${name}/kept.ts`)),
    );
    const all = exported
      .filter((each) => typeof each === "object")
      .map((each) => stated.parse(each));
    expect(all.length).toBeGreaterThan(0);
    for (const { kind, phase, content, nothing, upcasts } of all) {
      expect(kind).toBe(name);
      // A kind that no workshop has yet has no phases here.
      if (phasesOf(name).length > 0) expect(phasesOf(name)).toContain(phase);
      expect(content.safeParse(upcast(versioned(nothing, upcasts), upcasts))).toEqual({
        success: true,
        data: nothing,
      });
    }
  },
);
