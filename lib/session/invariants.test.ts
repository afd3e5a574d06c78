import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadingBallot } from "@/lib/activities/reframe/schema";
import { readingBallot } from "@/lib/activities/reframe/schema";
import type { Command } from "@/lib/session/commands";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/session/memory-session";
import { flatten } from "@/lib/session/patches";
import { currentRun, positionOf } from "@/lib/session/state";
import { view } from "@/lib/session/view";

const plan = plannedWorkshop();

/** Enough runs to reach the end of the workshop often; seeds of failures are printed by fast-check. */
const RUNS = 150;
const DEVICES = 7;

const hex = (n: number, length = 32) => n.toString(16).padStart(length, "0");

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
);

type Action = {
  do: string;
  device?: number;
  card?: number;
  revision?: number;
  score?: number;
  pick?: number;
  held?: boolean;
  on?: boolean;
};

const deviceOf = (n: number) => ({ device: hex(n + 1) });

/** The secret of a card: each device has four of its own per activity. */
const secretOf = (session: MemorySession, { device = 0, card = 0 }: Action) =>
  hex(1000 + session.state.current * 100 + device * 10 + card);

/** The text says whose it is, so that a leak is seen in any view. */
const textOf = (session: MemorySession, { device = 0, card = 0, revision = 1 }: Action) =>
  `«${session.state.current}.${device}.${card}.${revision}»`;

function perform(session: MemorySession, step: Action): void {
  const run = currentRun(session.state);
  const from = positionOf(session.state);
  const activity = run?.template.key ?? "none";
  const act = (command: Extract<Command, { type: "activity" }>["command"]): Command => ({
    type: "activity",
    activity,
    command,
  });
  const me = deviceOf(step.device ?? 0);
  const isReframe = run?.template.kind === "reframe";
  switch (step.do) {
    case "write": {
      const secrets = {
        edit: secretOf(session, step),
        markHash: hashOf(hex(9000 + Number(`0x${secretOf(session, step)}`))),
        revision: step.revision ?? 1,
        text: textOf(session, step),
        mayBeQuoted: true,
      };
      const data = isReframe
        ? { type: "submitReading", ...secrets, caseId: caseOf(session), lens: null }
        : { type: "submitCard", ...secrets, mayBeCase: (step.card ?? 0) === 0 };
      session.send(me, act(data));
      return;
    }
    case "withdraw":
      session.send(
        me,
        act({
          type: isReframe ? "withdrawReading" : "withdrawCard",
          edit: secretOf(session, step),
        }),
      );
      return;
    case "score": {
      const items = run?.template.kind === "scale" ? run.template.settings.items : [];
      if (items.length === 0) return;
      const scores = items.map(({ key }) => ({ item: key, score: step.score ?? 0, before: 3 }));
      session.send(me, act({ type: "castScores", revision: 1, scores }));
      return;
    }
    case "vote": {
      const opened = session.send(me, act({ type: "openBallot", caseId: caseOf(session) }));
      if (!opened.ok) return;
      const { shown } = readingBallot.parse(opened.reply);
      const readings = shown.slice(step.pick, (step.pick ?? 0) + 2);
      session.send(me, act({ type: "castBallot", caseId: caseOf(session), revision: 1, readings }));
      return;
    }
    case "finish":
      session.send(me, act({ type: "reportFinished", revision: 1, steps: [] }));
      return;
    case "advance":
      if (session.state.status === "lobby") {
        session.send("facilitator", { type: "begin", endsAt: null });
      } else session.send("facilitator", { type: "advance", from });
      return;
    case "back":
      session.send("facilitator", { type: "goBack", from });
      return;
    case "hold": {
      const review = Object.keys(session.view("facilitator").review ?? {});
      const reviewId = review[(step.pick ?? 0) % Math.max(1, review.length)];
      if (reviewId) {
        session.send("facilitator", act({ type: "holdCard", reviewId, held: step.held ?? true }));
      }
      return;
    }
    case "small":
      session.send("facilitator", { type: "chooseSmallGroup", on: step.on ?? false });
  }
}

function caseOf(session: MemorySession): string {
  const run = currentRun(session.state);
  const record = run?.phase ? run.instance.view(run.phase, "stage", []).record : null;
  const cases = record && typeof record === "object" ? Reflect.get(record, "cases") : null;
  const first: unknown = Array.isArray(cases) ? cases[0] : null;
  const id: unknown = first && typeof first === "object" ? Reflect.get(first, "id") : null;
  return typeof id === "string" ? id : "none";
}

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
  const { review = {}, ...rest } = facilitator;
  for (const text of sealed) expect(JSON.stringify(rest)).not.toContain(text);
  if (Object.keys(review).length > 0) {
    expect(["review", "reveal", "cluster"]).toContain(facilitator.activity?.phase);
  }
  // One serialisation for every audience.
  expect(JSON.stringify(session.view("participant").cards)).toBe(JSON.stringify(facilitator.cards));
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

describe("random sessions", () => {
  test("never show anything unrevealed, keep budgets and phases, and replay from the log", () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 20, maxLength: 120 }), fc.nat(), (steps, seed) => {
        const session = createMemorySession(plan, seed);
        let furthest = -1;
        for (const step of steps) {
          session.now += 1_000;
          perform(session, step);
          check(session);
          // Activities never reopen.
          expect(session.state.current).toBeGreaterThanOrEqual(furthest);
          furthest = session.state.current;
        }
        const soft = {
          people: { joined: 0, away: 0, done: 0 },
          review: [],
          door: { code: null, stageKey: "" },
        };
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

function advanceTo(session: MemorySession, activity: string, phase: string): void {
  for (let tries = 0; tries < 40; tries += 1) {
    const here = positionOf(session.state);
    if (here.activity === activity && here.phase === phase) return;
    perform(session, { do: "advance" });
  }
  throw new Error(`The session never came to ${activity}/${phase}`);
}
