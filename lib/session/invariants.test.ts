import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { boardRecord } from "@/lib/activities/board/record";
import { boardSettings } from "@/lib/activities/board/schema";
import { collectSettings } from "@/lib/activities/collect/schema";
import { commitRecord } from "@/lib/activities/commit/record";
import { commitSettings } from "@/lib/activities/commit/schema";
import type { ReadingBallot } from "@/lib/activities/reframe/schema";
import { readingBallot, reframeSettings } from "@/lib/activities/reframe/schema";
import { seatBallot } from "@/lib/activities/roleplay/events";
import {
  roleplayConsole,
  roleplayGroup,
  roleplayRecord,
  roleplaySeat,
} from "@/lib/activities/roleplay/record";
import { GROUP_MAX } from "@/lib/activities/roleplay/role-set";
import { roleplaySettings } from "@/lib/activities/roleplay/schema";
import type { RawCommand } from "@/lib/activities/simulation";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { SEAT_SLOT } from "@/lib/channel";
import { flatten } from "@/lib/session/patches";
import { currentRun, isClosing, K_SCORES, openRuns, positionOf } from "@/lib/session/state";
import { view } from "@/lib/session/view";
import { timesTried } from "@/lib/testing/everyday";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import {
  advanceTo,
  answerChecks,
  deviceOf,
  hex,
  perform,
  plan,
  recordAtClose,
} from "@/lib/testing/session-driver";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";

/** Enough runs to reach the end of the workshop often; seeds of failures are printed by fast-check. */
const RUNS = timesTried({ everyday: 60, all: 150 });
/** Fewer where each step looks at every seat. */
const RUNS_IN_GROUPS = timesTried({ everyday: 12, all: 30 });
/** Now and then none of them gets as far as lines or moves: then as many more, so many times at most. */
const ROUNDS_IN_GROUPS = timesTried({ everyday: 10, all: 4 });
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

/** Where cards may be under review, whatever their kind. */
const REVIEWED = [
  ...["review", "reveal", "cluster", "vote", "show", "group", "ask", "deRole"],
  // What was held stays with facilitators.
  ...roleplaySettings.parse(otherChairs.activity.settings).debrief.map(({ key }) => key),
];

/** The parts of a view that phones have, too. */
const FOR_EVERYBODY = ["session", "news", "planned", "activity", "cards"];

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
    expect(REVIEWED).toContain(facilitator.activity?.phase);
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

const seated = withGivenCases(otherChairs).activity;
const board = specificallySeen.activity;
const { zones } = boardSettings.parse(board.settings);

/** Between welcome and closing either notes that everybody puts into groups, or people in roles who write lines in silence. */
const plansOfGroups = [
  { ...board, settings: { ...board.settings, roomSorts: true } },
  { ...seated, settings: { ...seated.settings, mode: "silent" } },
].map((activity) =>
  plannedWorkshop((each) => {
    if (each.kind !== "pause") return [];
    return each.key === "welcome" ? [each] : [activity, each];
  }),
);

const byDevice = { device: fc.nat(DEVICES - 1), card: fc.nat(2), pick: fc.nat(20) };
const inGroups = fc.record({
  do: fc.oneof(
    { weight: 4, arbitrary: fc.constant("everybody" as const) },
    { weight: 3, arbitrary: fc.constant("write" as const) },
    { weight: 3, arbitrary: fc.constant("advance" as const) },
    { weight: 4, arbitrary: fc.constantFrom("theme" as const, "place" as const) },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...(["sit", "leave", "role", "watch", "withdraw", "hold", "regroup"] as const),
        ...(["move", "free", "add", "merge", "late", "showLate"] as const),
      ),
    },
  ),
  revision: fc.integer({ min: 1, max: 4 }),
  ...byDevice,
});
type InGroups = typeof inGroups extends fc.Arbitrary<infer Step> ? Step : never;

const consoleOf = (session: MemorySession) =>
  roleplayConsole.safeParse(session.view("facilitator").facilitator?.ofKind).data;

