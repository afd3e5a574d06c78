import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { ReadingBallot } from "@/lib/activities/reframe/schema";
import { readingBallot } from "@/lib/activities/reframe/schema";
import { createMemorySession, type MemorySession } from "@/lib/session/memory-session";
import { flatten } from "@/lib/session/patches";
import { advanceTo, perform, plan } from "@/lib/session/session-driver";
import { view } from "@/lib/session/view";

/** Enough runs to reach the end of the workshop often; seeds of failures are printed by fast-check. */
const RUNS = 150;
const DEVICES = 7;

/** One thing that somebody does; it is turned into a command where the session then is. */
const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("write"),
      device: fc.nat(DEVICES - 1),
      card: fc.nat(3),
      revision: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("withdraw"),
      device: fc.nat(DEVICES - 1),
      card: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("score"),
      device: fc.nat(DEVICES - 1),
      score: fc.nat(10),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("vote"), device: fc.nat(DEVICES - 1), pick: fc.nat(7) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("finish"), device: fc.nat(DEVICES - 1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("advance") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("back") }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("hold"), pick: fc.nat(10), held: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("small"), on: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("reviewLate", "revealLate") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reply"), pick: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("talk", "help"),
      device: fc.nat(DEVICES - 1),
      card: fc.nat(3),
      revision: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("acknowledge"), pick: fc.nat(5) }) },
);

/** Whatever is still sealed, of every activity. */
const sealedTexts = (session: MemorySession): string[] =>
  session.state.activities.flatMap(({ template }) =>
    session.sealedCards(template.key).flatMap(({ content }) => (content ? [content.text] : [])),
  );

function check(session: MemorySession): void {
  const { state } = session;
  const sealed = sealedTexts(session);
  const texts = {
    participant: JSON.stringify(session.view("participant")),
    stage: JSON.stringify(session.view("stage")),
    log: JSON.stringify(session.log),
  };
  // P: nothing unrevealed in any view but the review, nor in the log.
  for (const text of sealed) {
    for (const shown of Object.values(texts)) expect(shown).not.toContain(text);
  }
  const facilitator = session.view("facilitator");
  const { review = {}, facilitator: own, ...rest } = facilitator;
  const { talk, ...ownRest } = own ?? {};
  for (const text of sealed) expect(JSON.stringify([rest, ownRest])).not.toContain(text);
  // A card that somebody wants to talk about is one that facilitators see.
  const seen = [...Object.values(review), ...Object.values(facilitator.cards)];
  const wanted = talk?.cards.filter(({ id }) => review[id] || facilitator.cards[id]) ?? [];
  for (const { id, text } of wanted)
    expect(seen).toContainEqual(expect.objectContaining({ id, text }));
  for (const text of sealed.filter(
    (each) => !Object.values(review).some((card) => card.text === each),
  )) {
    expect(JSON.stringify(talk)).not.toContain(text);
  }
  if (Object.keys(review).length > 0) {
    expect(["review", "reveal", "cluster", "vote", "show"]).toContain(facilitator.activity?.phase);
  }
  // What could find the author of a sealed card is in no view at all; blind replies are in one.
  const all = [...Object.values(texts), JSON.stringify(facilitator)];
  for (const { template } of state.activities) {
    for (const { markHash } of session.sealedCards(template.key)) {
      for (const shown of all) expect(shown).not.toContain(markHash);
    }
  }
  for (const reply of session.replies.values()) {
    for (const shown of Object.values(texts)) expect(shown).not.toContain(reply);
  }
  // One serialisation for every audience; the stage gets the same, or not at all.
  const cards = session.view("participant").cards;
  expect(JSON.stringify(cards)).toBe(JSON.stringify(facilitator.cards));
  const onStage = Object.entries(cards).filter(([, card]) => !card.notForStage);
  expect(JSON.stringify(session.view("stage").cards)).toBe(
    JSON.stringify(Object.fromEntries(onStage)),
  );
  for (const run of state.activities) {
    const cards = session.sealedCards(run.template.key);
    const ballots = session.sealedBallots(run.template.key);
    // P: nothing sealed outlives its activity.
    if (run.status === "closed" || run.status === "skipped") {
      expect(cards).toEqual([]);
      expect(ballots).toEqual([]);
    }
    // P: nobody has more cards in a batch than their share.
    if (run.template.kind === "collect") {
      const shares = new Map<string, number>();
      for (const { content, batch } of cards) {
        if (!content) continue;
        const share = `${content.text.split(".")[1]}/${batch}`;
        shares.set(share, (shares.get(share) ?? 0) + 1);
      }
      for (const count of shares.values()) {
        expect(count).toBeLessThanOrEqual(run.template.settings.itemLimit);
      }
    }
    // P: votes stay inside the budget and inside what the ballot showed.
    if (run.template.kind === "reframe") {
      for (const { content } of ballots) {
        const { shown, chosen }: ReadingBallot = readingBallot.parse(content);
        expect(shown.length).toBeLessThanOrEqual(run.template.settings.ballotLimit);
        expect((chosen ?? []).length).toBeLessThanOrEqual(run.template.settings.votes);
        for (const id of chosen ?? []) expect(shown).toContain(id);
      }
    }
  }
}

