import { randomInt } from "node:crypto";
import { kindOf } from "@/lib/activities/kinds";
import type { Chance, Person, RawCommand, Scene } from "@/lib/activities/simulation";
import type { SessionView } from "@/lib/session/view-schema";
import { hashSecret, randomId } from "@/server/rooms/chance";

const trueChance: Chance = { int: randomInt, secret: randomId };

/** A person as they come in: with nothing kept yet, and nothing of their own that `habits` doesn't say. */
export const newPerson = (
  habits: Pick<Person, "number" | "language"> & Partial<Person>,
): Person => ({ chance: trueChance, kept: new Map(), hash: hashSecret, ...habits });

/** What a phone shows of the current activity; null where there is none. */
export function sceneOf(view: SessionView | undefined): Scene<unknown> | null {
  if (!view?.planned || !view.activity) return null;
  const { key, settings } = view.planned;
  const { phase, record } = view.activity;
  return { key, settings, phase, record, cards: Object.values(view.cards) };
}

/**
 * The current activity as it is while its cards are written, now or in the first phase that takes any: what a phone then has
 * left to send it sends whenever it can. Null where the activity has no cards, or nobody has come to write yet.
 */
export function cardsSceneOf(view: SessionView | undefined): Scene<unknown> | null {
  const scene = sceneOf(view);
  if (!view?.planned || !scene || view.activity?.about.work === "before") return null;
  const { kind } = view.planned;
  const place = { key: scene.key, ofItsKind: [scene] };
  const { phases } = kindOf(kind).instantiate(scene.settings, place);
  const takingCards = phases.filter(({ takes }) => takes === "cards");
  const writing = takingCards.find(({ name }) => name === scene.phase) ?? takingCards[0];
  return writing ? { ...scene, phase: writing.name } : null;
}

/** Whether people have something to do now, or their phones: where there are seats they take one by themselves. */
export function takesPart(view: SessionView | undefined): boolean {
  if (!view?.planned || !view.activity) return false;
  return view.activity.about.takes !== null || kindOf(view.planned.kind).hasSeats;
}

/**
 * Does what this person does in a scene, one command after the other. `act` says what was replied, null
 * where the command was refused or there is nothing to say.
 */
export async function playScene(
  person: Person,
  kind: string,
  scene: Scene<unknown>,
  act: (command: RawCommand) => Promise<unknown>,
): Promise<void> {
  const simulation = kindOf(kind).simulate(person, scene);
  let step = simulation.next();
  while (!step.done) step = simulation.next(await act(step.value));
}

/**
 * The cards that the current activity asks each person for, one to a question, as somebody would hand them
 * in; none where it has no cards.
 */
export async function cardsAsked(
  view: SessionView | undefined,
  person: Person = newPerson({ number: 0, language: "de", wording: () => "" }),
): Promise<RawCommand[]> {
  const scene = cardsSceneOf(view);
  /** By what they carry besides their words, by which questions are told apart. */
  const cards = new Map<string, RawCommand>();
  if (!view?.planned || !scene) return [];
  await playScene(person, view.planned.kind, scene, async (card) => {
    // Whoever has a seat takes it as well.
    if (card.type === "submitCard") cards.set(JSON.stringify(card.attributes ?? null), card);
    return null;
  });
  return [...cards.values()];
}
