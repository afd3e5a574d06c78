import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { collectSettings } from "@/lib/activities/collect/schema";
import { commitRecord } from "@/lib/activities/commit/record";
import { commitSettings } from "@/lib/activities/commit/schema";
import type { ReadingBallot } from "@/lib/activities/reframe/schema";
import { readingBallot, reframeSettings } from "@/lib/activities/reframe/schema";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { flatten } from "@/lib/session/patches";
import { currentRun, isClosing, K_SCORES, openRuns, positionOf } from "@/lib/session/state";
import { view } from "@/lib/session/view";
import { createMemorySession, type MemorySession } from "@/lib/testing/memory-session";
import {
  advanceTo,
  answerChecks,
  deviceOf,
  perform,
  plan,
  recordAtClose,
} from "@/lib/testing/session-driver";

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
  { weight: 1, arbitrary: fc.record({ do: fc.constant("startClosing") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("answer"),
      device: fc.nat(DEVICES - 1),
      revision: fc.integer({ min: 1, max: 3 }),
      score: fc.nat(10),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("hold"), pick: fc.nat(10), held: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("holdAll"), held: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("tag"), pick: fc.nat(20), on: fc.boolean() }),
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

/** The parts of a view that phones have, too. */
const FOR_EVERYBODY = ["session", "planned", "activity", "cards"];

function check(session: MemorySession): void {
  const { state } = session;
  const sealed = sealedTexts(session);
  const participant = session.view("participant");
  const stage = session.view("stage");
  const facilitator = session.view("facilitator");
  const { review = {}, facilitator: own, ...rest } = facilitator;
  const { talk, ...ownRest } = own ?? {};
  const texts = {
    participant: JSON.stringify(participant),
    stage: JSON.stringify(stage),
    log: JSON.stringify(session.log),
    // Without the review, and without requests to talk, which name cards under review.
    facilitator: JSON.stringify([rest, ownRest]),
  };
  // P103: no number of cards below k, to nobody.
  for (const told of [participant.session.tooLate, participant.session.unshown ?? 0]) {
    expect(told === 0 || told >= state.k.cards).toBe(true);
  }
  // P: nothing unrevealed in any view but the review, nor in the log.
  for (const text of sealed) {
    for (const shown of Object.values(texts)) expect(shown).not.toContain(text);
  }
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
  // P43: nothing of the process check is known to anybody before the end.
  if (state.status !== "finished") {
    expect(texts.log).not.toContain("checksCounted");
    expect(texts.facilitator).not.toContain('"safe"');
  }
  // Beside the current activity only a closing that was left again may be open.
  for (const run of openRuns(state)) {
    expect(run === currentRun(state) || isClosing(run)).toBe(true);
  }
  // What could find the author of a sealed card is in no view at all; blind replies are in the
  // facilitators' alone.
  const all = [...Object.values(texts), JSON.stringify(facilitator)];
  for (const { template } of state.activities) {
    for (const { markHash } of session.sealedCards(template.key)) {
      // Of a card that was shown the row knows none any more.
      if (markHash === null) continue;
      for (const shown of all) expect(shown).not.toContain(markHash);
    }
  }
  const { facilitator: _, ...forOthers } = texts;
  for (const reply of session.replies.values()) {
    for (const shown of Object.values(forOthers)) expect(shown).not.toContain(reply);
  }
  // Consents, replies and what is under review are for facilitators alone; of the counts phones get what the
  // stage says (P30, P142).
  const counts = state.status === "finished" ? [] : ["room"];
  expect(Object.keys(participant)).toEqual([...FOR_EVERYBODY, ...counts]);
  expect(Object.keys(stage)).toEqual([...FOR_EVERYBODY, "people", "code", "stage"]);
  // One serialisation for every audience; the stage gets the same, or not at all.
  const { cards } = participant;
  expect(JSON.stringify(cards)).toBe(JSON.stringify(facilitator.cards));
  const onStage = Object.entries(cards).filter(([, card]) => !card.notForStage);
  expect(JSON.stringify(stage.cards)).toBe(JSON.stringify(Object.fromEntries(onStage)));
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
        expect(count).toBeLessThanOrEqual(collectSettings.parse(run.template.settings).itemLimit);
      }
    }
    // P: votes stay inside the budget and inside what the ballot showed.
    if (run.template.kind === "reframe") {
      const { ballotLimit, votes } = reframeSettings.parse(run.template.settings);
      for (const { content } of ballots) {
        const { shown, chosen }: ReadingBallot = readingBallot.parse(content);
        expect(shown.length).toBeLessThanOrEqual(ballotLimit);
        expect((chosen ?? []).length).toBeLessThanOrEqual(votes);
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
        const over = new Set<string>();
        for (const step of steps) {
          session.now += 1_000;
          const before = seenByAll(session);
          perform(session, step);
          check(session);
          // P: nobody can watch a card come, change or go, a late one neither (P100).
          if (step.do === "write" || step.do === "withdraw") {
            expect(seenByAll(session)).toBe(before);
          }
          // What was closed stays closed.
          for (const { template, status } of session.state.activities) {
            const isOver = status === "closed" || status === "skipped";
            expect(isOver || !over.has(template.key)).toBe(true);
            if (isOver) over.add(template.key);
          }
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
const closingStep = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      device: fc.nat(8),
      revision: fc.integer({ min: 1, max: 4 }),
      safe: fc.option(fc.nat(10)),
      useful: fc.option(fc.nat(10)),
      settled: fc.option(fc.boolean()),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("startClosing" as const, "reopen" as const, "advance" as const),
    }),
  },
);

