import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectRecord } from "@/lib/activities/collect/record";
import { K_SCORES, positionOf } from "@/lib/session/state";
import { view } from "@/lib/session/view";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";

const DOTS = 3;
const THEMES = ["a", "b", "c"].map((letter) => letter.repeat(32));
const audiences = ["participant", "stage", "facilitator"] as const;

/** The collect activity of the 30-minute workshop, with so many dots, and one that follows it. */
const planWith = (dots: number) =>
  plannedWorkshop((each) =>
    each.kind === "collect"
      ? [{ ...each, settings: { ...each.settings, dots } }]
      : each.kind === "commit"
        ? [each]
        : [],
  );

const deviceOf = (n: number) => ({ device: (n + 1).toString(16).padStart(32, "0") });

const act = (command: { type: string } & Record<string, unknown>) => ({
  type: "activity" as const,
  activity: "small-no",
  command,
});

function advance(session: MemorySession) {
  return session.send("facilitator", { type: "advance", from: positionOf(session.state) });
}

function advanceTo(session: MemorySession, phase: string) {
  while (positionOf(session.state).phase !== phase) expect(advance(session).ok).toBe(true);
}

/** Five cards are revealed, three themes named, and the vote is open. */
function voting(seed = 1): MemorySession {
  const session = createMemorySession(planWith(DOTS), seed);
  session.send("facilitator", { type: "begin", endsAt: null });
  for (let n = 0; n < 5; n += 1) {
    const secret = (100 + n).toString(16).padStart(32, "0");
    const card = { edit: secret, markHash: hashOf(secret), revision: 1, text: `Karte ${n}` };
    const consents = { mayBeCase: false, mayBeQuoted: false };
    session.send(deviceOf(n), act({ type: "submitCard", ...card, ...consents }));
  }
  advanceTo(session, "cluster");
  for (const [n, themeId] of THEMES.entries()) {
    session.send("facilitator", act({ type: "addTheme", themeId, name: `Thema ${n}` }));
  }
  advanceTo(session, "vote");
  return session;
}

const cast = (session: MemorySession, device: number, dots: number[], revision = 1) =>
  session.send(
    deviceOf(device),
    act({
      type: "castDots",
      revision,
      dots: Object.fromEntries(
        dots.flatMap((given, theme) => (given > 0 ? [[THEMES[theme] ?? "", given]] : [])),
      ),
    }),
  );

/** Dots per theme as everybody sees them, in the order of `THEMES`; null: not enough, or not yet. */
function shown(session: MemorySession, audience: (typeof audiences)[number] = "participant") {
  const { vote } = collectRecord.parse(session.view(audience).activity?.record);
  if (!vote?.enough) return null;
  return THEMES.map((id) => vote.themes.find((theme) => theme.id === id)?.dots ?? 0);
}

describe("the phases of collect", () => {
  test("depend on the settings: no dots, no vote", () => {
    const without = createMemorySession(planWith(0), 1);
    const phasesOf = (session: MemorySession) =>
      session.view("facilitator").facilitator?.agenda[0]?.phases.map(({ name }) => name);
    expect(phasesOf(without)).toEqual(["write", "review", "reveal", "cluster"]);
    expect(phasesOf(voting())).toEqual([
      ...["write", "review", "reveal", "cluster"],
      ...["vote", "show"],
    ]);
  });
});

