import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import type { OwnNode } from "@/server/testing/own-node";
import { advanceTo, begin, handIn, openSession, openStage } from "@/server/testing/workshop";

/** A card as its author's phone knows it. */
export type Card = Awaited<ReturnType<typeof handIn>> & { text: string };

/** A room in which a test says what everybody does, one after the other. */
export type Room = Awaited<ReturnType<typeof openLobby>>;

/**
 * The lobby of a session on the test's own node, with its facilitator and a stage. `change` makes another plan
 * of the ready-made one.
 */
export async function openLobby(at: OwnNode, change?: Parameters<typeof openSession>[2]) {
  const { node } = at;
  const account = await at.account();
  const { id: session, facilitator } = await openSession(node, account, change);
  const stage = await openStage(node, { account, id: session });
  /** Those of the people in it, in the order in which they came. */
  const phones: LiveClient[] = [];
  const all = [facilitator, stage];
  /** A phone more, as a planted one or somebody's second one. */
  const anotherPhone = async () => {
    const shake = { role: "participant", session, device: randomId() } as const;
    const phone = await connectClient(node.url, shake);
    all.push(phone);
    return phone;
  };
  const close = () => {
    for (const each of all) each.close();
  };
  at.open.push({ close });
  return {
    ...{ session, facilitator, stage, phones, anotherPhone, close },
    /** Facilitator, stage and every phone. */
    everybody: (): readonly LiveClient[] => all,
    async join() {
      const phone = await anotherPhone();
      phones.push(phone);
      return phone;
    },
    /** Begins with everybody who is there. */
    async begin(smallGroup = false) {
      // Joined is what the summary prints. The first count must be over before anything is tried.
      await facilitator.until((view) => view.people?.joined === phones.length);
      await facilitator.send({ type: "chooseSmallGroup", on: smallGroup });
      await begin(facilitator);
    },
    /** Goes there, and waits until everybody is. */
    async to(activity: string, phase: string) {
      await advanceTo(facilitator, activity, phase);
      await Promise.all(
        all.map((each) =>
          each.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
        ),
      );
    },
    /** One card of each of these phones, with words that say whose it is. */
    write: (by: readonly LiveClient[], what = "Karte"): Promise<Card[]> =>
      Promise.all(
        by.map(async (phone) => {
          const text = `${what} von Nummer ${phones.indexOf(phone)}`;
          const card = await handIn(phone, text);
          if (!card.acknowledged.ok) throw new Error(`${text}: ${card.acknowledged.code}`);
          return { ...card, text };
        }),
      ),
    /** The facilitators' id of a card that they see under review, or revealed. */
    idOf: ({ text }: Pick<Card, "text">): Promise<string> =>
      facilitator.until(({ review = {}, cards }) => {
        const seen = [...Object.values(review), ...Object.values(cards)];
        return seen.find((each) => each.text === text)?.id;
      }),
    /** Ends the session; everybody hears of it and goes. */
    async end() {
      await facilitator.send({ type: "end" });
      await Promise.all(
        all.map((each) => each.until((view) => view.session.status === "finished")),
      );
      close();
    },
  };
}

/** A room that has begun, with so many phones. */
export async function openRoom(at: OwnNode, people: number): Promise<Room> {
  const room = await openLobby(at);
  for (let number = 0; number < people; number += 1) await room.join();
  await room.begin();
  return room;
}
