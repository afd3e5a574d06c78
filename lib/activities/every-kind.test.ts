import { describe, expect, test } from "vitest";
import type { RawPlace } from "@/lib/activities/contract";
import { kindOf } from "@/lib/activities/kinds";
import { registry } from "@/lib/activities/registry";
import { canShow, phaseWords } from "@/lib/activities/screens";
import { screensRegistry } from "@/lib/activities/screens-registry";
import type { Person, RawCommand } from "@/lib/activities/simulation";
import type { Audience } from "@/lib/channel";
import type { SessionPlan } from "@/lib/session/plan";
import { currentRun, K_CARDS, K_SCORES, positionOf } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import { inLongestSizes } from "@/lib/testing/longest";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { hex } from "@/lib/testing/session-driver";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

/** What holds for every kind of activity: a new one is picked up from the registries and the workshops. */

/** From so many people on everything is shown. */
const ENOUGH = Math.max(K_CARDS, K_SCORES);

const audiences: readonly Audience[] = ["participant", "stage", "facilitator"];

/** Each workshop and each activity alone as it stands, and with each activity in its longest size. */
const everyPlan = [...workshops, ...singleActivities].flatMap((workshop) => [
  workshop,
  inLongestSizes(workshop),
]);

const plans: SessionPlan[] = everyPlan.map(({ id, title, purpose, minutes, activities }) => ({
  ...{ templateId: id, title, purpose, minutes, activities: [...activities] },
  ...{ address: "du" as const, language: "de" as const },
}));

/** Chance that gives the same each time, from one number. */
function chanceFrom(seed: number): Person["chance"] {
  let drawn = seed;
  const next = () => {
    drawn += 1;
    return hashOf(hex(drawn));
  };
  return {
    int: (least, below) => least + (Number(`0x${next().slice(0, 8)}`) % (below - least)),
    secret: () => next().slice(0, 32),
  };
}

const personWith = (number: number): Person => ({
  ...{ number, language: "de", chance: chanceFrom(1_000 * (number + 1)), kept: new Map() },
  hash: hashOf,
});

/** What one person does in the current phase; returns what was sent, with whether it was taken. */
function play(session: MemorySession, person: Person): { command: RawCommand; ok: boolean }[] {
  const { planned, activity, cards } = session.view("participant");
  if (!planned || !activity) return [];
  const steps = kindOf(planned.kind).simulate(person, {
    ...{ key: planned.key, settings: planned.settings, phase: activity.phase },
    ...{ record: activity.record, cards: Object.values(cards) },
  });
  const sent: { command: RawCommand; ok: boolean }[] = [];
  for (let step = steps.next(); !step.done; ) {
    const command = step.value;
    const answer = session.send(
      { device: hex(person.number + 1) },
      { type: "activity", activity: planned.key, command },
    );
    sent.push({ command, ok: answer.ok });
    step = steps.next(answer.ok ? (answer.reply ?? null) : null);
  }
  return sent;
}

/** A whole session with so many people; `look` is called as each phase ends. */
function hold(plan: SessionPlan, people: number, look: (session: MemorySession) => void) {
  const session = createMemorySession(plan, 7);
  session.joined = people;
  const persons = Array.from({ length: people }, (_, number) => personWith(number));
  session.send("facilitator", { type: "begin", endsAt: null });
  while (session.state.status !== "finished") {
    for (const person of persons) {
      const sent = play(session, person);
      // Where there are too few, nothing may be voted on.
      const refused = sent.filter(({ ok }) => !ok && people >= ENOUGH);
      expect(refused.map(({ command }) => command.type)).toEqual([]);
      // Doing it again changes nothing.
      const before = session.log.length;
      play(session, person);
      expect(session.log.length).toBe(before);
    }
    look(session);
    const from = positionOf(session.state);
    const answer = session.send("facilitator", { type: "advance", from });
    if (!answer.ok) session.send("facilitator", { type: "end" });
  }
  return session;
}

describe.each(registry)("the kind $name", (kind) => {
  test("has screens of its name, and a command's name is its type", () => {
    expect(screensRegistry.map(({ name }) => name)).toContain(kind.name);
    for (const [name, { schema }] of Object.entries(kind.commands)) {
      // Whatever else is missing in it: another type would be told as wrong, too.
      const told = (type: string) => {
        const read = schema.safeParse({ type });
        return read.success ? [] : read.error.issues.map(({ path }) => path.join("."));
      };
      expect(told(name), name).not.toContain("type");
      expect(told(`${name}s`), name).toContain("type");
    }
  });

  test("stands in a plan, where its phases have unique names and words, and one is its work", () => {
    const used = plans.flatMap(({ activities }) => {
      const ofItsKind: RawPlace["ofItsKind"] = activities.filter((each) => each.kind === kind.name);
      return ofItsKind.map(({ key, settings }) => kind.instantiate(settings, { key, ofItsKind }));
    });
    expect(used.length).toBeGreaterThan(0);
    for (const { phases } of used) {
      const names = phases.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(phases.filter(({ isWork }) => isWork)).toHaveLength(1);
      // Without words of its own, one of a name that no other kind has would be said to be over.
      expect(names.map((name) => phaseWords(kind.name, name))).not.toContain("phases.closed");
    }
  });
});

describe.each(plans)("the plan $templateId in $minutes minutes", (plan) => {
  test("is played by simulated people, and its log gives the same views again", () => {
    const session = hold(plan, 8, (now) => {
      for (const audience of audiences) {
        const view = now.view(audience);
        expect(canShow(view)).toBe(true);
        // Of a release that has another kind, or says something else of this one (P137).
        const { planned, activity } = view;
        if (!planned || !activity) throw new Error("no activity is open");
        expect(canShow({ planned: { ...planned, kind: "of-tomorrow" }, activity })).toBe(false);
        expect(canShow({ planned: { ...planned, settings: 0 }, activity })).toBe(false);
        expect(canShow({ planned, activity: { ...activity, record: 0 } })).toBe(false);
      }
    });
    for (const { template, status } of session.state.activities) {
      expect([template.key, status]).toEqual([template.key, "closed"]);
    }
    const again = session.replayed();
    expect(currentRun(again)?.template.key).toBe(currentRun(session.state)?.template.key);
    for (const language of ["de", "en"] as const) {
      const facts = { language, day: "2026-11-26", joined: 8, takeaway: "", contacts: [] };
      expect(summarise(again, facts)).toEqual(summarise(session.state, facts));
    }
  });

  test("shows of fewer than k people what it shows of nobody, to every audience, and in the summary", () => {
    const seenWith = (people: number) => {
      const seen: string[] = [];
      const session = hold(plan, people, (now) => {
        for (const audience of audiences) {
          const { session: head, activity, cards, review } = now.view(audience);
          seen.push(JSON.stringify([head.unshown, head.tooLate, activity, cards, review]));
        }
      });
      const facts = { day: "2026-11-26", joined: 0, takeaway: "", contacts: [] };
      const summaries = (["de", "en"] as const).map((language) =>
        summarise(session.state, { ...facts, language }),
      );
      return [...seen, JSON.stringify(summaries)];
    };
    const few = Math.min(K_CARDS, K_SCORES) - 1;
    expect(seenWith(few)).toEqual(seenWith(0));
  });
});
