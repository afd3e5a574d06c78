import { collectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { textsFor } from "@/lib/activities/collect/simulated-texts";
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

/** Second cards begin where those of ten people end. */
const SECOND_CARDS_FROM = 10;

export function* simulateCollect(person: Person, scene: Scene<CollectSettings>): Simulation {
  if (scene.phase === "write") yield* write(person, scene);
  if (scene.phase === "cluster" && scene.settings.roomSorts)
    yield* sortOne(person, scene.cards, collectRecord.parse(scene.record));
  if (scene.phase === "vote") {
    const { themes } = collectRecord.parse(scene.record);
    const { key, settings } = scene;
    yield* simulatedDots(person, { slot: `${key}/dots`, n: settings.dots, on: themes });
  }
}

/** One card each, a second one from every fourth; of columns that take one each, some of them. */
function* write(person: Person, { key, settings }: Scene<CollectSettings>): Simulation {
  const { number } = person;
  const { itemLimit, columns, columnLimit, characterLimit } = settings;
  const known = textsFor(settings);
  const numbers = [number];
  if (number % 4 === 0) numbers.push(SECOND_CARDS_FROM + number / 4);
  // Where each column asks for one, most people fill more than one.
  const perColumn = columns.length > 0 && columnLimit === 1;
  if (perColumn && number % 4 !== 0) numbers.push(SECOND_CARDS_FROM + number);
  for (const [card, text] of numbers.slice(0, itemLimit).entries()) {
    const slot = `${key}/${card}`;
    const column = columns[(number + card) % Math.max(1, columns.length)];
    yield {
      type: "submitCard",
      ...secretsOf(person, slot),
      revision: revisionOf(person, slot),
      text: written(person, textAt(known, text), characterLimit),
      attributes: column ? { column: column.key } : {},
      // What simulated people say of cases answers the plan's own, so these stay the cases.
      mayBeCase: false,
      mayBeQuoted: number % 2 === 0,
    };
  }
}
