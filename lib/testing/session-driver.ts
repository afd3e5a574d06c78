import type { Earlier } from "@/lib/activities/contract";
import { readingBallot } from "@/lib/activities/reframe/schema";
import { scaleSettings } from "@/lib/activities/scale/schema";
import type { Audience } from "@/lib/channel";
import type { Command } from "@/lib/session/commands";
import { type ActivityRun, currentRun, positionOf } from "@/lib/session/state";
import { hashOf, type MemorySession, plannedWorkshop } from "@/lib/testing/memory-session";

/** What somebody does in a session of the ready-made plan, for tests of the rules. */

/** The ready-made plan with two cards each, so that one person's cards and people are told apart. */
export const plan = plannedWorkshop((activity) =>
  activity.kind === "collect"
    ? [{ ...activity, settings: { ...activity.settings, itemLimit: 2 } }]
    : [activity],
);

export const hex = (n: number, length = 32) => n.toString(16).padStart(length, "0");

/** One thing that somebody does; it is turned into a command where the session then is. */
export type Action = {
  do: string;
  device?: number;
  card?: number;
  revision?: number;
  score?: number;
  pick?: number;
  held?: boolean;
  on?: boolean;
};

export const deviceOf = (n: number) => ({ device: hex(n + 1) });

/** Where in the plan the session is; −1 in the lobby. */
const placeOf = ({ state }: MemorySession): number =>
  state.activities.findIndex(({ template }) => template.key === state.current);

/** The secret of a card: each device has four of its own per activity. */
export const secretOf = (session: MemorySession, { device = 0, card = 0 }: Action) =>
  hex(1000 + placeOf(session) * 100 + device * 10 + card);

export const markOf = (session: MemorySession, step: Action) =>
  hex(9000 + Number(`0x${secretOf(session, step)}`));

/** The text says whose it is, so that a leak is seen in any view. */
export const textOf = (session: MemorySession, { device = 0, card = 0, revision = 1 }: Action) =>
  `«${placeOf(session)}.${device}.${card}.${revision}»`;

export function perform(session: MemorySession, step: Action): void {
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
        markHash: hashOf(markOf(session, step)),
        revision: step.revision ?? 1,
        text: textOf(session, step),
        mayBeQuoted: true,
        notForStage: step.card === 1,
      };
      const data = isReframe
        ? { type: "submitCard", ...secrets, attributes: { caseId: caseOf(session), lens: null } }
        : {
            type: "submitCard",
            ...secrets,
            mayBeCase: (step.card ?? 0) === 0,
            unfair: step.card === 0 && step.device === 6,
          };
      session.send(me, act(data));
      return;
    }
    case "withdraw":
      session.send(
        me,
        act({
          type: "withdrawCard",
          edit: secretOf(session, step),
        }),
      );
      return;
    case "score": {
      const settings = scaleSettings.safeParse(run?.template.settings);
      const items = settings.success ? settings.data.items : [];
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
    case "startClosing":
    case "reopen":
      session.send("facilitator", { type: step.do, from });
      return;
    case "answer":
      session.send(
        me,
        answerChecks(step.revision ?? 1, {
          safe: step.score ?? null,
          useful: null,
          settled: step.score === 0 ? false : null,
        }),
      );
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
    case "holdAll":
      session.send("facilitator", act({ type: "holdCards", held: step.held ?? true }));
      return;
    case "tag": {
      const shown = session.view("facilitator");
      const ids = [...Object.keys(shown.review ?? {}), ...Object.keys(shown.cards)];
      const card = ids[(step.pick ?? 0) % Math.max(1, ids.length)];
      if (card)
        session.send("facilitator", act({ type: "tagCard", card, tagged: step.on ?? true }));
      return;
    }
    case "reviewLate":
    case "revealLate":
      session.send("facilitator", act({ type: step.do }));
      return;
    case "reply": {
      const shown = session.view("facilitator");
      const ids = [...Object.keys(shown.cards), ...Object.keys(shown.review ?? {})];
      const card = ids[(step.pick ?? 0) % Math.max(1, ids.length)];
      const text = `reply to ${card}`;
      if (card) session.send("facilitator", { type: "replyBlind", card, text });
      return;
    }
    case "talk":
    case "help": {
      const mark = step.do === "talk" ? markOf(session, step) : null;
      session.send(me, { type: "wantToTalk", mark, revision: step.revision ?? 1 });
      return;
    }
    case "acknowledge": {
      const { talk } = session.view("facilitator").facilitator ?? {};
      const card = [null, ...(talk?.cards ?? [])][step.pick ?? 0]?.id ?? null;
      const count = Math.max(1, talk?.count ?? 1);
      session.send("facilitator", { type: "acknowledgeTalk", card, count });
      return;
    }
    case "small":
      session.send("facilitator", { type: "chooseSmallGroup", on: step.on ?? false });
  }
}

export interface Answers {
  safe: number | null;
  useful: number | null;
  settled: boolean | null;
}

/** To the closing by its name, wherever the session is. */
export const answerChecks = (revision: number, answers: Answers, activity = "close"): Command => ({
  type: "activity",
  activity,
  command: { type: "answerChecks", revision, ...answers },
});

export function caseOf(session: MemorySession): string {
  const { record } = session.view("stage").activity ?? {};
  const cases = record && typeof record === "object" ? Reflect.get(record, "cases") : null;
  const first: unknown = Array.isArray(cases) ? cases[0] : null;
  const id: unknown = first && typeof first === "object" ? Reflect.get(first, "id") : null;
  return typeof id === "string" ? id : "none";
}

export function advanceTo(session: MemorySession, activity: string, phase: string): void {
  for (let tries = 0; tries < 40; tries += 1) {
    const here = positionOf(session.state);
    if (here.activity === activity && here.phase === phase) return;
    perform(session, { do: "advance" });
  }
  throw new Error(`The session never came to ${activity}/${phase}`);
}

/** What an audience would see of an activity that is over. */
export const recordAtClose = ({ instance }: ActivityRun, audience: Audience): unknown =>
  instance.view({ phase: "closed", audience, review: [], earlier: nothingBefore }).record;

const nothingBefore: Earlier = { facts: () => ({}), shownUnder: () => undefined };