describe("the vote on themes", () => {
  test("P57 totals are the newest ballot of each device, from k ballots on; nobody sees any before", () => {
    const ballot = fc.record({
      device: fc.nat(7),
      dots: fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }),
      revision: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 30 }), fc.nat(), (ballots, seed) => {
        const session = voting(seed);
        const before = audiences.map((audience) => session.view(audience));
        const newest = new Map<number, { revision: number; dots: number[] }>();
        for (const { device, dots, revision } of ballots) {
          const answer = cast(session, device, dots, revision);
          const stored = newest.get(device);
          if (stored && stored.revision >= revision) {
            // P135: other dots under the same revision were never taken.
            const isOther = stored.revision === revision && stored.dots.join() !== dots.join();
            expect(answer).toMatchObject(isOther ? { ok: false, code: "conflict" } : { ok: true });
          } else if (dots.reduce((sum, each) => sum + each, 0) > DOTS) {
            expect(answer).toMatchObject({ code: "over-budget" });
          } else {
            expect(answer.ok).toBe(true);
            newest.set(device, { revision, dots });
          }
          // No interim tallies, not even a sign that somebody voted.
          expect(audiences.map((audience) => session.view(audience))).toEqual(before);
        }
        expect(session.sealedBallots("small-no")).toHaveLength(newest.size);

        advance(session);
        const totals = [...newest.values()].reduce(
          (sum, { dots }) => sum.map((total, theme) => total + (dots[theme] ?? 0)),
          [0, 0, 0],
        );
        for (const audience of audiences) {
          expect(shown(session, audience)).toEqual(newest.size >= K_SCORES ? totals : null);
          const { vote } = collectRecord.parse(session.view(audience).activity?.record);
          const order = vote?.themes.map(({ dots }) => dots) ?? [];
          expect(order).toEqual([...order].sort((a, b) => b - a));
          expect(order).not.toContain(0);
        }
        // A late ballot is told so, and nothing of the vote outlives the activity.
        expect(cast(session, 0, [1, 0, 0], 9)).toMatchObject({ code: "closed" });
        const again = session.replayed();
        for (const audience of audiences) {
          expect(view(again, audience, session.soft())).toEqual(session.view(audience));
        }
        advance(session);
        expect(session.sealedBallots("small-no")).toEqual([]);
      }),
    );
  });

  test("a theme that comes back stands before the one it stood before, else last", () => {
    const session = voting();
    session.send("facilitator", { type: "goBack", from: positionOf(session.state) });
    const order = () =>
      collectRecord.parse(session.view("stage").activity?.record).themes.map(({ id }) => id);
    const [first = "", second = "", third = ""] = THEMES;
    const send = (command: { type: string } & Record<string, unknown>) =>
      session.send("facilitator", act(command));
    for (const [themeId, before] of [
      [first, second],
      [second, third],
    ]) {
      send({ type: "removeTheme", themeId });
      expect(order()).not.toContain(themeId);
      expect(send({ type: "addTheme", themeId, name: "Wieder da", before }).ok).toBe(true);
      expect(order()).toEqual(THEMES);
    }
    // Another console has taken away the neighbour meanwhile.
    send({ type: "removeTheme", themeId: first });
    send({ type: "removeTheme", themeId: second });
    send({ type: "addTheme", themeId: first, name: "Wieder da", before: second });
    expect(order()).toEqual([third, first]);
    const again = view(session.replayed(), "stage", session.soft());
    expect(again).toEqual(session.view("stage"));
  });

  test("P56 takes no dots before the vote, from facilitators, or on themes there are not", () => {
    const session = voting();
    expect(session.send("facilitator", act({ type: "castDots", revision: 1, dots: {} }))).toEqual({
      ok: false,
      code: "not-allowed",
    });
    const unknown = { type: "castDots", revision: 1, dots: { ["f".repeat(32)]: 1 } };
    expect(session.send(deviceOf(0), act(unknown))).toEqual({ ok: false, code: "not-allowed" });
    session.send("facilitator", { type: "goBack", from: positionOf(session.state) });
    expect(cast(session, 0, [1, 0, 0])).toEqual({ ok: false, code: "wrong-phase" });
  });

  test("going back to the themes keeps the ballots; dots on a removed theme do not count", () => {
    const session = voting();
    for (let device = 0; device < K_SCORES; device += 1) cast(session, device, [2, 1, 0]);
    session.send("facilitator", { type: "goBack", from: positionOf(session.state) });
    session.send("facilitator", act({ type: "removeTheme", themeId: THEMES[0] ?? "" }));
    advanceTo(session, "show");
    expect(shown(session)).toEqual([0, K_SCORES, 0]);
    const counted = session.log.find(({ type, ...rest }) => {
      const event = type === "activity" && "event" in rest ? rest.event : null;
      return JSON.stringify(event).includes("dotsCounted");
    });
    expect(JSON.stringify(counted)).toContain(THEMES[1]);
    expect(JSON.stringify(counted)).not.toContain(THEMES[0]);
  });

  test("is counted too where the session ends in the middle of it", () => {
    const session = voting();
    for (let device = 0; device < K_SCORES; device += 1) cast(session, device, [0, 0, 3]);
    session.send("facilitator", { type: "end" });
    expect(shown(session)).toEqual([0, 0, 3 * K_SCORES]);
  });
});
