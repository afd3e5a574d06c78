import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { kindOf } from "@/lib/activities/kinds";
import { registry } from "@/lib/activities/registry";
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

/** What a witness says of settings with which all phases come up, as far as this test looks at it. */
const witnessed = z.object({
  witness: z.looseObject({
    whole: z.optional(
      z.custom<(settings: unknown, session: number) => object>((each) => each instanceof Function),
    ),
  }),
});

/** The phases of all ready-made activities of a kind, also with everything that their plans leave out. */
async function phasesOf(name: string): Promise<string[]> {
  const { witness } = witnessed.parse(await import(`./${name}/witness.ts`));
  return [...workshops, ...singleActivities].flatMap(({ activities }) => {
    const ofItsKind = activities.filter(({ kind }) => kind === name);
    return ofItsKind.flatMap(({ key, settings }) =>
      [settings, witness.whole?.(settings, 0) ?? settings].flatMap((each) =>
        kindOf(name)
          .instantiate(each, { key, ofItsKind })
          .phases.map((phase) => phase.name),
      ),
    );
  });
}

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
    const phases = await phasesOf(name);
    for (const { kind, phase, content, nothing, upcasts } of all) {
      expect(kind).toBe(name);
      // A kind that no workshop has yet has no phases here.
      if (phases.length > 0) expect(phases).toContain(phase);
      expect(content.safeParse(upcast(versioned(nothing, upcasts), upcasts))).toEqual({
        success: true,
        data: nothing,
      });
    }
  },
);
