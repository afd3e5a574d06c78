import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerBytes, REPLIES_MAX } from "@/lib/session/author-contact";
import { MARKS_ASKED, REPLY_CHARACTERS_MAX } from "@/lib/session/commands";
import { ownCardsAnswer } from "@/lib/session/own-cards-answer";
import { createMemorySession, hashOf } from "@/lib/testing/memory-session";
import {
  advanceTo,
  deviceOf,
  hex,
  markOf,
  perform,
  plan,
  secretOf,
  textOf,
} from "@/lib/testing/session-driver";
import { writtenText } from "@/lib/text";

describe("a card and its author", () => {
  const write = (device: number) => ({ do: "write", device, card: 0, revision: 1 });
  const noise = (n: number) => Array.from({ length: n }, (_, index) => hex(0xabc000 + index));

  /** Six cards, one of them held at the reveal. */
  function withHeld() {
    const session = createMemorySession(plan, 5);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "small-no", "write");
    for (let device = 0; device < 6; device += 1) perform(session, write(device));
    const marks = Array.from({ length: 6 }, (_, device) => markOf(session, write(device)));
    advanceTo(session, "small-no", "review");
    perform(session, { do: "hold", pick: 0, held: true });
    const held = Object.values(session.view("facilitator").review ?? {}).find((card) => card.held);
    if (!held) throw new Error("Nothing is held");
    const author = Number(held.text.split(".")[1]);
    /** What one phone is told: its own mark among random ones. */
    const ask = (device: number) => {
      const asked = [...noise(MARKS_ASKED - 1), marks[device] ?? ""];
      const answer = session.send(deviceOf(device), { type: "askAboutOwnCards", marks: asked });
      if (!answer.ok) throw new Error(answer.code);
      return ownCardsAnswer.parse(answer.reply);
    };
    return { session, held, author, marks, ask };
  }

  test("only the author's device is told that a card is held, and only after the reveal", () => {
    const { session, author, ask } = withHeld();
    expect(ask(author).own).toMatchObject([{ standing: "waiting" }]);
    advanceTo(session, "small-no", "reveal");
    for (let device = 0; device < 6; device += 1) {
      const told =
        device === author ? [{ at: MARKS_ASKED - 1, standing: "held", reply: null }] : [];
      expect(ask(device).own).toEqual(told);
    }
    expect(session.view("participant").news).toBeGreaterThan(0);
  });

  test("a blind reply reaches one phone, and all answers have the same length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), (text) => {
        fc.pre(writtenText(REPLY_CHARACTERS_MAX).safeParse(text).success);
        const { session, held, author, ask } = withHeld();
        advanceTo(session, "small-no", "reveal");
        const lengths = () =>
          new Set(
            [0, 1, 2, 3, 4, 5].map((device) => Buffer.byteLength(JSON.stringify(ask(device)))),
          );
        expect(lengths().size).toBe(1);
        const before = session.view("participant").news;
        const reply = { type: "replyBlind", card: held.id, text } as const;
        expect(session.send("facilitator", reply)).toMatchObject({ ok: true });
        expect(session.view("participant").news).toBe(before + 1);
        expect(lengths().size).toBe(1);
        for (let device = 0; device < 6; device += 1) {
          const replies = ask(device).own.filter((each) => each.reply !== null);
          expect(replies).toHaveLength(device === author ? 1 : 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("has room for the longest replies, all of them one phone's", () => {
    const { session } = withHeld();
    const marks = noise(MARKS_ASKED);
    for (const mark of marks.slice(0, REPLIES_MAX)) {
      session.replies.set(hashOf(mark), "€".repeat(REPLY_CHARACTERS_MAX));
    }
    const answer = session.send(deviceOf(1), { type: "askAboutOwnCards", marks });
    const { own } = ownCardsAnswer.parse(answer.ok ? answer.reply : null);
    expect(own).toHaveLength(REPLIES_MAX);
    expect(Buffer.byteLength(JSON.stringify(answer.ok && answer.reply))).toBe(
      answerBytes(REPLIES_MAX),
    );
  });

  test("there are no more replies than every phone's answer has room for", () => {
    const { session } = withHeld();
    advanceTo(session, "small-no", "reveal");
    for (let n = 0; n < REPLIES_MAX; n += 1) session.replies.set(`x${n}`, "schon da");
    const [card] = Object.keys(session.view("facilitator").cards);
    const reply = { type: "replyBlind", card: card ?? "", text: "eine zu viel" } as const;
    expect(session.send("facilitator", reply)).toMatchObject({ ok: false, code: "over-budget" });
  });

  test("'I'd like to talk' names the card it came from; from Help, or for a card that is gone, nothing (P51)", () => {
    const { session, held, author, marks } = withHeld();
    advanceTo(session, "small-no", "reveal");
    const talk = () => session.view("facilitator").facilitator?.talk;
    const want = (device: number, mark: string | null, revision = 1) =>
      session.send(deviceOf(device), { type: "wantToTalk", mark, revision });
    for (let times = 0; times < 3; times += 1) want(author, marks[author] ?? "");
    expect(talk()).toEqual({ count: 0, cards: [{ id: held.id, text: held.text }] });
    for (let times = 0; times < 3; times += 1) want(2, null);
    want(3, hex(4711));
    expect(talk()?.count).toBe(2);
    // Seen is seen, a repeat brings nothing back, asking once more does.
    const seen = (count: number) =>
      session.send("facilitator", { type: "acknowledgeTalk", card: null, count });
    expect(seen(1)).toMatchObject({ ok: false, code: "wrong-phase" });
    expect(seen(2)).toMatchObject({ ok: true });
    want(2, null);
    expect(talk()?.count).toBe(0);
    want(2, null, 2);
    expect(talk()?.count).toBe(1);
    session.send("facilitator", { type: "acknowledgeTalk", card: held.id, count: 1 });
    expect(talk()?.cards).toEqual([]);
    // A held card goes with its activity; the wish to talk about it doesn't.
    want(author, marks[author] ?? "", 2);
    advanceTo(session, "other-readings", "case");
    expect(talk()).toEqual({ count: 2, cards: [] });
  });

  test("a wish to talk can be acknowledged also after its card was withdrawn in the review", () => {
    const session = createMemorySession(plan, 9);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "small-no", "write");
    for (let device = 0; device < 6; device += 1) perform(session, write(device));
    advanceTo(session, "small-no", "review");
    const before = session.view("facilitator").review ?? {};
    perform(session, { do: "talk", device: 0, card: 0 });
    const [{ id } = { id: "" }] = session.view("facilitator").facilitator?.talk.cards ?? [];
    expect(Object.keys(before)).toContain(id);
    perform(session, { do: "withdraw", device: 0, card: 0 });
    // Facilitators go on seeing the card until the next phase (docs/decisions/0018).
    const seen = { type: "acknowledgeTalk", card: id, count: 1 } as const;
    expect(session.send("facilitator", seen)).toMatchObject({ ok: true });
    const open = () => [...session.talkRequests.values()].filter((each) => !each.acknowledged);
    expect(open()).toEqual([]);
    // As long as it is in their sight, nothing else tells that it was withdrawn (P100).
    perform(session, { do: "help", device: 1 });
    perform(session, { do: "talk", device: 2, card: 0 });
    perform(session, { do: "withdraw", device: 2, card: 0 });
    expect(open()).toHaveLength(2);
    const two = { type: "acknowledgeTalk", card: null, count: 2 } as const;
    expect(session.send("facilitator", two)).toMatchObject({ ok: false, code: "wrong-phase" });
    // From the next phase on it counts as one of those without a card.
    advanceTo(session, "small-no", "reveal");
    expect(session.view("facilitator").facilitator?.talk).toEqual({ count: 2, cards: [] });
    expect(session.send("facilitator", two)).toMatchObject({ ok: true });
    expect(open()).toEqual([]);
  });

  test("participants can't reply, facilitators can't ask or want to talk", () => {
    const { session, held } = withHeld();
    const refused = { ok: false, code: "not-allowed" };
    expect(
      session.send(deviceOf(1), { type: "replyBlind", card: held.id, text: "ich" }),
    ).toMatchObject(refused);
    expect(
      session.send("facilitator", { type: "askAboutOwnCards", marks: noise(MARKS_ASKED) }),
    ).toMatchObject(refused);
    expect(
      session.send("facilitator", { type: "wantToTalk", mark: null, revision: 1 }),
    ).toMatchObject(refused);
  });

  test("a change that comes after the reveal is told as too late, a repeat as saved (P53)", () => {
    const session = createMemorySession(plan, 6);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "small-no", "write");
    for (let device = 0; device < 6; device += 1) perform(session, write(device));
    const submit = (device: number, revision: number) =>
      session.send(deviceOf(device), {
        type: "activity",
        activity: "small-no",
        command: {
          type: "submitCard",
          edit: secretOf(session, write(device)),
          markHash: hashOf(markOf(session, write(device))),
          revision,
          text: textOf(session, { ...write(device), revision }),
          mayBeCase: true,
          mayBeQuoted: true,
        },
      });
    advanceTo(session, "small-no", "review");
    expect(submit(0, 2)).toMatchObject({ ok: false, code: "wrong-phase" });
    advanceTo(session, "small-no", "reveal");
    expect(submit(0, 1)).toMatchObject({ ok: true });
    expect(submit(0, 2)).toMatchObject({ ok: false, code: "wrong-phase" });
    const withdrawal = { type: "withdrawCard", edit: secretOf(session, write(0)) };
    expect(
      session.send(deviceOf(0), { type: "activity", activity: "small-no", command: withdrawal }),
    ).toMatchObject({ ok: false, code: "closed" });
    expect(Object.keys(session.view("participant").cards)).toHaveLength(6);
  });

  test("a card that is not for the stage is neither a case nor a quote (P47)", () => {
    const session = createMemorySession(plan, 8);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "small-no", "write");
    // Asks for both consents all the same.
    for (let device = 0; device < 6; device += 1) {
      const command = {
        type: "submitCard",
        edit: hex(500 + device),
        markHash: hashOf(hex(600 + device)),
        revision: 1,
        text: `Nur am Handy ${device}`,
        mayBeCase: true,
        mayBeQuoted: true,
        notForStage: device < 5,
      };
      session.send(deviceOf(device), { type: "activity", activity: "small-no", command });
    }
    advanceTo(session, "small-no", "reveal");
    const { consents = {}, cards } = session.view("facilitator");
    expect(Object.keys(cards)).toHaveLength(6);
    expect(Object.values(session.view("stage").cards).map(({ text }) => text)).toEqual([
      "Nur am Handy 5",
    ]);
    for (const [id, { mayBeCase, mayBeQuoted }] of Object.entries(consents)) {
      const allowed = !cards[id]?.notForStage;
      expect([mayBeCase, mayBeQuoted]).toEqual([allowed, allowed]);
    }
  });
});