/** One thing that somebody does in these two activities, as a command. */
function commandInGroups(session: MemorySession, step: InGroups): RawCommand | null {
  const { device, card, pick, revision } = step;
  const kind = currentRun(session.state)?.template.kind;
  const groups = consoleOf(session)?.groups ?? [];
  const letter = groups[pick % Math.max(1, groups.length)]?.letter ?? "A";
  const chairs = groups.flatMap((group) => group.chairs);
  const chair = chairs[(pick * 7) % Math.max(1, chairs.length)]?.id ?? "1";
  const secret = { kind, device, card };
  const own = roleplaySeat.safeParse(session.narrow(hex(device + 1)).seat).data;
  const shown = Object.keys(session.view("participant").cards);
  const theme = hex(70_000 + (pick % 4));
  switch (step.do) {
    case "write":
      return {
        ...{ type: "submitCard", edit: secretFor(secret), revision },
        markHash: hashOf(hex(90_000 + Number(`0x${secretFor(secret)}`))),
        text: `«${kind}.${device}.${card}.${revision}»`,
        attributes:
          kind === "board"
            ? { zone: zones[card % zones.length]?.key }
            : { round: String(card + 1), role: null },
      };
    case "withdraw":
      return { type: "withdrawCard", edit: secretFor(secret) };
    case "sit":
      return { type: "takeSeat", revision, remote: pick === 0 };
    case "leave":
      return { type: "leaveSeat", revision };
    case "role":
      return {
        ...{ type: "otherRole", changes: own?.changes ?? 0 },
        ...{ round: Math.max(1, own?.played.length ?? 1), role: own?.role ?? "decliner" },
      };
    case "watch":
      return { type: "watchRound", changes: own?.changes ?? 0, on: pick % 2 === 0 };
    case "hold": {
      const review = Object.keys(session.view("facilitator").review ?? {});
      const reviewId = review[pick % Math.max(1, review.length)];
      return reviewId ? { type: "holdCard", reviewId, held: pick % 3 > 0 } : null;
    }
    case "regroup":
      return { type: "regroup", size: pick % 2 === 0 ? 3 : 4, pair: false };
    case "move":
      return { type: "moveChair", chair, to: pick % 5 === 0 ? null : letter };
    case "free":
      return { type: "freeChair", chair };
    case "add":
      return { type: "addChair", to: letter };
    case "merge":
      return { type: "mergeGroups", from: letter, into: "A" };
    case "theme":
      return { type: "addTheme", themeId: theme, name: `G ${pick}`, zone: zones[0]?.key };
    case "place": {
      const id = shown[pick % Math.max(1, shown.length)];
      const to = pick % 3 === 0 ? null : theme;
      return id ? { type: "placeCards", cards: [{ id, to, before: null }] } : null;
    }
    case "late":
      return { type: "reviewLate" };
    case "showLate":
      return { type: "revealLate" };
    default:
      return null;
  }
}

/** Everybody sits down, and writes what the round or the board asks for. */
function everybodyActs(session: MemorySession): void {
  const run = currentRun(session.state);
  const round = roleplayRecord.safeParse(session.view("stage").activity?.record).data?.round ?? 1;
  for (let device = 0; run && device < DEVICES; device += 1) {
    for (const step of ["sit", "write"] as const) {
      const own = { device, card: Math.max(0, round - 1), revision: 1, pick: 1, do: step };
      const command = commandInGroups(session, own);
      if (command)
        session.send(deviceOf(device), { type: "activity", activity: run.template.key, command });
    }
  }
}

const ofParticipants = ["write", "withdraw", "sit", "leave", "role", "watch", "place"];

const secretFor = ({ kind, device, card }: { kind?: string; device: number; card: number }) =>
  hex((kind === "board" ? 2_000 : 1_000) + device * 10 + card);

function checkGroups(session: MemorySession): void {
  const seats = session.sealedBallots(seated.key).flatMap(({ slot, tag, content }) => {
    const seat = seatBallot.safeParse(content);
    return slot === SEAT_SLOT && seat.success ? [{ tag, ...seat.data }] : [];
  });
  const console = consoleOf(session);
  const views = (["participant", "stage", "facilitator"] as const).map((audience) =>
    JSON.stringify(session.view(audience)),
  );
  const told = [...views, JSON.stringify(session.log)];
  // Nothing leads from what is seen or kept to a seat.
  for (const { tag } of seats) for (const text of told) expect(text).not.toContain(tag);
  const taken = seats.flatMap(({ chair, left }) => (left || chair === null ? [] : [chair]));
  expect(new Set(taken).size).toBe(taken.length);
  if (!console) return;
  const all = [...console.groups.flatMap(({ chairs }) => chairs), ...console.balcony];
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { chairs } of console.groups) expect(chairs.length).toBeLessThanOrEqual(GROUP_MAX);
  for (let device = 0; device < DEVICES; device += 1) {
    const { seat, group } = session.narrow(hex(device + 1));
    // Nobody gets a group without a seat in it, and no role but their own.
    const own = roleplaySeat.safeParse(seat).data;
    expect(group !== undefined).toBe(own?.at === "group");
    if (group === undefined) continue;
    const { letter, chairs } = roleplayGroup.parse(group);
    const shown = console.groups.find((each) => each.letter === letter);
    expect(chairs.length).toBe(shown?.chairs.length);
    expect(chairs.every(({ role }) => role === null)).toBe(true);
  }
}