describe("the closing", () => {
  test("counts the newest answer of each phone once, from k on, whatever was reopened meanwhile (P17, P41)", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("welcome", "small-no", "if-then"),
        fc.array(closingStep, { minLength: 5, maxLength: 40, size: "max" }),
        (from, steps) => {
          const session = createMemorySession(plan, 5);
          session.send("facilitator", { type: "begin", endsAt: null });
          advanceTo(session, from, firstPhaseOf(from));
          session.send("facilitator", { type: "startClosing", from: positionOf(session.state) });
          expect(session.state.status).toBe("closing");
          /** By question and phone: what counts, and its revision. */
          const told = new Map<string, { revision: number; answer: number | boolean }>();
          for (const step of steps) {
            const here = positionOf(session.state);
            if (step.do !== "answer") {
              session.send("facilitator", { type: step.do, from: here });
              continue;
            }
            const { do: _, device, revision, ...answers } = step;
            const answered = session.send(deviceOf(device), answerChecks(revision, answers));
            // P135: another answer under the same revision was never taken, and nothing beside it is.
            const isOther = Object.entries(answers).some(([question, answer]) => {
              const known = told.get(`${question}/${device}`);
              return answer !== null && known?.revision === revision && known.answer !== answer;
            });
            expect(answered).toMatchObject(
              isOther ? { ok: false, code: "conflict" } : { ok: true, events: [] },
            );
            for (const [question, answer] of isOther ? [] : Object.entries(answers)) {
              const key = `${question}/${device}`;
              if (answer === null || (told.get(key)?.revision ?? 0) >= revision) continue;
              told.set(key, { revision, answer });
            }
            const unsettled = [...told].filter(
              ([key, { answer }]) => key.startsWith("settled/") && answer === false,
            );
            expect(session.view("facilitator").facilitator?.notSettled).toBe(unsettled.length);
            check(session);
          }
          session.send("facilitator", { type: "end" });
          expect(session.state.status).toBe("finished");
          check(session);
          const closing = session.state.activities.find(isClosing);
          const spread = (question: string) => {
            const scores = [...told]
              .filter(([key]) => key.startsWith(`${question}/`))
              .map(([, { answer }]) => answer);
            if (scores.length < K_SCORES) return null;
            return Array.from(
              { length: 11 },
              (_, score) => scores.filter((each) => each === score).length,
            );
          };
          expect(closing && recordAtClose(closing, "facilitator")).toEqual({
            totals: { safe: spread("safe"), useful: spread("useful") },
          });
          for (const audience of ["participant", "stage"] as const) {
            expect(JSON.stringify(session.view(audience))).not.toContain("safe");
          }
          expect(JSON.stringify(session.log)).not.toContain("settled");
          for (const { template } of session.state.activities) {
            expect(session.sealedBallots(template.key)).toEqual([]);
          }
        },
      ),
    );
  });

  test("leaves what lies between ready, reopens to it in turn, and comes back (P44)", () => {
    const session = createMemorySession(plan, 5);
    const tell = (type: "startClosing" | "reopen" | "skipActivity") =>
      session.send("facilitator", { type, from: positionOf(session.state) });
    const statuses = () => session.view("facilitator").facilitator?.agenda.map((e) => e.status);
    expect(tell("startClosing")).toEqual({ ok: false, code: "wrong-phase" });
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "other-readings", "case");
    expect(tell("reopen")).toEqual({ ok: false, code: "wrong-phase" });
    tell("startClosing");
    const keys = plan.activities.map(({ key }) => key);
    const passed = keys.slice(0, keys.indexOf("other-readings") + 1).map(() => "closed");
    const [next = "", ...later] = keys.slice(passed.length, -1);
    const ready = later.map(() => "ready");
    expect(statuses()).toEqual([...passed, "ready", ...ready, "open"]);
    expect(tell("startClosing")).toEqual({ ok: false, code: "wrong-phase" });
    session.now += 60_000;
    expect(tell("reopen")).toMatchObject({ ok: true });
    expect(session.state.status).toBe("running");
    expect(positionOf(session.state).activity).toBe(next);
    // The closing is ahead again, without a start of its own.
    expect(statuses()).toEqual([...passed, "open", ...ready, "ready"]);
    expect(session.view("facilitator").facilitator?.agenda.at(-1)?.startedAt).toBe(null);
    for (const key of later) {
      tell("skipActivity");
      expect(positionOf(session.state).activity).toBe(key);
    }
    tell("skipActivity");
    expect(session.state.status).toBe("closing");
    expect(session.view("facilitator").facilitator?.agenda.at(-1)?.startedAt).toBe(session.now);
    // Nothing is left to reopen to.
    expect(tell("reopen")).toEqual({ ok: false, code: "wrong-phase" });
  });

  test("takes answers of participants only, and none that no closing asked for", () => {
    const session = createMemorySession(plan, 5);
    const answers = { safe: 3, useful: 4, settled: false };
    session.send("facilitator", { type: "begin", endsAt: null });
    expect(session.send(deviceOf(0), answerChecks(1, answers))).toEqual({
      ok: false,
      code: "wrong-phase",
    });
    expect(session.send(deviceOf(0), answerChecks(1, answers, "welcome"))).toEqual({
      ok: false,
      code: "not-allowed",
    });
    session.send("facilitator", { type: "startClosing", from: positionOf(session.state) });
    expect(session.send("facilitator", answerChecks(1, answers)).ok).toBe(false);
    session.send("facilitator", { type: "end" });
    expect(session.send(deviceOf(0), answerChecks(1, answers))).toEqual({
      ok: false,
      code: "closed",
    });
  });
});

