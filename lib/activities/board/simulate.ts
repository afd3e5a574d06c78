import { boardRecord } from "@/lib/activities/board/record";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { demoNotes } from "@/lib/activities/board/simulated-texts";
import { simulatedDots } from "@/lib/activities/simulated-dots";
import { sortOne } from "@/lib/activities/simulated-sorting";
import {
  type Person,
  revisionOf,
  type Scene,
  type Simulation,
  secretsOf,
  textAt,
  written,
} from "@/lib/activities/simulation";

/** Second notes begin where those of ten people end. */
const SECOND_NOTES_FROM = 10;

export function* simulateBoard(person: Person, scene: Scene<BoardSettings>): Simulation {
  if (scene.phase === "add") yield* write(person, scene);
  if (scene.phase === "group" && scene.settings.roomSorts) {
    yield* sortOne(person, scene.cards, boardRecord.parse(scene.record));
  }
  if (scene.phase === "vote") {
    const { key, settings, cards } = scene;
    yield* simulatedDots(person, { slot: `${key}/dots`, n: settings.dots, on: cards });
  }
}

/** One note each, and a second one in another zone by most. */
function* write(person: Person, { key, settings }: Scene<BoardSettings>): Simulation {
  const { number } = person;
  const { zones, itemLimit, characterLimit } = settings;
  const numbers = number % 4 === 3 ? [number] : [number, SECOND_NOTES_FROM + number];
  for (const [note, text] of numbers.slice(0, itemLimit).entries()) {
    const slot = `${key}/${note}`;
    const zone = zones[(number + note) % zones.length];
    // Two of them in a single zone might be more than it takes of one person.
    if (!zone || (note > 0 && zones.length === 1)) continue;
    yield {
      type: "submitCard",
      ...secretsOf(person, slot),
      revision: revisionOf(person, slot),
      text: written(person, textAt(demoNotes, text), characterLimit),
      attributes: { zone: zone.key },
      mayBeQuoted: number % 2 === 0,
    };
  }
}
