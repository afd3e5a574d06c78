import { randomInt } from "node:crypto";
import { collectRecord } from "@/lib/activities/collect/view";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import type { ReframeSettings } from "@/lib/activities/reframe/schema";
import { readingBallot } from "@/lib/activities/reframe/schema";
import { reframeRecord } from "@/lib/activities/reframe/view";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { scaleRecord } from "@/lib/activities/scale/view";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import { transientRefusals } from "@/lib/errors";
import type { Words } from "@/lib/plans/words";
import { joinAnswer } from "@/lib/protocol";
import type { PlannedActivity, SessionView } from "@/lib/session/view-schema";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { readingOf, setback } from "@/server/simulated/content";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

/** How often a phone asks again where the server said "busy" or "rate-limited". */
const TRIES = 5;
const TRY_AGAIN_MS = 500;

/** Seconds that people take, from the quickest to the slowest. Everybody is done within a phase. */
const SECONDS_FOR: Readonly<Record<PlannedActivity["kind"], readonly [number, number]>> = {
  pause: [2, 10],
  scale: [4, 20],
  collect: [6, 35],
  reframe: [6, 35],
  commit: [8, 40],
};

/** Phases in which a phone has something to do. */
const PHASES_OF: Readonly<Record<PlannedActivity["kind"], readonly string[]>> = {
  pause: ["show"],
  scale: ["ask"],
  collect: ["write", "vote"],
  reframe: ["write", "vote"],
  commit: ["fill", "check"],
};

/** A participant that nobody holds in their hand. It knows what a phone knows, and no more. */
export interface SimulatedPhone {
  readonly client: LiveClient;
  /** Does at once what a person does in the current phase. Doing it again changes nothing. */
  takePart(): Promise<void>;
  /** Takes part in every phase that comes, in human time, until closed. */
  follow(): void;
  close(): void;
}

/** What a right code opens, asked as the join page asks. Throws for a wrong one. */
export async function joinByCode(url: string, code: string): Promise<string> {
  const response = await fetch(new URL("/api/join", url), {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ code }),
  });
  const answer = joinAnswer.parse(await response.json());
  if (!answer.ok) throw new Error("The session can't be joined");
  return answer.session;
}

/**
 * Joins a session as the participant with this number, which decides what it writes. Resolves with
 * the first view.
 */
export async function joinAsPhone(
  url: string,
  session: string,
  number: number,
): Promise<SimulatedPhone> {
  const shake = { role: "participant", session, device: randomId() } as const;
  const client = await connectClient(url, shake, { reconnects: true, keepFrames: false });
  /** What a phone keeps: secrets of its cards, and its scores for the second asking. */
  const edits = new Map<string, string>();
  const scores = new Map<string, number>();
  const finished = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let awaited = "";

  /** The same secret for the same card, so that handing it in twice is one card. */
  const cardOf = (slot: string) => {
    const edit = edits.get(slot) ?? randomId();
    edits.set(slot, edit);
    // A real phone keeps a second secret; this one recognises nothing.
    return { edit, markHash: hashSecret(hashSecret(edit)), revision: 1 };
  };

  /** The answer's reply, or null where the moment has passed. */
  const act: Act = async (activity, command) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await client.send({ type: "activity", activity, command });
      if (answer.ok) return answer.reply ?? null;
      if (!transientRefusals.has(answer.code) || tries === TRIES) return null;
      await new Promise((done) => setTimeout(done, TRY_AGAIN_MS * tries));
    }
  };

  const takePart = async (): Promise<void> => {
    const { view } = client;
    const place = placeOf(view);
    if (!view?.planned || !view.activity || !takesPart(view)) return;
    const { planned } = view;
    if (!finished.has(place)) {
      const person = { number, act, cardOf, scores, language: view.session.language };
      switch (planned.kind) {
        case "pause":
          if (planned.settings.role === "closing") await answerChecks(person, planned.key);
          break;
        case "scale":
          await score(person, planned, view);
          break;
        case "collect":
          if (view.activity.phase === "write") await write(person, planned.key, planned.settings);
          else await layDots(person, planned, view);
          break;
        case "reframe":
          if (view.activity.phase === "write") await reframe(person, planned, view);
          else await vote(person, planned, view);
          break;
        case "commit":
          // Checking it once more changes nothing that anybody else sees.
          if (view.activity.phase === "fill") await plan(person, planned.key, planned.settings);
      }
      finished.add(place);
    }
    // Somebody who has moved on while we wrote is not done with what came after.
    if (placeOf(client.view) === place) client.setDone(true);
  };

  const waitForMoment = (): void => {
    const place = placeOf(client.view);
    if (place === awaited) return;
    awaited = place;
    clearTimeout(timer);
    const { view } = client;
    if (!view?.planned || !takesPart(view)) return;
    const [least, most] = SECONDS_FOR[view.planned.kind];
    timer = setTimeout(
      () => {
        // Offline or refused: the next phase is another chance.
        takePart().catch(() => undefined);
      },
      randomInt(least * 1000, most * 1000),
    );
  };

  return {
    client,
    takePart,
    follow() {
      client.onView(waitForMoment);
      waitForMoment();
    },
    close() {
      clearTimeout(timer);
      client.close();
    },
  };
}

type Act = (
  activity: string,
  command: { type: string } & Record<string, unknown>,
) => Promise<unknown>;

interface Person {
  number: number;
  act: Act;
  cardOf(slot: string): { edit: string; markHash: string; revision: number };
  scores: Map<string, number>;
  language: keyof Words;
}