const firstPhaseOf = (key: string): string =>
  ({ welcome: "show", "small-no": "write", "if-then": "fill" })[key] ?? "";

describe("shared steps", () => {
  test("are counted from k people on who shared one, however many finished", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), (finishing, sharing) => {
        const session = createMemorySession(plan, 5);
        session.send("facilitator", { type: "begin", endsAt: null });
        advanceTo(session, "if-then", "fill");
        for (let device = 0; device < finishing; device += 1) {
          session.send(deviceOf(device), {
            type: "activity",
            activity: "if-then",
            command: {
              type: "reportFinished",
              revision: 1,
              steps: device < sharing ? ["thank"] : [],
            },
          });
        }
        advanceTo(session, "close", "show");
        const run = session.state.activities.find(({ template }) => template.key === "if-then");
        const shared = Math.min(finishing, sharing);
        expect(run && recordAtClose(run, "facilitator")).toEqual({
          isCounted: true,
          finished: finishing < K_SCORES ? null : finishing,
          steps: shared < K_SCORES ? null : { shown: [{ key: "thank", count: shared }], other: 0 },
        });
      }),
    );
  });

  test("A8: the log keeps no smaller cells than are shown", () => {
    const { genericSteps } = plan.activities.flatMap((each) =>
      each.kind === "commit" ? [commitSettings.parse(each.settings)] : [],
    )[0] ?? { genericSteps: [] };
    const keys = genericSteps.map(({ key }) => key);
    const ticked = fc.array(fc.subarray(keys, { minLength: 1 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(ticked, (all) => {
        const session = createMemorySession(plan, 5);
        session.send("facilitator", { type: "begin", endsAt: null });
        advanceTo(session, "if-then", "fill");
        for (const [device, steps] of all.entries()) {
          const command = { type: "reportFinished", revision: 1, steps };
          session.send(deviceOf(device), { type: "activity", activity: "if-then", command });
        }
        advanceTo(session, "close", "show");
        const [counted] = session.log.flatMap((logged) => {
          const event = logged.type === "activity" ? finishedCounted.safeParse(logged.event) : null;
          return event?.success ? [event.data] : [];
        });
        const { steps = {}, other = -1 } = counted ?? {};
        for (const times of Object.values(steps)) expect(times).toBeGreaterThanOrEqual(CELL_MIN);
        expect(other === 0 || other >= CELL_MIN).toBe(true);
        // Nobody's tick is lost, and screens show what is stored.
        const sum = Object.values(steps).reduce((before, times) => before + times, other);
        expect(sum).toBe(all.flat().length);
        const run = session.state.activities.find(({ template }) => template.key === "if-then");
        const record = commitRecord.parse(run && recordAtClose(run, "stage"));
        expect(record.steps?.other).toBe(other);
        const shown = record.steps?.shown.map(({ key, count }) => [key, count]) ?? [];
        expect(Object.fromEntries(shown)).toEqual(steps);
      }),
    );
  });
});

const finishedCounted = z.object({
  type: z.literal("finishedCounted"),
  steps: z.record(z.string(), z.int()),
  other: z.int(),
});