/** Lines by what they stand under, with who wrote them. */
function writersByHeading(session: MemorySession): Map<string, Set<string>> {
  const writers = new Map<string, Set<string>>();
  for (const logged of session.log) {
    if (logged.type !== "activity" || logged.activity !== seated.key) continue;
    for (const { text, attributes } of linesRevealed.safeParse(logged.event).data?.cards ?? []) {
      const known = writers.get(attributes.under) ?? new Set();
      writers.set(attributes.under, known.add(text.split(".")[1] ?? ""));
    }
  }
  return writers;
}

const linesRevealed = z.object({
  type: z.literal("cardsRevealed"),
  cards: z.array(z.object({ text: z.string(), attributes: z.object({ under: z.string() }) })),
});

describe("random sessions in groups and on a board", () => {
  test("tell nobody who sits where or wrote what, seat nobody twice, and lose no card", () => {
    const seen = { lines: 0, moves: 0, seats: 0 };
    const isAllSeen = () => Object.values(seen).every((times) => times > 0);
    const holds = fc.property(
      fc.constantFrom(...plansOfGroups),
      fc.array(inGroups, { minLength: 40, maxLength: 140, size: "max" }),
      fc.nat(),
      (planned, steps, seed) => {
        const session = createMemorySession(planned, seed);
        session.send("facilitator", { type: "begin", endsAt: null });
        for (const step of steps) {
          session.now += 1_000;
          const before = seenByAll(session);
          const run = currentRun(session.state);
          const command = commandInGroups(session, step);
          if (step.do === "everybody") everybodyActs(session);
          else if (step.do === "advance") {
            // A board has a quarter of the phases, in which as much is to happen.
            if (step.pick % 4 === 0 || run?.template.kind !== "board")
              perform(session, { do: "advance" });
          } else if (command && run) {
            const isParticipant = ofParticipants.includes(step.do);
            const answer = session.send(isParticipant ? deviceOf(step.device) : "facilitator", {
              type: "activity",
              activity: run.template.key,
              command,
            });
            if (answer.ok && step.do === "place") seen.moves += 1;
          }
          check(session);
          checkGroups(session);
          seen.seats += session.sealedBallots(seated.key).length;
          // Nobody can watch a line or a note come or go (P100), nor anybody sit down before there are groups (P231).
          const isSealed = ["write", "withdraw"].includes(step.do);
          const isEarly = step.do === "sit" && consoleOf(session)?.groups.length === 0;
          if (isSealed || isEarly) expect(seenByAll(session)).toBe(before);
          const { themes, sorted } = boardRecord.safeParse(session.view("stage").activity?.record)
            .data ?? { themes: [], sorted: {} };
          const cards = Object.keys(session.view("facilitator").cards);
          for (const [card, theme] of Object.entries(sorted)) {
            expect(cards).toContain(card);
            expect(themes.map(({ id }) => id)).toContain(theme);
          }
        }
        const k = session.state.k.cards;
        // A reveal without any line tells that there was nothing to show.
        for (const people of contributorsOfReveals(session)) {
          expect(people === 0 || people >= k).toBe(true);
        }
        // Whatever lines stand under is as many people's (P234).
        for (const writers of writersByHeading(session).values()) {
          seen.lines += 1;
          expect(writers.size).toBeGreaterThanOrEqual(k);
        }
        const soft = session.soft();
        const again = session.replayed();
        for (const audience of ["participant", "stage", "facilitator"] as const) {
          expect([...flatten(view(again, audience, soft))]).toEqual([
            ...flatten(view(session.state, audience, soft)),
          ]);
        }
      },
    );
    for (let round = 0; round < ROUNDS_IN_GROUPS && !isAllSeen(); round += 1) {
      fc.assert(holds, { numRuns: RUNS_IN_GROUPS });
    }
    // Else nothing was there to be told.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
  });
});
