import { describe, expect, test } from "vitest";
import { reframeOffer } from "@/lib/activities/reframe/record";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { advanceTo, deviceOf, hex, plan } from "@/lib/testing/session-driver";

const PEOPLE = 6;

const act = (command: { type: string } & Record<string, unknown>) => ({
  type: "activity" as const,
  activity: "small-no",
  command,
});

/** Six cards, all of them allowed as cases; the first says that it was unfair. */
function written(): MemorySession {
  const session = createMemorySession(plan, 3);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "small-no", "write");
  for (let device = 0; device < PEOPLE; device += 1) {
    const card = {
      type: "submitCard",
      edit: hex(100 + device),
      markHash: hashOf(hex(200 + device)),
      revision: 1,
      text: `Karte ${device}`,
      mayBeCase: true,
      mayBeQuoted: false,
      unfair: device === 0,
    };
    expect(session.send(deviceOf(device), act(card)).ok).toBe(true);
  }
  return session;
}

const tag = (session: MemorySession, card: string, tagged: boolean) =>
  session.send("facilitator", act({ type: "tagCard", card, tagged }));

const reviewIdOf = (session: MemorySession, text: string): string =>
  Object.values(session.view("facilitator").review ?? {}).find((card) => card.text === text)?.id ??
  "";
const cardIdOf = (session: MemorySession, text: string): string =>
  Object.values(session.view("facilitator").cards).find((card) => card.text === text)?.id ?? "";

const offered = (session: MemorySession): string[] =>
  reframeOffer
    .parse(session.view("facilitator").facilitator?.ofKind)
    .cases.map(({ text }) => text)
    .sort();

describe("P126 tags", () => {
  test("keep a card out of the cases, by its author for good, by a facilitator for as long as they want", () => {
    const session = written();
    advanceTo(session, "small-no", "review");
    const review = session.view("facilitator").review ?? {};
    expect(review[reviewIdOf(session, "Karte 0")]).toMatchObject({
      unfair: true,
      mayBeCase: false,
    });
    expect(tag(session, reviewIdOf(session, "Karte 1"), true).ok).toBe(true);
    expect(tag(session, reviewIdOf(session, "Karte 2"), true).ok).toBe(true);
    // Their own one; the author's tag is another.
    expect(tag(session, reviewIdOf(session, "Karte 0"), false).ok).toBe(true);
    advanceTo(session, "small-no", "reveal");
    expect(tag(session, cardIdOf(session, "Karte 0"), false).ok).toBe(true);
    expect(tag(session, cardIdOf(session, "Karte 2"), false).ok).toBe(true);
    expect(tag(session, cardIdOf(session, "Karte 3"), true).ok).toBe(true);
    const unfair = cardIdOf(session, "Karte 0");
    const tagged = cardIdOf(session, "Karte 1");
    const free = cardIdOf(session, "Karte 2");
    advanceTo(session, "other-readings", "choose");
    expect(offered(session)).toEqual(["Karte 2", "Karte 4", "Karte 5"]);
    for (const [id, ok] of [
      [unfair, false],
      [tagged, false],
      [free, true],
    ] as const) {
      const choice = { ...act({ type: "chooseCases", cases: [id] }), activity: "other-readings" };
      expect(session.send("facilitator", choice).ok).toBe(ok);
    }
    expect(session.replayed().activities[2]?.instance.facts().consentedCards).toEqual(
      session.state.activities[2]?.instance.facts().consentedCards,
    );
  });

  test("change nothing that anybody but facilitators sees, nor a byte of the card", () => {
    const session = written();
    advanceTo(session, "small-no", "reveal");
    const others = () => JSON.stringify([session.view("participant"), session.view("stage")]);
    const cards = () => JSON.stringify(session.view("facilitator").cards);
    const before = [others(), cards()];
    expect(others()).not.toContain("unfair");
    const id = cardIdOf(session, "Karte 4");
    for (const tagged of [true, false, true]) {
      expect(tag(session, id, tagged).ok).toBe(true);
      expect(session.view("facilitator").consents?.[id]?.tagged).toBe(tagged);
      expect([others(), cards()]).toEqual(before);
    }
  });

  test("are for facilitators, and not before cards are read", () => {
    const session = written();
    expect(tag(session, hex(1), true)).toEqual({ ok: false, code: "wrong-phase" });
    advanceTo(session, "small-no", "review");
    const id = reviewIdOf(session, "Karte 1");
    const command = act({ type: "tagCard", card: id, tagged: true });
    expect(session.send(deviceOf(1), command)).toEqual({ ok: false, code: "not-allowed" });
    expect(tag(session, hex(1), true)).toEqual({ ok: false, code: "closed" });
  });
});
