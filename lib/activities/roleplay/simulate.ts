import { isWriting } from "@/lib/activities/roleplay/pads";
import { DE_ROLE, roundStepAt } from "@/lib/activities/roleplay/phases";
import { roleplayRecord } from "@/lib/activities/roleplay/record";
import { padName, type RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { simulatedLines, simulatedRows } from "@/lib/activities/roleplay/simulated-texts";
import {
  type PadWriting,
  type Person,
  revisionOf,
  type Scene,
  type Simulation,
  secretsOf,
  textAt,
  written,
} from "@/lib/activities/simulation";
import { PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";

/** Everybody sits down; where lines are written each has one a round, and before an empty chair some share one. */
export function* simulateRoleplay(person: Person, scene: Scene<RoleplaySettings>): Simulation {
  const { key, phase, settings } = scene;
  const isOver = phase === DE_ROLE || settings.debrief.some((each) => each.key === phase);
  if (isOver) return;
  const seat = `${key}/seat`;
  yield { type: "takeSeat", revision: revisionOf(person, seat), remote: false };
  if (phase === "intro") yield* help(person, scene);
  yield* line(person, scene);
}

/** In turn one or two entries into the sheet of whichever group they sit in. */
export function simulateSheet(
  person: Person,
  { phase, record }: Scene<RoleplaySettings>,
): PadWriting | null {
  if (!isWriting(phase)) return null;
  const entryIn = (column: PadColumn, number: number) => ({
    column,
    text: written(person, textAt(simulatedRows[column], number), PAD_ENTRY_CHARACTERS_MAX),
  });
  const { number } = person;
  const first = PAD_COLUMNS[number % PAD_COLUMNS.length] ?? "guess";
  return {
    anyOf: roleplayRecord.parse(record).groups.map(({ letter }) => padName(letter)),
    entries: [entryIn(first, number), ...(first === "guess" ? [entryIn("ask", number)] : [])],
  };
}

function* help(person: Person, { key, settings: { source } }: Scene<RoleplaySettings>): Simulation {
  if (source.from !== "own") return;
  const chosen = source.help[person.chance.int(0, source.help.length)];
  const revision = revisionOf(person, `${key}/help`);
  if (chosen) yield { type: "pickHelp", revision, help: chosen.key };
}

function* line(
  person: Person,
  { key, phase, settings, record }: Scene<RoleplaySettings>,
): Simulation {
  const step = roundStepAt(settings, phase);
  const { roundMode, round } = roleplayRecord.parse(record);
  if (step?.step.key !== "play" || roundMode === "spoken" || round !== step.round) return;
  if (roundMode === "emptyChair" && (round > 1 || person.number % 2 === 0)) return;
  const text = simulatedLines[(person.number + round) % simulatedLines.length];
  if (!text) return;
  const slot = `${key}/line${round}`;
  yield {
    type: "submitCard",
    ...secretsOf(person, slot),
    revision: revisionOf(person, slot),
    text: written(person, text, settings.characterLimit),
    attributes: { round: String(round), role: null },
  };
}
