import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TYPED_IN_MAX } from "@/lib/activities/typed-in-cards";
import { positionOf } from "@/lib/session/state";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { advanceTo, hex, plan } from "@/lib/testing/session-driver";

const ACTIVITY = "small-no";
const K = 5;

const act = (command: { type: string }) => ({
  type: "activity" as const,
  activity: ACTIVITY,
  command,
});
const typeIn = (n: number, text = `Papier ${n}`) =>
  act({ ...{ type: "typeInCard", card: hex(7000 + n), text }, attributes: {} } as { type: string });

const handIn = (n: number, text = `Handy ${n}`) =>
  act({
    ...{ type: "submitCard", edit: hex(100 + n), markHash: hashOf(hex(200 + n)), revision: 1 },
    ...{ text, attributes: {} },
  } as { type: string });

const handsIn = (session: MemorySession, n: number, text?: string) =>
  session.send({ device: hex(n + 1) }, handIn(n, text));

function writing(seed = 204): MemorySession {
  const session = createMemorySession(plan, seed);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, ACTIVITY, "write");
  return session;
}

const next = (session: MemorySession) =>
  session.send("facilitator", { type: "advance", from: positionOf(session.state) });

const textsIn = (cards: Readonly<Record<string, { text: string }>> = {}) =>
  Object.values(cards)
    .map(({ text }) => text)
    .sort();

interface Room {
  phones: number;
  typedIn: number;
  /** Of the phones' cards: withdrawn before review, held in it. */
  withdrawn: number;
  held: number;
  late: number;
}

const room = fc.record<Room>({
  phones: fc.nat({ max: 8 }),
  typedIn: fc.nat({ max: 6 }),
  withdrawn: fc.nat({ max: 3 }),
  held: fc.nat({ max: 3 }),
  late: fc.nat({ max: 3 }),
});

/** How facilitators bring in a paper card: by the command, or, for the control, like one more phone. */
type BringIn = (session: MemorySession, n: number) => void;

/** What is left of the shown cards once the facilitator takes off those that they typed: how many people's it is. */
function leftOver({ phones, typedIn, withdrawn, held, late }: Room, bringIn: BringIn): number {
  const session = writing();
  for (let n = 0; n < phones; n += 1) handsIn(session, n);
  for (let n = 0; n < typedIn; n += 1) bringIn(session, n);
  for (let n = 0; n < Math.min(withdrawn, phones); n += 1) {
    session.send({ device: hex(n + 1) }, act({ ...{ type: "withdrawCard", edit: hex(100 + n) } }));
  }
  next(session);
  for (let n = 0; n < late; n += 1) bringIn(session, 20 + n);
  const review = Object.values(session.view("facilitator").review ?? {});
  const ofPhones = review.filter(({ text }) => text.startsWith("Handy"));
  for (const { id } of ofPhones.slice(0, held)) {
    session.send("facilitator", act({ ...{ type: "holdCard", reviewId: id, held: true } }));
  }
  next(session);
  return textsIn(session.view("participant").cards).filter((text) => text.startsWith("Handy"))
    .length;
}

const typesIn: BringIn = (session, n) => void session.send("facilitator", typeIn(n));
const countsThem: BringIn = (session, n) => void handsIn(session, 30 + n, `Papier ${n}`);

describe("P204 typed-in paper cards", () => {
  it("lower nobody's anonymity: without them there are none left, or those of k people", () => {
    fc.assert(
      fc.property(room, (each) => {
        const left = leftOver(each, typesIn);
        expect(left === 0 || left >= K).toBe(true);
        // And they take nothing away: the phones' cards are shown as if there were no paper.
        expect(left).toBe(leftOver({ ...each, typedIn: 0, late: 0 }, typesIn));
      }),
      { numRuns: 60 },
    );
  });

  it("would lower it if they counted: the control", () => {
    const check = () =>
      fc.assert(
        fc.property(room, (each) => {
          const left = leftOver(each, countsThem);
          return left === 0 || left >= K;
        }),
        { numRuns: 200, seed: 204 },
      );
    expect(check).toThrow();
  });

  it("are shown with the rest, in the same form, and only facilitators are told which they are", () => {
    const session = writing();
    for (let n = 0; n < K; n += 1) handsIn(session, n);
    for (const n of [0, 1]) typesIn(session, n);
    next(session);
    typesIn(session, 2);
    const seen = session.view("facilitator");
    const typed = Object.values(seen.review ?? {}).filter((card) => card.typedIn);
    expect(typed.map(({ text }) => text).sort()).toEqual(["Papier 0", "Papier 1", "Papier 2"]);
    next(session);
    const cards = session.view("participant").cards;
    expect(textsIn(cards)).toHaveLength(K + 3);
    expect(new Set(Object.values(cards).map((card) => Object.keys(card).join())).size).toBe(1);
    expect(session.view("facilitator").cards).toEqual(cards);
    for (const audience of ["participant", "stage"] as const) {
      expect(JSON.stringify(session.view(audience))).not.toContain("typedIn");
    }
    const { consents = {} } = session.view("facilitator");
    const known = Object.keys(consents).filter((id) => consents[id]?.typedIn);
    expect(known.map((id) => cards[id]?.text).sort()).toEqual(["Papier 0", "Papier 1", "Papier 2"]);
  });

  it("take nothing from the phones' cards where they are held, and raise no count where phones' are", () => {
    for (const [mine, shown] of [
      ["Papier", K],
      ["Handy", 0],
    ] as const) {
      const session = writing();
      for (let n = 0; n < K; n += 1) handsIn(session, n);
      for (const n of [0, 1, 2]) typesIn(session, n);
      next(session);
      const review = Object.values(session.view("facilitator").review ?? {});
      const held = review.filter(({ text }) => text.startsWith(mine)).slice(0, 2);
      expect(held).toHaveLength(2);
      for (const { id } of held) {
        session.send("facilitator", act({ ...{ type: "holdCard", reviewId: id, held: true } }));
      }
      next(session);
      const texts = textsIn(session.view("participant").cards);
      expect(texts.filter((text) => text.startsWith("Handy"))).toHaveLength(shown);
    }
  });

  it("come once however often they are sent, and not after the reveal", () => {
    const session = writing();
    for (let n = 0; n < K; n += 1) handsIn(session, n);
    for (const n of [0, 0]) typesIn(session, n);
    next(session);
    typesIn(session, 0);
    next(session);
    expect(session.send("facilitator", typeIn(1))).toEqual({ ok: false, code: "wrong-phase" });
    expect(textsIn(session.view("participant").cards)).toHaveLength(K + 1);
  });

  it("are refused to participants, and beyond what one types", () => {
    const session = writing();
    expect(session.send({ device: hex(1) }, typeIn(0))).toEqual({ ok: false, code: "not-allowed" });
    for (let n = 0; n < TYPED_IN_MAX; n += 1) typesIn(session, n);
    expect(session.send("facilitator", typeIn(TYPED_IN_MAX))).toEqual({
      ok: false,
      code: "over-budget",
    });
  });

  it("say nothing of how many phones have handed in: without them there is nothing to add to", () => {
    const answers = [0, K].map((phones) => {
      const session = writing();
      for (let n = 0; n < phones; n += 1) handsIn(session, n);
      return session.send("facilitator", typeIn(0)).ok;
    });
    expect(answers).toEqual([true, true]);
  });
});
