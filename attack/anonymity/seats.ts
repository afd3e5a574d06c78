import * as z from "zod";
import type { Evidence } from "@/attack/anonymity/evidence";
import { halfOf, type Round } from "@/attack/anonymity/guess";
import { PLAYED } from "@/attack/anonymity/plan";
import { type RoleplayConsole, roleplayConsole } from "@/lib/activities/roleplay/record";

type Chairs = RoleplayConsole["groups"];

const framed = z.object({
  records: z.record(z.string(), z.unknown()).optional(),
  set: z.record(z.string(), z.unknown()).optional(),
});
const phased = z.object({ phase: z.string() });
const consoled = z.object({ ofKind: roleplayConsole });

/** Chairs are given out, with the role that each has in the first round, and nobody has got up yet. */
const GIVEN = "gather";

/** The groups as facilitators saw them when people found their chairs; none where there is no such frame. */
function chairsShown({ trace }: Evidence): Chairs {
  let phase = "";
  let groups: Chairs = [];
  for (const text of trace.frames.get("facilitator") ?? []) {
    const { records, set } = framed.parse(JSON.parse(text));
    const told = records ?? set ?? {};
    phase = phased.safeParse(told.activity).data?.phase ?? phase;
    const console = consoled.safeParse(told.facilitator).data?.ofKind;
    if (console && phase === GIVEN && console.groups.length > 0) groups = console.groups;
  }
  return groups;
}

const logged = z.object({
  row: z.object({
    seq: z.number(),
    event: z.object({
      activity: z.literal(PLAYED),
      event: z.object({
        type: z.literal("grouped"),
        groups: z.array(
          z.object({
            letter: z.string(),
            chairs: z.array(z.object({ id: z.string(), phone: z.boolean() })),
          }),
        ),
      }),
    }),
  }),
});

/** Numbers of chairs by group, as the log has them in the order that it lists them in: of the last time they were drawn. */
function chairsLogged({ rows }: Evidence): string[] {
  const drawn = rows
    .flatMap(({ row }) => logged.safeParse(row).data?.row ?? [])
    .sort((a, b) => b.seq - a.seq)
    .at(0);
  const groups = drawn?.event.event.groups ?? [];
  return groups.flatMap(({ letter, chairs }) => chairs.map(({ id }) => `${letter}/${id}`));
}

/**
 * Who sat where, as rounds: the "cards" are people with the order in which they came and sat down, which a room sees, and
 * the "author" of each is the chair. Everything that lists chairs is a line of them.
 */
export function seatsOf(all: readonly Evidence[]): Round[] {
  return all.map((evidence, number) => {
    const { seated, joined, session } = evidence.trace;
    const chairs = chairsShown(evidence).flatMap(({ letter, chairs: inGroup }) =>
      inGroup.flatMap(({ id, role, phone }, at) =>
        phone
          ? [{ chair: `${letter}/${role}`, id: `${letter}/${id}`, number: Number(id), at }]
          : [],
      ),
    );
    const log = chairsLogged(evidence);
    const lineBy = (place: (chair: (typeof chairs)[number]) => number) =>
      [...chairs].sort((a, b) => place(a) - place(b)).map(({ chair }) => chair);
    return {
      session,
      half: halfOf(number),
      cards: seated.map(({ who, chair, satAt }) => ({
        text: who,
        author: chair,
        facts: new Map<string, number>([
          ["sat down", satAt],
          ["joined", joined.indexOf(who)],
        ]),
      })),
      timelines: new Map([
        ["chairs as they are listed", lineBy((chair) => chairs.indexOf(chair))],
        ["numbers of chairs", lineBy((chair) => chair.number)],
        ["a chair of each group in turn", lineBy(({ at }) => at)],
        ["chairs in the log", lineBy(({ id }) => log.indexOf(id))],
      ]),
    };
  });
}
