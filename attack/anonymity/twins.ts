import type { Room } from "@/attack/anonymity/room";
import type { LiveClient } from "@/server/simulated/live-client";

/**
 * Answers and refusals are a way out like frames, and so is every number. A trial plays the same room
 * twice; the twins differ in one thing that nobody may learn. Whoever is attacking writes down what
 * they are told. The two accounts must be equal, word for word.
 */
export interface Trial {
  name: string;
  people: number;
  play(room: Room, happens: boolean): Promise<Told>;
}

/** What the attacker was told, in order. */
export type Told = unknown[];

/** Everything that is about an activity, and what is told as one is left. */
const ALL = ["session", "news", "planned", "activity", "cards", "review", "consents", "replies"];
/** Beside it what only facilitators get; counts of people come by themselves. */
const RECORDS: ReadonlySet<string> = new Set([...ALL, "facilitator"]);

/** From now on. The function says what these clients were sent since, one client after the other. */
export function listenTo(clients: readonly LiveClient[]): () => Told {
  const since = new Map(clients.map((each) => [each, each.frames.length]));
  return () =>
    [...since].flatMap(([{ frames }, from]) =>
      frames.slice(from).flatMap((text) => {
        const frame: { set?: object; records?: object } = JSON.parse(text);
        return Object.entries(frame.set ?? frame.records ?? {}).flatMap(([path, record]) => {
          const [name = ""] = path.split("/");
          return RECORDS.has(name) ? [[name, withoutChance(JSON.stringify(record))]] : [];
        });
      }),
    );
}

/**
 * Text without ids and moments, which are chance's and nobody's doing: the same for two rooms that are told
 * apart by nothing.
 */
export const withoutChance = (text: string): string =>
  text.replaceAll(/\b[0-9a-f]{32,64}\b/g, "id").replaceAll(/\b1\d{12}\b/g, "0");
