import { describe, expect, it } from "vitest";
import { pausePhases } from "@/lib/activities/pause/phases";
import { type PauseSettings, pauseSettings } from "@/lib/activities/pause/schema";
import { pauseUpcasts } from "@/lib/activities/pause/upcasts";
import type { SessionPlan } from "@/lib/session/plan";
import { inSize } from "@/lib/session/sizes";
import { currentRun } from "@/lib/session/state";
import { createMemorySession, type MemorySession } from "@/lib/testing/memory-session";
import { advanceTo, deviceOf } from "@/lib/testing/session-driver";
import { upcast } from "@/lib/upcast";
import { stepOutside } from "@/lib/workshops/activities/step-outside";
import { planAround } from "@/lib/workshops/single-activity";

const KEY = stepOutside.activity.key;
const settings = pauseSettings.parse(stepOutside.activity.settings);

const { id: templateId, title, purpose, minutes, activities } = planAround(stepOutside);
const plan: SessionPlan = {
  ...{ templateId, title, purpose, minutes, activities: [...activities] },
  ...{ address: "du", language: "de" },
};

const phaseOf = (session: MemorySession) => session.view("participant").activity?.phase;

function at(phase: string): MemorySession {
  const session = createMemorySession(plan, 7);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, KEY, phase);
  return session;
}

describe("a pause with steps (P191)", () => {
  it("has a phase for each, in their order; the silence is what it is about", () => {
    const phases = pausePhases(settings);
    expect(phases.map(({ name }) => name)).toEqual(settings.steps.map(({ key }) => key));
    expect(phases.filter(({ isWork }) => isWork).map(({ name }) => name)).toEqual(["quiet"]);
    const without = { ...settings, steps: settings.steps.filter(({ key }) => key !== "quiet") };
    expect(pausePhases(without).filter(({ isWork }) => isWork)).toHaveLength(1);
  });

  it("is turned once by two consoles that press at the same time", () => {
    const session = at("picture");
    const from = { activity: KEY, phase: "picture" };
    expect(session.send("facilitator", { type: "advance", from })).toMatchObject({ ok: true });
    expect(session.send("facilitator", { type: "advance", from })).toMatchObject({
      ok: false,
      code: "wrong-phase",
    });
    expect(phaseOf(session)).toBe("quiet");
  });

  it("leads back, with the step's whole time again; the first one leads to nothing before it", () => {
    const session = at("quiet");
    const clock = () => currentRun(session.state)?.clock;
    session.now += 90_000;
    const back = (phase: string) =>
      session.send("facilitator", { type: "goBack", from: { activity: KEY, phase } });
    expect(back("quiet")).toMatchObject({ ok: true });
    expect(phaseOf(session)).toBe("picture");
    expect(clock()?.endsAt).toBe(session.now + 60_000);
    expect(back("picture")).toMatchObject({ ok: false });
  });

  it("has a silence of two minutes that can be held and made longer", () => {
    const session = at("quiet");
    const from = { activity: KEY, phase: "quiet" };
    const clock = () => currentRun(session.state)?.clock;
    expect(clock()?.endsAt).toBe(session.now + 120_000);
    session.now += 30_000;
    session.send("facilitator", { type: "pauseClock", from });
    expect(clock()).toEqual({ endsAt: null, remaining: 90_000 });
    session.send("facilitator", { type: "addMinutes", minutes: 1, from });
    session.send("facilitator", { type: "resumeClock", from });
    expect(clock()?.endsAt).toBe(session.now + 150_000);
  });

  it("is where it was after a restart, and for whoever comes late", () => {
    const session = at("move");
    expect(currentRun(session.replayed())?.phase).toBe("move");
    expect(phaseOf(session)).toBe("move");
  });

  it("takes nothing from anybody and leaves nothing but where it was", () => {
    const session = at("year");
    const answer = session.send(deviceOf(0), {
      type: "activity",
      activity: KEY,
      command: { type: "answerChecks", revision: 1, safe: 3, useful: null, settled: null },
    });
    expect(answer).toMatchObject({ ok: false, code: "not-allowed" });
    expect(session.sealedBallots(KEY)).toEqual([]);
    const inside = session.log.filter((each) => each.type === "activity" && each.activity === KEY);
    expect(inside).toEqual([]);
  });
});

describe("what a pause may be", () => {
  const fits = (change: Partial<PauseSettings>) =>
    pauseSettings.safeParse({ ...settings, ...change }).success;

  it("is text, or steps of which each comes once", () => {
    expect(fits({})).toBe(true);
    expect(fits({ steps: [] })).toBe(false);
    expect(fits({ steps: [...settings.steps, ...settings.steps.slice(0, 1)] })).toBe(false);
    expect(fits({ text: { de: "Pause" }, steps: [] })).toBe(true);
  });

  it("is one screen of text where it was stored before there were steps", () => {
    const stored = { text: { de: "Pause" }, acknowledge: null, role: "break" };
    expect(pauseSettings.safeParse(stored).success).toBe(false);
    expect(pauseSettings.parse(upcast(stored, pauseUpcasts.settings))).toEqual({
      ...stored,
      ...{ steps: [], breath: false },
    });
  });

  it("has the same last step in all sizes: it asks for the line of one's own", () => {
    const [line] = stepOutside.activity.privateLines;
    for (const size of stepOutside.activity.sizes) {
      const { steps } = pauseSettings.parse(inSize(stepOutside.activity, size).settings);
      expect(steps.at(-1)?.key).toBe(line?.phase);
    }
  });
});
