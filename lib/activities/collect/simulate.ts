import { collectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { textsFor } from "@/lib/activities/collect/simulated-texts";
import {
  type Person,
  revisionOf,
  type Scene,
  type Simulation,
  secretsOf,
  written,
} from "@/lib/activities/simulation";
import type { AllWords } from "@/lib/words";

/** Second cards begin where those of ten people end. */
const SECOND_CARDS_FROM = 10;

export function* simulateCollect(person: Person, scene: Scene<CollectSettings>): Simulation {
  if (scene.phase === "write") yield* write(person, scene);
  if (scene.phase === "cluster" && scene.settings.roomSorts) yield* sortOne(person, scene);
  if (scene.phase === "vote") yield* layDots(person, scene);
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

/** Moves a card into a theme, if there is one, or out of all. */
function* sortOne({ chance }: Person, { cards, record }: Scene<CollectSettings>): Simulation {
  const card = cards[chance.int(0, Math.max(1, cards.length))];
  if (!card) return;
  const { themes } = collectRecord.parse(record);
  const theme = themes[chance.int(0, themes.length + 1)];
  yield {
    type: "placeCards",
    cards: [{ id: card.id, to: theme?.id ?? null, before: null }],
  };
}

/** All dots, each on any theme: earlier ones are a little likelier to be liked. */
function* layDots(person: Person, { key, settings, record }: Scene<CollectSettings>): Simulation {
  const { themes } = collectRecord.parse(record);
  if (themes.length === 0) return;
  const any = () => person.chance.int(0, themes.length);
  const dots: Record<string, number> = {};
  for (let laid = 0; laid < settings.dots; laid += 1) {
    const theme = themes[Math.min(any(), any())];
    if (theme) dots[theme.id] = (dots[theme.id] ?? 0) + 1;
  }
  yield { type: "castDots", revision: revisionOf(person, `${key}/dots`), dots };
}

/** The text with this number; they repeat when there are more people than texts. */
function textAt(known: readonly AllWords[], number: number): AllWords {
  const text = known[number % known.length];
  if (!text) throw new Error("There are no texts to pick from");
  return text;
}
