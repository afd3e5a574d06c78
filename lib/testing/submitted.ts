import { personWith, play } from "@/lib/example/example-session";
import type { SessionPlan } from "@/lib/session/plan";
import type { ActivityTemplate, PlanTemplate } from "@/lib/session/plan-template";
import { K_SCORES, positionOf } from "@/lib/session/state";
import { createMemorySession, type MemorySession } from "@/lib/testing/memory-session";
import { isObject } from "@/lib/upcast";

/** What one device sent last to one activity, of one type. */
interface Sent {
  activity: string;
  device: string;
  command: Readonly<Record<string, unknown>>;
}

/** A number that a summary has to tell, as it was counted from what was sent and not from what was stored. */
export interface Submitted {
  /** What was asked, in German. */
  question: string | null;
  /** What is counted, as the summary calls it; null where it says so in a sentence. */
  label: string | null;
  count: number;
}

/** What people chose, as it was counted from what was sent. A file may withhold it, and may tell it no other way. */
export interface Chosen {
  /** What was asked, in German; null where a file asks it in words of its own. */
  question: string | null;
  label: string;
  count: number;
}

export interface HeldAndCounted {
  session: MemorySession;
  submitted: readonly Submitted[];
  chosen: readonly Chosen[];
}

/** A workshop held to its end by made-up people, and what they sent in it, counted by hand. */
export function heldAndCounted(
  plan: PlanTemplate,
  count: number,
  { smallGroup = false }: { smallGroup?: boolean } = {},
): HeldAndCounted {
  const { id: templateId, title, purpose, activities, minutes, buffer, metBefore } = plan;
  const sessionPlan: SessionPlan = {
    ...{ templateId, title, purpose, minutes, buffer, metBefore, activities },
    ...{ address: "sie", language: "de" },
  };
  const session = createMemorySession(sessionPlan, 1);
  session.joined = count;
  const last = new Map<string, Sent>();
  /** What each view says that somebody voted for. */
  const views = new Map<string, string>();
  const { send } = session;
  const watched: MemorySession = {
    ...session,
    send(actor, command) {
      const answer = send(actor, command);
      if (answer.ok && actor !== "facilitator" && command.type === "activity") {
        const { activity, command: sent } = command;
        // There is a ballot for each case.
        const key = `${activity}/${actor.device}/${sent.type}/${sent.caseId}`;
        last.set(key, { activity, device: actor.device, command: sent });
        for (const id of readingsIn(sent)) {
          views.set(id, session.view("participant").cards[id]?.text ?? "");
        }
      }
      return answer;
    },
  };
  if (smallGroup) send("facilitator", { type: "chooseSmallGroup", on: true });
  send("facilitator", { type: "begin", endsAt: null });
  const people = Array.from({ length: count }, (_, number) => personWith(number, "de"));
  do {
    for (const person of people) play(watched, person);
  } while (send("facilitator", { type: "advance", from: positionOf(session.state) }).ok);
  send("facilitator", { type: "end" });
  const sent = [...last.values()];
  return {
    session,
    submitted: activities.flatMap((each) => countedIn(each, activities, sent)),
    chosen: [...votesIn(sent, views), ...activities.flatMap((each) => pointsIn(each, sent))],
  };
}

const readingsIn = ({ readings }: Sent["command"]): string[] =>
  Array.isArray(readings) ? readings.filter((each) => typeof each === "string") : [];

/** How many voted for each view. Two of them may say the same. */
function votesIn(sent: readonly Sent[], views: ReadonlyMap<string, string>): Chosen[] {
  const votes = sent
    .filter(({ command }) => command.type === "castBallot")
    .flatMap(({ command }) => readingsIn(command));
  return [...views].map(([id, label]) => ({
    ...{ question: null, label },
    count: votes.filter((each) => each === id).length,
  }));
}

/** How many points lie in each bucket of an activity. */
function pointsIn({ key, title, settings }: ActivityTemplate, sent: readonly Sent[]): Chosen[] {
  const { layout, source }: Readonly<Record<string, unknown>> = { ...settings };
  if (!isObject(layout) || !isObject(source) || source.type !== "points") return [];
  const placed = sent
    .filter(({ activity, command }) => activity === key && command.type === "placeItems")
    .flatMap(({ command: { parts } }) => (isObject(parts) ? Object.values(parts) : []));
  return listOf(layout.buckets).map((bucket) => ({
    ...{ question: germanOf(title), label: germanOf(bucket.name) },
    count: placed.reduce<number>((sum, counts) => {
      const count = isObject(counts) ? counts[String(bucket.key)] : 0;
      return sum + (typeof count === "number" ? count : 0);
    }, 0),
  }));
}

/** What a summary tells of numbers below k is that they are too few: they are left out here. */
function countedIn(
  activity: ActivityTemplate,
  all: readonly ActivityTemplate[],
  sent: readonly Sent[],
): Submitted[] {
  const here = sent.filter((each) => each.activity === activity.key);
  const ofType = (type: string) =>
    here.filter(({ command }) => command.type === type).map(({ command }) => command);
  const isAskedAgain = all.some(({ settings }) => settings.pairWith === activity.key);
  const counted: Submitted[] = [];
  for (const item of listOf(activity.settings.items)) {
    // Its answers stay on the phones.
    if (isAskedAgain) continue;
    const question = germanOf(item.prompt);
    const isTwice = activity.settings.pairWith !== null || activity.settings.series === "recall";
    const answers = ofType("castScores").flatMap(({ scores }) =>
      listOf(scores)
        .filter((score) => score.item === item.key && score.score !== null)
        .filter(({ before }) => !isTwice || before !== null),
    );
    const label = isTwice ? "Beides geantwortet" : "Antworten";
    counted.push({ question, label, count: answers.length });
  }
  const finished = ofType("reportFinished");
  if (activity.kind === "commit") {
    counted.push({ question: null, label: null, count: finished.length });
  }
  return counted.filter(({ count }) => count >= K_SCORES);
}

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value : [];

function germanOf(words: unknown): string {
  if (typeof words !== "object" || words === null) return "";
  const { deSie } = { deSie: "", ...words };
  return deSie;
}
