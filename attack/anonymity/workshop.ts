import { openLobby, type Room } from "@/attack/anonymity/room";
import { pressedIn } from "@/attack/witnesses";
import type { Chance } from "@/lib/activities/simulation";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { newPerson, playScene, sceneOf, takesPart } from "@/server/simulated/person";
import type { OwnNode } from "@/server/testing/own-node";
import { handIn } from "@/server/testing/workshop";

/** One person's part in a workshop: of nothing that they do chance decides. */
export interface Part {
  /** What they answer where no words are asked for: as the simulated person with this number does. */
  number: number;
  /** The words of their cards, activity by activity. */
  cards: readonly (readonly string[])[];
  /** The words of the card that they vote for, where it is offered. */
  vote: string;
}

/** A card that was handed in, and the phone that it came from. */
export interface HandedIn {
  phone: LiveClient;
  edit: string;
}

export interface Happening {
  smallGroup?: boolean;
  /** What happens besides, by `activity/phase`, before people do what is asked of them there. */
  at?: Readonly<Record<string, (room: Room, cards: readonly HandedIn[]) => Promise<void>>>;
}

export interface Played {
  session: string;
  /** Everything that anybody received, by audience. */
  frames: { facilitator: readonly string[]; stage: readonly string[]; participants: string[] };
}

/** The same choice each time, another one for each number. */
const always = (number: number): Chance => ({
  int: (least, below) => least + (number % (below - least)),
  secret: randomId,
});

/** Plays the 30-minute workshop with these people, who come in this order, to its end. */
export async function playWorkshop(
  at: OwnNode,
  parts: readonly Part[],
  happening: Happening = {},
): Promise<Played> {
  const room = await openLobby(at);
  const { session, facilitator, stage, phones } = room;
  for (let number = 0; number < parts.length; number += 1) await room.join();
  const people = parts.map((part) =>
    newPerson({ number: part.number, language: "de", chance: always(part.number) }),
  );
  const everyone = (act: (phone: LiveClient, part: Part, number: number) => Promise<void>) =>
    Promise.all(parts.map((part, number) => phones[number] && act(phones[number], part, number)));
  const cards: HandedIn[] = [];
  let question = 0;
  await room.begin(happening.smallGroup);
  for (const { key, phases } of facilitator.view?.facilitator?.agenda ?? []) {
    for (const { name } of phases) {
      await room.to(key, name);
      const { about } = facilitator.view?.activity ?? {};
      if (about?.work === "before") {
        for (const command of pressedIn(facilitator.view, always(0)))
          await facilitator.act(command);
      }
      await happening.at?.[`${key}/${name}`]?.(room, cards);
      if (about?.takes === "cards") {
        await everyone(async (phone, part) => {
          for (const text of part.cards[question] ?? []) {
            const { edit } = await handIn(phone, text, { mayBeQuoted: true });
            cards.push({ phone, edit });
          }
        });
        question += 1;
      } else if (takesPart(facilitator.view)) {
        await everyone((phone, part, number) => answer(phone, part, people[number]));
      }
    }
  }
  await room.end();
  return {
    session,
    frames: {
      facilitator: facilitator.frames,
      stage: stage.frames,
      participants: phones.flatMap((phone) => phone.frames),
    },
  };
}

/** Does what the person does; where cards are offered they see but the one that they vote for. */
async function answer(
  phone: LiveClient,
  { vote }: Part,
  person: ReturnType<typeof newPerson> | undefined,
): Promise<void> {
  const scene = sceneOf(phone.view);
  if (!scene || !person) return;
  const textOf = (id: unknown) => phone.view?.cards[String(id)]?.text;
  await playScene(person, phone.view?.planned?.kind ?? "", scene, async (command) => {
    const answered = await phone.act(command);
    if (!answered.ok) return null;
    return JSON.parse(JSON.stringify(answered.reply ?? null), (_, value: unknown) =>
      Array.isArray(value) && value.every((id) => textOf(id) !== undefined)
        ? value.filter((id) => textOf(id) === vote)
        : value,
    );
  });
}
