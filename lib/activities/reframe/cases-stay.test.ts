import fc from "fast-check";
import { expect, test } from "vitest";
import { reframeRecord } from "@/lib/activities/reframe/record";
import { readingBallot } from "@/lib/activities/reframe/schema";
import { K_CARDS, positionOf } from "@/lib/session/state";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import { deviceOf, hex } from "@/lib/testing/session-driver";
import { givenCases } from "@/lib/workshops/parts/cases";

const DEVICES = 6;
const CASE_LIMIT = 2;

const plan = plannedWorkshop((each) =>
  each.kind === "reframe"
    ? [
        {
          ...each,
          settings: {
            ...each.settings,
            source: { from: "given", givenCases, caseLimit: CASE_LIMIT },
          },
        },
      ]
    : [],
);

const act = (command: { type: string } & Record<string, unknown>) => ({
  type: "activity" as const,
  activity: "other-readings",
  command,
});

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("advance", "back") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("choose"),
      cases: fc.uniqueArray(fc.nat(givenCases.length - 1), {
        minLength: 1,
        maxLength: CASE_LIMIT,
      }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("write"),
      device: fc.nat(DEVICES - 1),
      pick: fc.nat(CASE_LIMIT - 1),
    }),
  },
);

const recordOf = (session: MemorySession) =>
  reframeRecord.parse(session.view("facilitator").activity?.record);
const phaseOf = (session: MemorySession) => positionOf(session.state).phase ?? "";

test("P127 however often one goes back and forth, nobody is locked out, and what is voted on answers a case that is shown", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), fc.nat(), (steps, seed) => {
      const session = createMemorySession(plan, seed);
      session.joined = DEVICES;
      session.send("facilitator", { type: "begin", endsAt: null });
      /** Readings that each device has handed in, case by case. */
      const written = new Map<number, Map<string, number>>();
      let secrets = 0;
      const write = (device: number, pick: number) => {
        const { cases, readingsEach } = recordOf(session);
        const caseId = (cases[pick % cases.length] ?? cases[0])?.id ?? "";
        secrets += 1;
        const answer = session.send(
          deviceOf(device),
          act({
            type: "submitCard",
            edit: hex(secrets),
            markHash: hashOf(hex(9_000 + secrets)),
            revision: 1,
            attributes: { caseId, lens: null },
            text: `Sichtweise ${device}-${secrets}`,
            mayBeQuoted: false,
          }),
        );
        const own = written.get(device) ?? new Map<string, number>();
        const before = own.get(caseId) ?? 0;
        // Whoever has a reading left for this case may write it, whatever they wrote on others.
        expect(answer.ok).toBe(before < (readingsEach ?? 0));
        if (answer.ok) written.set(device, own.set(caseId, before + 1));
      };
      for (const each of steps) {
        const from = positionOf(session.state);
        const phase = phaseOf(session);
        // The vote is what comes of it, and is looked at below.
        if (each.do === "advance" && phase !== "write") {
          session.send("facilitator", { type: "advance", from });
        }
        if (each.do === "back") session.send("facilitator", { type: "goBack", from });
        if ("cases" in each) {
          const cases = each.cases.flatMap((at) => givenCases[at]?.key ?? []);
          const answer = session.send("facilitator", act({ type: "chooseCases", cases }));
          expect(answer.ok).toBe(phase === "choose");
        }
        if ("device" in each && phase === "write") write(each.device, each.pick);
        const shown = new Set(recordOf(session).cases.map(({ id }) => id));
        for (const { content } of session.sealedCards("other-readings")) {
          expect(shown).toContain(content?.attributes.caseId);
        }
      }
      while (phaseOf(session) !== "write") {
        session.send("facilitator", { type: "advance", from: positionOf(session.state) });
      }
      // Enough for a vote: everybody who has not written yet.
      for (let device = 0; device < DEVICES; device += 1) {
        if (!written.has(device)) write(device, 0);
      }
      expect(written.size).toBeGreaterThanOrEqual(K_CARDS);
      while (phaseOf(session) !== "vote") {
        session.send("facilitator", { type: "advance", from: positionOf(session.state) });
      }
      const cards = Object.values(session.view("participant").cards);
      expect(cards.length).toBe(
        [...written.values()].flatMap((own) => [...own.values()]).reduce((sum, n) => sum + n, 0),
      );
      for (const { id } of recordOf(session).cases) {
        const answers = cards.filter(({ attributes }) => attributes.caseId === id);
        const opened = session.send(deviceOf(0), act({ type: "openBallot", caseId: id }));
        const { shown } = readingBallot.parse(opened.ok ? opened.reply : null);
        expect(shown.length > 0).toBe(answers.length > 0);
      }
      expect(session.replayed().activities[0]?.phase).toBe("vote");
    }),
    { numRuns: 150 },
  );
});
