import { describe, expect, test } from "vitest";
import { type Card, openRoom } from "@/attack/anonymity/room";
import { MARKS_ASKED } from "@/lib/session/commands";
import { ownCardsAnswer } from "@/lib/session/own-cards-answer";
import { K_CARDS } from "@/lib/session/state";
import { hashSecret, randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForFile } from "@/server/testing/own-node";
import { handIn } from "@/server/testing/workshop";

/** Participants who lie about which card is theirs, and one person with two phones. */

const QUESTION = "small-no";
const READINGS = "other-readings";

const at = nodeForFile({ peopleEveryMs: 500 });

const submit = (phone: LiveClient, card: { mark: string; edit?: string; text?: string }) =>
  phone.act({
    type: "submitCard",
    edit: card.edit ?? randomId(),
    markHash: hashSecret(card.mark),
    revision: 1,
    text: card.text ?? "Was sie nie geschrieben hat",
    mayBeCase: true,
    mayBeQuoted: true,
  });

const submitReading = async (
  phone: LiveClient,
  mark: string,
  text = "Was sie nie geschrieben hat",
) => (await handIn(phone, text, { mark, mayBeQuoted: true })).acknowledged;

const repliesFor = async (phone: LiveClient, mark: string) => {
  const noise = Array.from({ length: MARKS_ASKED - 1 }, () => randomId());
  const answer = await phone.send({ type: "askAboutOwnCards", marks: [mark, ...noise] });
  if (!answer.ok) throw new Error(answer.code);
  return ownCardsAnswer.parse(answer.reply).own.map(({ reply }) => reply);
};

const REFUSED = { ok: false, code: "not-allowed" };

describe("A3: a card under somebody else's mark", () => {
  async function revealed() {
    const room = await openRoom(at, K_CARDS + 1);
    await room.to(QUESTION, "write");
    const cards = await room.write(room.phones);
    await room.to(QUESTION, "reveal");
    const [victim, attacker] = room.phones;
    const [card] = cards;
    if (!victim || !attacker || !card) throw new Error("unreachable");
    return { room, victim, attacker, card };
  }

  test("is refused while that card is shown, late and in every later activity (P101)", async () => {
    const { room, victim, attacker, card } = await revealed();
    const { facilitator, phones } = room;
    // The hash is all that anybody has of it; it is in everybody's view.
    expect(Object.values(attacker.view?.cards ?? {})).toContainEqual(
      expect.objectContaining({ markHash: hashSecret(card.mark), text: card.text }),
    );
    expect(await submit(attacker, card)).toEqual(REFUSED);
    // Its words make no difference: the answer says nothing about what was handed in under it.
    expect(await submit(attacker, { mark: card.mark, text: card.text })).toEqual(REFUSED);
    expect(await submit(attacker, { mark: card.mark })).toEqual(REFUSED);
    // The author's own retry is a repeat still.
    expect(await submit(victim, card)).toEqual({ ok: true });

    await room.to(READINGS, "write");
    expect(await submitReading(attacker, card.mark)).toEqual(REFUSED);
    for (const each of phones) {
      expect(await submitReading(each, randomId(), "Es war die Stunde")).toEqual({ ok: true });
    }
    await room.to(READINGS, "vote");

    // What the victim asks and is answered is about the victim's card alone.
    await victim.send({ type: "wantToTalk", mark: card.mark, revision: 1 });
    const talk = await facilitator.until((view) => {
      const { cards = [] } = view.facilitator?.talk ?? {};
      return cards.length > 0 && cards;
    });
    expect(talk.map(({ text }) => text)).toEqual([card.text]);
    const shown = Object.values(facilitator.view?.cards ?? {});
    expect(shown.map(({ text }) => text)).not.toContain("Was sie nie geschrieben hat");
    for (const { id } of shown) {
      await facilitator.send({ type: "replyBlind", card: id, text: "So geht das nicht." });
    }
    expect(await repliesFor(victim, card.mark)).toEqual([]);
  });

  test("is refused while that card is sealed, withdrawn or held (P101)", async () => {
    const room = await openRoom(at, K_CARDS + 2);
    const { facilitator, phones } = room;
    const attacker = await room.anotherPhone();
    await room.to(QUESTION, "write");
    const cards = await room.write(phones);
    const [sealed, withdrawn, held] = cards;
    if (!sealed || !withdrawn || !held) throw new Error("unreachable");
    expect(await submit(attacker, sealed)).toEqual(REFUSED);
    await phones[1]?.act({ type: "withdrawCard", edit: withdrawn.edit });
    expect(await submit(attacker, withdrawn)).toEqual(REFUSED);
    await room.to(QUESTION, "review");
    await facilitator.act({ type: "holdCard", reviewId: await room.idOf(held), held: true });
    await room.to(QUESTION, "reveal");
    for (const card of [sealed, withdrawn, held]) {
      expect(await submit(attacker, card)).toEqual(REFUSED);
    }
  });
});

describe("A4: two phones of one person", () => {
  const withdraw = (phone: LiveClient, { edit }: Card) => phone.act({ type: "withdrawCard", edit });

  test("a card is taken back by the phone that handed it in, and by no other", async () => {
    const room = await openRoom(at, K_CARDS);
    const { facilitator, phones } = room;
    const second = await room.anotherPhone();
    await room.to(QUESTION, "write");
    const cards = await room.write(phones);
    const [mine] = cards;
    if (!mine) throw new Error("unreachable");
    const another = phones[1];
    if (!another) throw new Error("unreachable");
    // Neither a phone without a card of its own nor one with: whose count would have to go down?
    for (const phone of [second, another]) {
      expect(await withdraw(phone, mine)).toEqual({ ok: false, code: "closed" });
      expect(await submit(phone, { ...mine, text: "Geändert" })).toEqual(REFUSED);
    }
    await room.to(QUESTION, "reveal");
    const shown = await facilitator.until((view) => {
      const texts = Object.values(view.cards).map(({ text }) => text);
      return texts.length > 0 && texts;
    });
    expect(shown.sort()).toEqual(cards.map(({ text }) => text).sort());
  });

  test("what is left of five phones' cards is not shown among five", async () => {
    const room = await openRoom(at, K_CARDS);
    const { facilitator, stage, phones } = room;
    const second = await room.anotherPhone();
    await room.to(QUESTION, "write");
    const cards = await room.write(phones);
    const [victim, ...own] = cards;
    if (!victim) throw new Error("unreachable");
    for (const [index, card] of own.entries()) {
      await withdraw(second, card);
      const phone = phones[index + 1];
      if (phone) await withdraw(phone, card);
    }
    await room.to(QUESTION, "reveal");
    for (const client of [facilitator, stage, ...phones]) {
      expect(client.frames.join("\n")).not.toContain(victim.text);
    }
  });

  test("whoever withdraws somebody else's card stays counted: the share of cards is the same", async () => {
    const room = await openRoom(at, 2);
    const [one, other] = room.phones;
    if (!one || !other) throw new Error("unreachable");
    await room.to(QUESTION, "write");
    const [theirs] = await room.write([one]);
    await room.write([other]);
    if (!theirs) throw new Error("unreachable");
    await withdraw(other, theirs);
    const oneMore = await submit(other, { mark: randomId() });
    expect(oneMore).toEqual({ ok: false, code: "over-budget" });
  });
});
