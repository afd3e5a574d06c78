import { kindOf } from "@/lib/activities/kinds";
import type { Person } from "@/lib/activities/simulation";
import type { Audience } from "@/lib/channel";
import { hashOf, holdInMemory, type InMemory } from "@/lib/example/in-memory";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { currentRun, positionOf } from "@/lib/session/state";
import type { SessionView } from "@/lib/session/view-schema";
import type { Address, Language } from "@/lib/words";

/** As many as a usual room; everything is shown. */
const PEOPLE = 12;
/** So many are done when a phase is looked at; the others come after. */
const DONE = 8;

/** What an audience saw at the end of each phase of an activity, by the phase's name, in their order. */
export type ExampleViews = ReadonlyMap<string, SessionView>;

/** A plan held by made-up people: what this audience saw of one of its activities. */
export function exampleViews(
  plan: PlanTemplate,
  activity: string,
  { audience, language, address, now }: ExampleOf,
): ExampleViews {
  const { id: templateId, title, purpose, minutes, activities } = plan;
  const session = holdInMemory(
    { templateId, title, purpose, minutes, activities, address, language },
    1,
  );
  session.now = now;
  session.joined = PEOPLE;
  const people = Array.from({ length: PEOPLE }, (_, number) => personWith(number, language));
  const seen = new Map<string, SessionView>();
  session.send("facilitator", { type: "begin", endsAt: null });
  for (;;) {
    const isAsked = session.view("participant").activity?.about.takes != null;
    for (const person of people.slice(0, DONE)) play(session, person);
    session.people = { joined: PEOPLE, away: 0, done: isAsked ? DONE : 0 };
    const { phase } = positionOf(session.state);
    const isHere = currentRun(session.state)?.template.key === activity;
    if (isHere && phase !== null) seen.set(phase, session.view(audience));
    for (const person of people.slice(DONE)) play(session, person);
    const answer = session.send("facilitator", {
      type: "advance",
      from: positionOf(session.state),
    });
    if (!answer.ok || (seen.size > 0 && currentRun(session.state)?.template.key !== activity)) {
      return seen;
    }
  }
}

export interface ExampleOf {
  audience: Audience;
  language: Language;
  address: Address;
  /** When it is held, in milliseconds: clocks run from there. */
  now: number;
}

/** What one person does in the current phase. */
export function play(session: InMemory, person: Person): void {
  const { planned, activity, cards } = session.view("participant");
  if (!planned || !activity) return;
  const steps = kindOf(planned.kind).simulate(person, {
    ...{ key: planned.key, settings: planned.settings, phase: activity.phase },
    ...{ record: activity.record, cards: Object.values(cards) },
  });
  for (let step = steps.next(); !step.done; ) {
    const answer = session.send(
      { device: secretOf(person.number) },
      { type: "activity", activity: planned.key, command: step.value },
    );
    step = steps.next(answer.ok ? (answer.reply ?? null) : null);
  }
}

const secretOf = (number: number): string => (number + 1).toString(16).padStart(32, "0");

/** The same person each time: what they do follows from their number. */
export function personWith(number: number, language: Language): Person {
  let drawn = secretOf(number);
  const next = () => {
    drawn = hashOf(drawn).slice(0, 32);
    return drawn;
  };
  const chance: Person["chance"] = {
    int: (least, below) => least + (Number(`0x${next().slice(0, 8)}`) % (below - least)),
    secret: next,
  };
  return { number, language, chance, kept: new Map(), hash: hashOf };
}