/** Where the session is, as `kind/activity/phase`. */
function placeOf(view: SessionView | undefined): string {
  const { planned, activity } = view ?? {};
  return `${planned?.kind}/${planned?.key}/${activity?.phase}`;
}

/** Whether a phone has something to do now. */
function takesPart({ planned, activity }: SessionView): boolean {
  return planned !== null && activity !== null && PHASES_OF[planned.kind].includes(activity.phase);
}

/**
 * Any score at first, up to two steps from it at the second asking, in both directions. Like a real
 * phone it keeps the first for itself, and hands in both together.
 */
async function score(
  person: Person,
  planned: { key: string; settings: ScaleSettings },
  view: SessionView,
): Promise<void> {
  const { items, pairWith } = planned.settings;
  const { asking } = scaleRecord.parse(view.activity?.record);
  const scores = items.flatMap(({ key }) => {
    const before = pairWith === null ? null : (person.scores.get(`${pairWith}/${key}`) ?? null);
    const value = before === null ? randomInt(2, 10) : clamp(before + randomInt(-2, 3));
    person.scores.set(`${planned.key}/${key}`, value);
    const staysHere = asking === "first" || (asking === "second" && before === null);
    return staysHere ? [] : [{ item: key, score: value, before }];
  });
  if (scores.length === 0) return;
  await person.act(planned.key, { type: "castScores", revision: 1, scores });
}

const clamp = (value: number): number => Math.min(SCORE_MAX, Math.max(0, value));

/** Second cards begin where those of ten people end. */
const SECOND_CARDS_FROM = 10;

/** One card each, a second one from every fourth. */
async function write(
  person: Person,
  activity: string,
  settings: { itemLimit: number; characterLimit: number },
): Promise<void> {
  const texts = [setback(person.number)];
  if (person.number % 4 === 0) texts.push(setback(SECOND_CARDS_FROM + person.number / 4));
  for (const [card, text] of texts.slice(0, settings.itemLimit).entries()) {
    await person.act(activity, {
      type: "submitCard",
      ...person.cardOf(`${activity}/${card}`),
      text: within(text[person.language], settings.characterLimit),
      // The readings that phones know answer the given cases, so these stay the cases.
      mayBeCase: false,
      mayBeQuoted: person.number % 2 === 0,
    });
  }
}

/** All dots, each on any theme: earlier ones are a little likelier to be liked. */
async function layDots(
  person: Person,
  planned: { key: string; settings: { dots: number } },
  view: SessionView,
): Promise<void> {
  const { themes } = collectRecord.parse(view.activity?.record);
  if (themes.length === 0) return;
  const dots: Record<string, number> = {};
  for (let laid = 0; laid < planned.settings.dots; laid += 1) {
    const theme = themes[Math.min(randomInt(themes.length), randomInt(themes.length))];
    if (theme) dots[theme.id] = (dots[theme.id] ?? 0) + 1;
  }
  await person.act(planned.key, { type: "castDots", revision: 1, dots });
}

/** One reading per case; whoever has none just watches. */
async function reframe(
  person: Person,
  planned: { key: string; settings: ReframeSettings },
  view: SessionView,
): Promise<void> {
  for (const { id } of reframeRecord.parse(view.activity?.record).cases) {
    const reading = readingOf(id, person.number);
    if (!reading) continue;
    const { lens, text } = reading;
    await person.act(planned.key, {
      type: "submitReading",
      ...person.cardOf(`${planned.key}/${id}`),
      caseId: id,
      lens,
      text: within(text[person.language], planned.settings.characterLimit),
      mayBeQuoted: person.number % 2 === 0,
    });
  }
}

async function vote(
  person: Person,
  planned: { key: string; settings: ReframeSettings },
  view: SessionView,
): Promise<void> {
  for (const { id } of reframeRecord.parse(view.activity?.record).cases) {
    const reply = await person.act(planned.key, { type: "openBallot", caseId: id });
    const ballot = readingBallot.safeParse(reply);
    if (!ballot.success) continue;
    // The ballot's own order is random already; earlier ones are a little likelier to be liked.
    const readings = ballot.data.shown
      .filter((_, place) => randomInt(10) < 8 - place)
      .slice(0, planned.settings.votes);
    await person.act(planned.key, { type: "castBallot", caseId: id, revision: 1, readings });
  }
}

/** Which steps people share: some often, some seldom, and not everybody does. */
const STEP_OF_PERSON: readonly (number | null)[] = [0, 1, 0, 2, 1, 0, null, 1, 0, 4];

/** The plan stays on the device, here as there: only "finished" and a ticked step are sent. */
async function plan(person: Person, activity: string, settings: CommitSettings): Promise<void> {
  const steps = settings.genericSteps.map(({ key }) => key);
  const place = STEP_OF_PERSON[person.number % STEP_OF_PERSON.length] ?? null;
  const step = place === null ? undefined : steps[place];
  await person.act(activity, {
    type: "reportFinished",
    revision: 1,
    steps: step === undefined ? [] : [step],
  });
}

/** Every tenth person is not settled enough to leave yet, and one in four leaves a question open. */
async function answerChecks(person: Person, activity: string): Promise<void> {
  await person.act(activity, {
    type: "answerChecks",
    revision: 1,
    safe: randomInt(6, SCORE_MAX + 1),
    useful: person.number % 4 === 2 ? null : randomInt(5, SCORE_MAX + 1),
    settled: person.number % 10 !== 3,
  });
}

/** Shortened to what the plan allows. */
function within(text: string, limit: number): string {
  return [...text].length <= limit ? text : `${[...text].slice(0, limit - 1).join("")}…`;
}
