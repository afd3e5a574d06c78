import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import {
  advanceTo,
  begin,
  handIn,
  type Node,
  openSession,
  openStage,
} from "@/server/testing/workshop";

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

export type Card = Awaited<ReturnType<typeof handIn>> & { text: string };

export interface Room {
  facilitator: LiveClient;
  stage: LiveClient;
  phones: LiveClient[];
  /** A phone more, as a planted one or somebody's second one. */
  anotherPhone(): Promise<LiveClient>;
  /** Goes there, and waits until everybody is. */
  to(activity: string, phase: string): Promise<void>;
  /** One card of each of these phones, with words that say whose it is. */
  write(phones: readonly LiveClient[], what?: string): Promise<Card[]>;
  /** The facilitators' id of a card that they see under review, or revealed. */
  idOf(card: Card): Promise<string>;
}

/** A room that has begun, with so many phones, a facilitator and a stage. */
export async function openRoom(
  node: Node,
  account: { id: string; cookie: string },
  people: number,
  open: { close(): void }[],
): Promise<Room> {
  const { id, facilitator } = await openSession(node, account);
  const stage = await openStage(node, { account, id });
  const anotherPhone = async () => {
    const phone = await connectClient(node.url, {
      role: "participant",
      session: id,
      device: randomId(),
    });
    open.push(phone);
    return phone;
  };
  const phones = await Promise.all(Array.from({ length: people }, anotherPhone));
  open.push(facilitator, stage);
  // The first count is made at once, whenever that is: it must be over before anything is tried.
  await facilitator.until((view) => view.people?.joined === people);
  await begin(facilitator);
  const everybody = [facilitator, stage, ...phones];
  return {
    facilitator,
    stage,
    phones,
    anotherPhone,
    async to(activity, phase) {
      await advanceTo(facilitator, activity, phase);
      await Promise.all(
        everybody.map((each) =>
          each.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
        ),
      );
    },
    write: (by, what = "Karte") =>
      Promise.all(
        by.map(async (phone) => {
          const text = `${what} von Nummer ${phones.indexOf(phone)}`;
          const card = await handIn(phone, text);
          if (!card.acknowledged.ok) throw new Error(`${text}: ${card.acknowledged.code}`);
          return { ...card, text };
        }),
      ),
    idOf: ({ text }) =>
      facilitator.until(({ review = {}, cards }) => {
        const seen = [...Object.values(review), ...Object.values(cards)];
        return seen.find((each) => each.text === text)?.id;
      }),
  };
}

/** Everything that a client was sent of these records since a moment, without ids and clocks. */
export function toldBy(client: LiveClient, since: number, records: readonly string[]): Told {
  return client.frames.slice(since).flatMap((text) => {
    const frame: { set?: object; records?: object } = JSON.parse(text);
    return Object.entries(frame.set ?? frame.records ?? {})
      .filter(([path]) => records.some((name) => path === name || path.startsWith(`${name}/`)))
      .map(([path, record]) => [path.split("/")[0], withoutChance(record)]);
  });
}

/** Random ids and hashes, deadlines and the like differ between any two rooms. */
function withoutChance(record: unknown): unknown {
  const text = JSON.stringify(record)
    .replaceAll(/"[0-9a-f]{32,64}"/g, '"…"')
    .replaceAll(/\b1[0-9]{12}\b/g, "0");
  return JSON.parse(text);
}
