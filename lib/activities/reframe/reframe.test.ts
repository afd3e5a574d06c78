import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reframeOffer, reframeRecord, TOP_READINGS } from "@/lib/activities/reframe/record";
import { type CaseSource, readingBallot, reframeSettings } from "@/lib/activities/reframe/schema";
import { K_SCORES, positionOf } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import { toMarkdown } from "@/lib/summary/markdown";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import { same } from "@/lib/words";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { givenCases } from "@/lib/workshops/parts/cases";

const given: CaseSource = { from: "given", givenCases, caseLimit: 1 };
const fromCollect: CaseSource = {
  from: "earlier",
  activity: "small-no",
  givenCases,
  caseLimit: 1,
};
const own: CaseSource = {
  from: "own",
  task: same("Dein härtester Satz", "Your harshest line"),
  answer: null,
  keep: null,
};

/** The workshop's collect and reframe, with cases from this source. */
const planWith = (source: CaseSource) =>
  plannedWorkshop((each) =>
    each.kind === "reframe"
      ? [{ ...each, settings: { ...each.settings, source } }]
      : each.kind === "collect" || each.kind === "commit"
        ? [each]
        : [],
  );

const hex = (n: number) => n.toString(16).padStart(32, "0");
const deviceOf = (n: number) => ({ device: hex(n + 1) });
const act = (command: { type: string } & Record<string, unknown>, activity = "other-readings") => ({
  type: "activity" as const,
  activity,
  command,
});

const ballotLimit = firstAidAfterANo.activities.flatMap((each) =>
  each.kind === "reframe" ? [reframeSettings.parse(each.settings).ballotLimit] : [],
)[0];

function begin(source: CaseSource, options: { seed?: number; joined?: number } = {}) {
  const session = createMemorySession(planWith(source), options.seed ?? 1);
  session.joined = options.joined ?? 0;
  session.send("facilitator", { type: "begin", endsAt: null });
  return session;
}

function advanceTo(session: MemorySession, activity: string, phase: string) {
  for (;;) {
    const from = positionOf(session.state);
    if (from.activity === activity && from.phase === phase) return;
    expect(session.send("facilitator", { type: "advance", from }).ok).toBe(true);
  }
}

const recordOf = (session: MemorySession) =>
  reframeRecord.parse(session.view("participant").activity?.record);

function submitReading(session: MemorySession, device: number, card = 0) {
  const secret = hex(1_000 + device * 10 + card);
  return session.send(
    deviceOf(device),
    act({
      type: "submitCard",
      edit: secret,
      markHash: hashOf(secret),
      revision: 1,
      attributes: { caseId: recordOf(session).cases[0]?.id ?? "", lens: null },
      text: `Lesart ${device}-${card}`,
      mayBeQuoted: false,
    }),
  );
}

/** A vote on so many readings of one case. */
function voting(readings: number, seed: number, source = given) {
  const session = begin(source, { seed });
  advanceTo(session, "other-readings", "write");
  for (let device = 0; device < readings; device += 1) {
    expect(submitReading(session, device).ok).toBe(true);
  }
  advanceTo(session, "other-readings", "vote");
  return session;
}

function openBallot(session: MemorySession, device: number): string[] {
  const caseId = recordOf(session).cases[0]?.id ?? "";
  const opened = session.send(deviceOf(device), act({ type: "openBallot", caseId }));
  return readingBallot.parse(opened.ok ? opened.reply : null).shown;
}

