import { isDeepStrictEqual } from "node:util";
import type { Card, Room } from "@/attack/anonymity/room";
import { listenTo, type Told, type Trial } from "@/attack/anonymity/twins";
import { K_CARDS } from "@/lib/session/state";
import { hashSecret, randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { handIn, here } from "@/server/testing/workshop";

const QUESTION = "small-no";
const READINGS = "other-readings";

const withdraw = async (phone: LiveClient | undefined, { edit }: Pick<Card, "edit">) => {
  const answer = await phone?.act({ type: "withdrawCard", edit });
  if (!answer?.ok) throw new Error("The card could not be withdrawn");
};

/** Cards under review; the first one's author takes it back, or doesn't. */
async function underReview(room: Room, happens: boolean): Promise<Card[]> {
  await room.to(QUESTION, "write");
  const cards = await room.write(room.phones);
  await room.to(QUESTION, "review");
  await Promise.all(cards.map(room.idOf));
  if (happens && cards[0]) await withdraw(room.phones[0], cards[0]);
  return cards;
}

/** What is said to each press on a card, and what the console shows of it then. */
async function pressAll(room: Room, cards: readonly Card[]): Promise<Told> {
  const { facilitator } = room;
  const told: Told = [];
  for (const card of cards) {
    const reviewId = await room.idOf(card);
    for (const held of [true, false]) {
      told.push(await facilitator.act({ type: "holdCard", reviewId, held }));
      await facilitator.until(({ review }) => review?.[reviewId]?.held === held);
      told.push(await facilitator.act({ type: "tagCard", card: reviewId, tagged: held }));
      await facilitator.until(({ review }) => review?.[reviewId]?.tagged === held);
    }
    const reply = { type: "replyBlind", card: reviewId, text: `Danke für ${card.text}.` } as const;
    told.push(await facilitator.send(reply));
    told.push(await facilitator.until(({ replies }) => replies?.[reviewId]));
    told.push(await facilitator.send({ type: "acknowledgeTalk", card: reviewId, count: 1 }));
    for (const count of [1, 2]) {
      told.push(await facilitator.send({ type: "acknowledgeTalk", card: null, count }));
    }
  }
  for (const held of [true, false]) {
    told.push(await facilitator.act({ type: "holdCards", held }));
    const review = await facilitator.until((view) => {
      const shown = Object.values(view.review ?? {});
      return shown.every((each) => each.held === held) && shown;
    });
    told.push(review.length);
  }
  return told;
}

const submit = (phone: LiveClient, markHash: string, change: object) =>
  phone.act({
    type: "submitCard",
    edit: randomId(),
    markHash,
    revision: 1,
    mayBeCase: false,
    mayBeQuoted: false,
    text: "Etwas anderes",
    ...change,
  });

const CONSENTS = [false, true].flatMap((mayBeCase) =>
  [false, true].map((mayBeQuoted) => ({ mayBeCase, mayBeQuoted })),
);

/** More than a small room takes in at once (P139). */
const PLANTED = 24;

/**
 * Planted phones come after the beginning and hand in one card after the other; what each of them is
 * told. `cap` answers instead of the product, from how many cards there are.
 */
async function handInUntilRefused(
  room: Room,
  happens: boolean,
  cap?: (cards: number) => boolean,
): Promise<Told> {
  await room.to(QUESTION, "write");
  let cards = happens ? (await room.write(room.phones)).length : 0;
  const told: Told = [];
  for (let n = 0; n < PLANTED; n += 1) {
    const answer = await submit(await room.anotherPhone(), hashSecret(randomId()), {});
    const said =
      cap === undefined || cap(cards) ? answer : ({ ok: false, code: "crowded" } as const);
    if (said.ok) cards += 1;
    told.push(said);
  }
  return told;
}

/** Leaves the activity, and gathers what everybody but the one who wrote is told of it. */
async function leave(room: Room, type: "skipActivity" | "advance" | "startClosing"): Promise<Told> {
  const { facilitator, stage, phones } = room;
  const others = [facilitator, stage, ...phones.slice(-1)];
  const told = listenTo(others);
  const from = here(facilitator);
  const answer = await facilitator.send({ type, from });
  await Promise.all(
    others.map((each) => each.until((view) => view.planned?.key !== from.activity)),
  );
  return [answer, ...told()];
}

/** What nobody may be told: the twins differ in it, and their accounts must not. */
export const trials: readonly Trial[] = [
  {
    name: "whether a card under review was withdrawn, by holding, tagging, replying and saying seen (A2)",
    people: 7,
    async play(room, happens) {
      const cards = await underReview(room, happens);
      return pressAll(room, cards);
    },
  },
  {
    name: "whether a held card was withdrawn, by replying and holding after the reveal (A2)",
    people: 7,
    async play(room, happens) {
      const { facilitator, phones } = room;
      const cards = await underReview(room, false);
      const [card] = cards;
      if (!card) throw new Error("unreachable");
      const reviewId = await room.idOf(card);
      await facilitator.act({ type: "holdCard", reviewId, held: true });
      await room.to(QUESTION, "reveal");
      if (happens) await withdraw(phones[0], card);
      return [
        await facilitator.act({ type: "holdCard", reviewId, held: true }),
        await facilitator.send({ type: "replyBlind", card: reviewId, text: "Danke dafür." }),
        await facilitator.until(({ replies }) => replies?.[reviewId]),
        await facilitator.send({ type: "acknowledgeTalk", card: reviewId, count: 1 }),
        facilitator.view?.review?.[reviewId]?.held,
      ];
    },
  },
  {
    name: "what a card's author allows, by handing it in again with each pair of consents (A7)",
    people: 6,
    async play(room, happens) {
      const [victim, attacker] = room.phones;
      if (!victim || !attacker) throw new Error("unreachable");
      await room.to(QUESTION, "write");
      const mark = hashSecret(randomId());
      const text = "Karte von Nummer 0";
      const consents = { mayBeCase: happens, mayBeQuoted: happens };
      await submit(victim, mark, { text, ...consents });
      await room.write(room.phones.slice(1));
      await room.to(QUESTION, "reveal");
      const told: Told = [];
      for (const pair of CONSENTS) {
        for (const revision of [1, 2]) {
          told.push(await submit(attacker, mark, { text, revision, ...pair }));
        }
      }
      return told;
    },
  },
  {
    name: "when the k-th late card comes, by asking for the late round again and again (A6)",
    people: 6,
    async play(room, happens) {
      const { facilitator, phones } = room;
      await room.to(QUESTION, "write");
      await room.write(phones);
      await room.to(QUESTION, "reveal");
      const told: Told = [];
      await room.write(phones.slice(0, K_CARDS - 1), "Spät");
      told.push(await facilitator.act({ type: "reviewLate" }));
      if (happens) await room.write(phones.slice(K_CARDS - 1, K_CARDS), "Spät");
      told.push(await facilitator.act({ type: "reviewLate" }));
      return told;
    },
  },
  {
    name: "when the k-th late reading comes (A6)",
    people: 6,
    async play(room, happens) {
      const { facilitator, phones } = room;
      await room.to(READINGS, "write");
      const write = (phone: LiveClient) => handIn(phone, "Vielleicht lag es an der Stunde");
      await Promise.all(phones.map(write));
      await room.to(READINGS, "review");
      const late = happens ? K_CARDS : K_CARDS - 1;
      await Promise.all(phones.slice(0, late).map(write));
      return [await facilitator.act({ type: "reviewLate" })];
    },
  },
  {
    name: "how many cards there are, by handing in from planted phones until one is refused (A10)",
    people: 6,
    async play(room, happens) {
      const told = await handInUntilRefused(room, happens);
      if (told.every((answer) => isDeepStrictEqual(answer, { ok: true }))) {
        throw new Error("Nothing was refused, so nothing was tried");
      }
      return told;
    },
  },
  ...([1, 2, 3, 4] as const).flatMap((writers) =>
    (["skipActivity", "startClosing"] as const).map(
      (way): Trial => ({
        name: `whether ${writers} wrote before their activity was left (${way}) (A5)`,
        people: writers + 1,
        async play(room, happens) {
          await room.to(QUESTION, "write");
          if (happens) await room.write(room.phones.slice(0, writers));
          return leave(room, way);
        },
      }),
    ),
  ),
  {
    name: "whether somebody wrote before the session was ended (A5)",
    people: 2,
    async play(room, happens) {
      const others = [room.facilitator, room.stage, ...room.phones.slice(1)];
      await room.to(QUESTION, "write");
      if (happens) await room.write(room.phones.slice(0, 1));
      const told = listenTo(others);
      await room.facilitator.send({ type: "end" });
      await Promise.all(
        others.map((each) => each.until(({ session }) => session.status === "finished")),
      );
      return told();
    },
  },
  ...([1, 4] as const).map(
    (writers): Trial => ({
      name: `whether ${writers} came too late to be shown (A5)`,
      people: 6,
      async play(room, happens) {
        await room.to(QUESTION, "write");
        await room.write(room.phones);
        await room.to(QUESTION, "cluster");
        if (happens) await room.write(room.phones.slice(0, writers), "Spät");
        return leave(room, "advance");
      },
    }),
  ),
];

/** The same with soft counts that come often: what they show is answered by, too. */
export const countedTrials: readonly Trial[] = [
  {
    name: "whether the author of a request to talk took the card back under review (A2)",
    people: 7,
    async play(room, happens) {
      const { facilitator, phones } = room;
      await room.to(QUESTION, "write");
      const cards = await room.write(phones);
      await room.to(QUESTION, "review");
      const [card] = cards;
      if (!card) throw new Error("unreachable");
      await room.idOf(card);
      await phones[0]?.send({ type: "wantToTalk", mark: card.mark, revision: 1 });
      await phones[1]?.send({ type: "wantToTalk", mark: null, revision: 1 });
      await facilitator.until((view) => {
        const talk = view.facilitator?.talk;
        return talk?.cards.length === 1 && talk.count === 1;
      });
      if (happens) await withdraw(phones[0], card);
      return [
        // One more than the console shows: right only where the card counts among those without one.
        await facilitator.send({ type: "acknowledgeTalk", card: null, count: 2 }),
        ...(await pressAll(room, cards)),
      ];
    },
  },
  {
    name: "whether one more came too late, beside a late round that was reviewed and not shown (A5)",
    people: K_CARDS + 1,
    async play(room, happens) {
      const { facilitator, phones } = room;
      await room.to(QUESTION, "write");
      await room.write(phones);
      await room.to(QUESTION, "cluster");
      const late = await room.write(phones.slice(0, K_CARDS), "Spät");
      await facilitator.until((view) => view.facilitator?.late === "ready");
      await facilitator.act({ type: "reviewLate" });
      await Promise.all(late.map(room.idOf));
      if (happens) await room.write(phones.slice(K_CARDS), "Noch später");
      return leave(room, "advance");
    },
  },
];

/** What is told on purpose, or would be by another rule. If the accounts of these twins were equal, the trials would see nothing. */
export const told: readonly Trial[] = [
  {
    name: "how many cards there are is told by a cap on cards, by as many as people may write",
    people: 6,
    play: (room, happens) => handInUntilRefused(room, happens, (cards) => cards < 2 * 6),
  },
  {
    name: "that a card was withdrawn under review is told by the reveal",
    people: 7,
    async play(room, happens) {
      await underReview(room, happens);
      const told = listenTo([room.stage]);
      await room.to(QUESTION, "reveal");
      return told();
    },
  },
  {
    name: "how many cards went unshown is told from k people on",
    people: K_CARDS + 1,
    async play(room, happens) {
      await room.to(QUESTION, "write");
      await room.write(room.phones.slice(0, happens ? K_CARDS : K_CARDS - 1));
      return leave(room, "skipActivity");
    },
  },
  {
    name: "what a card's author allows is told to facilitators",
    people: 6,
    async play(room, happens) {
      const [victim] = room.phones;
      if (!victim) throw new Error("unreachable");
      await room.to(QUESTION, "write");
      const consents = { mayBeCase: happens, mayBeQuoted: happens };
      await submit(victim, hashSecret(randomId()), consents);
      await room.write(room.phones.slice(1));
      const told = listenTo([room.facilitator]);
      await room.to(QUESTION, "reveal");
      return told().map(String).sort();
    },
  },
];
