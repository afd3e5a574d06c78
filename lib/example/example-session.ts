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
/** Nothing is looked up under it. */
const EXAMPLE = "example";

/** What each audience saw at the end of each phase of an activity, by the phase's name, in their order. */
export type ExampleViews = ReadonlyMap<string, Readonly<Record<Audience, SessionView>>>;

/** What of a plan its example is made of: how it speaks is chosen with it. */
export type ExamplePlan = Pick<PlanTemplate, "title" | "purpose" | "minutes" | "activities">;

/**
 * A plan held by made-up people: what was seen of one of its activities. What that takes nothing from passes without
 * them, so that an example of a long plan takes no longer to make. Empty where the room never comes to it; throws
 * where the plan can't be held (`planProblems`).
 */
export function exampleViews(
  { title, purpose, minutes, activities }: ExamplePlan,
  activity: string,
  { language, address, now }: ExampleOf,
): ExampleViews {
  const session = holdInMemory(
    { templateId: EXAMPLE, title, purpose, minutes, activities, address, language },
    1,
  );
  session.now = now;
  session.joined = PEOPLE;
  const people = Array.from({ length: PEOPLE }, (_, number) => personWith(number, language));
  const held = buildsOn(activities, activity);
  const seen = new Map<string, Record<Audience, SessionView>>();
  session.send("facilitator", { type: "begin", endsAt: null });
  for (;;) {
    const here = currentRun(session.state)?.template.key;
    const room = here !== undefined && held.has(here) ? people : [];
    for (const person of room.slice(0, DONE)) play(session, person);
    const from = positionOf(session.state);
    if (here === activity && from.phase !== null) {
      seen.set(from.phase, viewsOf(session));
    }
    for (const person of room.slice(DONE)) play(session, person);
    const isOn =
      session.send("facilitator", { type: "advance", from }).ok ||
      // Where an empty room is asked for something that it doesn't have.
      (room.length === 0 && session.send("facilitator", { type: "skipActivity", from }).ok);
    const isPast = seen.size > 0 && currentRun(session.state)?.template.key !== activity;
    if (!isOn || isPast) return seen;
  }
}

/** What each audience sees now, once so many of the room are done. */
function viewsOf(session: InMemory): Record<Audience, SessionView> {
  const isAsked = session.view("participant").activity?.about.takes != null;
  session.people = { joined: PEOPLE, away: 0, done: isAsked ? DONE : 0 };
  return {
    // As one of those who are done sees it, with their own seat where there are seats.
    participant: { ...session.view("participant"), ...session.narrow(secretOf(0)) },
    stage: session.view("stage"),
    facilitator: session.view("facilitator"),
  };
}

/** The activity and all that it takes something from, by their keys. */
function buildsOn(activities: ExamplePlan["activities"], activity: string): ReadonlySet<string> {
  const found = new Set([activity]);
  // A set goes on with what is added meanwhile.
  for (const key of found) {
    const template = activities.find((each) => each.key === key);
    const earlier = template ? kindOf(template.kind).refersTo(template.settings) : [];
    for (const each of earlier) found.add(each);
  }
  return found;
}

export interface ExampleOf {
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