describe("the draw of ballots", () => {
  test("P58 shows each reading as often as any other, to within one, whenever one looks", () => {
    const readings = fc.integer({ min: K_SCORES, max: 24 });
    fc.assert(
      fc.property(readings, fc.integer({ min: 1, max: 20 }), fc.nat(), (n, voters, seed) => {
        const session = voting(n, seed);
        const times = new Map(Object.keys(session.view("stage").cards).map((id) => [id, 0]));
        expect(times.size).toBe(n);
        for (let device = 0; device < voters; device += 1) {
          const shown = openBallot(session, device);
          expect(new Set(shown).size).toBe(Math.min(n, ballotLimit ?? 0));
          for (const id of shown) times.set(id, (times.get(id) ?? 0) + 1);
          const counts = [...times.values()];
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          // Asked again it is the same draw, from the ballot's row (P18).
          expect(openBallot(session, device)).toEqual(shown);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the results", () => {
  test("P58 rank by votes over times shown on cast ballots, and name the votes and who saw it", () => {
    const picks = fc.array(fc.option(fc.array(fc.nat(7), { maxLength: 3 })), { maxLength: 14 });
    fc.assert(
      fc.property(fc.integer({ min: K_SCORES, max: 14 }), picks, fc.nat(), (n, ballots, seed) => {
        const session = voting(n, seed);
        const caseId = recordOf(session).cases[0]?.id ?? "";
        const votes = new Map<string, number>();
        const seen = new Map<string, number>();
        let cast = 0;
        for (const [device, pick] of ballots.entries()) {
          const shown = openBallot(session, device);
          // An open ballot that is never cast counts for nothing, not even as seen.
          if (pick === null) continue;
          const chosen = [...new Set(pick.flatMap((at) => shown[at] ?? []))];
          const command = { type: "castBallot", caseId, revision: 1, readings: chosen };
          expect(session.send(deviceOf(device), act(command)).ok).toBe(true);
          cast += 1;
          for (const id of shown) seen.set(id, (seen.get(id) ?? 0) + 1);
          for (const id of chosen) votes.set(id, (votes.get(id) ?? 0) + 1);
        }
        advanceTo(session, "other-readings", "show");
        const results = recordOf(session).results?.[caseId];
        const isHidden = (id: string) => (seen.get(id) ?? 0) < K_SCORES;
        for (const id of [...votes.keys()].filter(isHidden)) votes.delete(id);
        const hidesSome = Object.keys(session.view("participant").cards).some(isHidden);
        if (cast < K_SCORES || (votes.size === 0 && hidesSome)) {
          expect(results).toBeNull();
          return;
        }
        const share = (id: string) => (votes.get(id) ?? 0) / (seen.get(id) ?? 1);
        const best = [...votes.keys()].map(share).sort((a, b) => b - a);
        expect(results?.map(({ id }) => share(id))).toEqual(best.slice(0, TOP_READINGS));
        for (const each of results ?? []) {
          expect(each).toEqual({
            id: each.id,
            votes: votes.get(each.id),
            shown: seen.get(each.id),
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a reading that few people saw", () => {
  test("has no numbers anywhere, in rooms of five to thirteen, whoever doesn't vote (P99)", () => {
    const room = fc.record({
      people: fc.integer({ min: K_SCORES, max: 13 }),
      /** Who votes: at least as many as are needed for a result. */
      absent: fc.integer({ min: 0, max: 8 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(room, ({ people, absent, seed }) => {
        const session = begin(given, { joined: people, seed });
        advanceTo(session, "other-readings", "write");
        const each = recordOf(session).readingsEach ?? 1;
        for (let device = 0; device < people; device += 1) {
          for (let card = 0; card < each; card += 1) submitReading(session, device, card);
        }
        advanceTo(session, "other-readings", "vote");
        const caseId = recordOf(session).cases[0]?.id ?? "";
        const voters = Math.max(K_SCORES, people - absent);
        const seen = new Map<string, number>();
        for (let device = 0; device < voters; device += 1) {
          const shown = openBallot(session, device);
          const command = { type: "castBallot", caseId, revision: 1, readings: shown.slice(0, 2) };
          expect(session.send(deviceOf(device), act(command)).ok).toBe(true);
          for (const id of shown) seen.set(id, (seen.get(id) ?? 0) + 1);
        }
        advanceTo(session, "other-readings", "show");
        const counted = session.log.flatMap((event) =>
          event.type === "activity" ? [JSON.stringify(event.event)] : [],
        );
        const numbers = counted.filter((text) => text.includes('"votesCounted"')).join();
        for (const [id, times] of seen) {
          if (times < K_SCORES) expect(numbers).not.toContain(id);
        }
        for (const result of recordOf(session).results?.[caseId] ?? []) {
          expect(result.shown).toBeGreaterThanOrEqual(K_SCORES);
        }
        // With everybody, or all but one, voting there is a result of every reading.
        if (voters < people - 1) return;
        expect([...seen.values()].every((times) => times >= K_SCORES)).toBe(true);
        expect(recordOf(session).results?.[caseId]).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe("how many readings one person may write", () => {
  test.each([
    [0, 2],
    [9, 2],
    [10, 1],
    [40, 1],
  ])("with %i people: %i", (joined, allowed) => {
    const session = begin(given, { joined });
    advanceTo(session, "other-readings", "case");
    expect(recordOf(session).readingsEach).toBeNull();
    advanceTo(session, "other-readings", "write");
    expect(recordOf(session).readingsEach).toBe(allowed);
    for (let card = 0; card < 3; card += 1) {
      expect(submitReading(session, 0, card).ok).toBe(card < allowed);
    }
  });

  test("P59 is settled when writing begins: whoever comes later changes it for nobody", () => {
    const session = begin(given, { joined: 9 });
    advanceTo(session, "other-readings", "write");
    session.joined = 12;
    session.send("facilitator", { type: "goBack", from: positionOf(session.state) });
    advanceTo(session, "other-readings", "write");
    expect(recordOf(session).readingsEach).toBe(2);
    expect(session.replayed().activities.map(({ phase }) => phase)).toContain("write");
  });
});

describe("where the cases come from", () => {
  /** The first of five cards may become a case. */
  function collected(source: CaseSource) {
    const session = begin(source);
    for (let n = 0; n < 5; n += 1) {
      const card = { edit: hex(500 + n), markHash: hashOf(hex(600 + n)), text: `Karte ${n}` };
      const consents = { revision: 1, mayBeCase: n === 0, mayBeQuoted: false };
      session.send(deviceOf(n), act({ type: "submitCard", ...card, ...consents }, "small-no"));
    }
    advanceTo(session, "other-readings", source.from === "own" ? "case" : "choose");
    return session;
  }
  const choose = (session: MemorySession, id: string) =>
    session.send("facilitator", act({ type: "chooseCases", cases: [id] }));
  const offered = (session: MemorySession) =>
    reframeOffer.parse(session.view("facilitator").facilitator?.ofKind).cases;
  const consented = (session: MemorySession) =>
    session.state.activities[0]?.instance.facts().consentedCards?.[0]?.id ?? "";

  test("collect: a consented card, which its author's phone knows by the mark", () => {
    const session = collected(fromCollect);
    expect(offered(session)).toHaveLength(1);
    expect(choose(session, consented(session)).ok).toBe(true);
    advanceTo(session, "other-readings", "case");
    expect(recordOf(session).cases).toEqual([
      { id: consented(session), text: "Karte 0", markHash: hashOf(hex(600)) },
    ]);
  });

  test("P125 until it is shown a choice changes nothing for phones and stage, and no card is taken by itself", () => {
    const session = collected(fromCollect);
    const others = () => JSON.stringify([session.view("participant"), session.view("stage")]);
    const before = others();
    const chosen = () =>
      reframeRecord.parse(session.view("facilitator").activity?.record).cases.map(({ id }) => id);
    expect(chosen()).toEqual([givenCases[0]?.key]);
    for (const id of [consented(session), givenCases[1]?.key ?? "", consented(session)]) {
      expect(choose(session, id).ok).toBe(true);
      expect(chosen()).toEqual([id]);
      expect(others()).toBe(before);
    }
    advanceTo(session, "other-readings", "case");
    expect(choose(session, givenCases[1]?.key ?? "")).toEqual({ ok: false, code: "wrong-phase" });
    for (const audience of ["participant", "stage", "facilitator"] as const) {
      expect(JSON.stringify(session.view(audience).activity)).toContain("Karte 0");
    }
  });

  test("collect, nobody consented: a given case", () => {
    const session = begin(fromCollect);
    advanceTo(session, "other-readings", "case");
    expect(recordOf(session).cases).toMatchObject([{ id: givenCases[0]?.key, text: null }]);
  });

  test("given: never a card, consented or not", () => {
    const session = collected(given);
    const shown = reframeRecord.parse(session.view("facilitator").activity?.record);
    expect(shown.cases).toMatchObject([{ id: givenCases[0]?.key }]);
    expect(offered(session)).toEqual([]);
    expect(choose(session, consented(session))).toEqual({ ok: false, code: "not-allowed" });
  });

  test("own: one case without a text, and readings of it are voted on all the same", () => {
    const session = collected(own);
    expect(recordOf(session).cases).toEqual([{ id: "own", text: null, markHash: null }]);
    expect(choose(session, givenCases[0]?.key ?? "")).toEqual({ ok: false, code: "wrong-phase" });
    advanceTo(session, "other-readings", "write");
    for (let device = 0; device < K_SCORES; device += 1) submitReading(session, device);
    advanceTo(session, "other-readings", "vote");
    for (let device = 0; device < K_SCORES; device += 1) {
      const readings = openBallot(session, device).slice(0, 1);
      session.send(
        deviceOf(device),
        act({ type: "castBallot", caseId: "own", revision: 1, readings }),
      );
    }
    advanceTo(session, "other-readings", "show");
    const votes = recordOf(session).results?.own?.map((each) => each.votes) ?? [];
    expect(votes.length).toBeGreaterThan(0);
    expect(Math.max(...votes)).toBeLessThanOrEqual(K_SCORES);

    // The summary says under which heading they stand, and neither makes up a case nor reasons.
    session.send("facilitator", { type: "end" });
    const facts = { day: "2026-11-23", joined: K_SCORES, takeaway: "", contacts: [] };
    const file = toMarkdown(summarise(session.state, { language: "de", ...facts }));
    expect(file).toContain("### Andere Sichtweisen");
    expect(file).toContain("die es sahen");
    expect(file).not.toContain("Ein Fall aus der Runde");
    expect(file).not.toContain("Mögliche Gründe");
  });
});