/** Everything that anybody sees, but for "enough people have handed in something late". */
function seenByAll(session: MemorySession): string {
  const views = (["participant", "stage", "facilitator"] as const).map((audience) => {
    const { facilitator, ...shown } = session.view(audience);
    return facilitator ? { ...shown, facilitator: { ...facilitator, late: null } } : shown;
  });
  return JSON.stringify(views);
}

/** People behind each reveal of a batch, by the texts that say whose they are. */
function contributorsOfReveals(session: MemorySession): number[] {
  const batches = new Set<string>();
  return session.log.flatMap((logged) => {
    if (logged.type !== "activity") return [];
    const revealed = cardsRevealed.safeParse(logged.event);
    if (!revealed.success) return [];
    const batch = `${logged.activity}/${revealed.data.batch}`;
    // Cards that were held and released later hide among those who were there before.
    if (batches.has(batch)) return [];
    batches.add(batch);
    return [new Set(revealed.data.cards.map(({ text }) => text.split(".")[1])).size];
  });
}

const cardsRevealed = z.object({
  type: z.literal("cardsRevealed"),
  batch: z.int(),
  cards: z.array(z.object({ text: z.string() })),
});

describe("random sessions", () => {
  test("never show anything unrevealed, keep budgets and phases, and replay from the log", () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 20, maxLength: 120 }), fc.nat(), (steps, seed) => {
        const session = createMemorySession(plan, seed);
        let furthest = -1;
        for (const step of steps) {
          session.now += 1_000;
          const before = seenByAll(session);
          perform(session, step);
          check(session);
          // P: nobody can watch a card come or change, a late one neither. Withdrawing a card that
          // facilitators see takes it from them.
          if (step.do === "write") expect(seenByAll(session)).toBe(before);
          // Activities never reopen.
          expect(session.state.current).toBeGreaterThanOrEqual(furthest);
          furthest = session.state.current;
        }
        // P: a batch, a late one too, is shown from k contributors on.
        const k = session.state.k.cards;
        for (const people of contributorsOfReveals(session)) {
          expect(people).toBeGreaterThanOrEqual(k);
        }
        const soft = session.soft();
        const again = session.replayed();
        for (const audience of ["participant", "stage", "facilitator"] as const) {
          // To the byte: nodes that decided and nodes that read show the same.
          expect([...flatten(view(again, audience, soft))]).toEqual([
            ...flatten(view(session.state, audience, soft)),
          ]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("a batch is shown from k contributors on, its held cards subtracted", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        (contributors, held, smallGroup) => {
          const session = createMemorySession(plan, 1);
          session.send("facilitator", { type: "chooseSmallGroup", on: smallGroup });
          session.send("facilitator", { type: "begin", endsAt: null });
          advanceTo(session, "small-no", "write");
          for (let device = 0; device < contributors; device += 1) {
            perform(session, { do: "write", device, card: 0, revision: 1 });
          }
          advanceTo(session, "small-no", "review");
          for (let pick = 0; pick < held; pick += 1) {
            perform(session, { do: "hold", pick, held: true });
          }
          advanceTo(session, "small-no", "reveal");
          const shown = Object.keys(session.view("participant").cards).length;
          const k = smallGroup ? 3 : 5;
          const heldCards = contributors >= k ? Math.min(held, contributors) : 0;
          expect(shown).toBe(contributors - heldCards >= k ? contributors - heldCards : 0);
        },
      ),
    );
  });
});
