import { setTimeout as sleep } from "node:timers/promises";
import { type Bot, bot } from "@/attack/anonymity/bot";
import { consoleOf } from "@/attack/anonymity/console";
import { courseOf, instanceOf, type Moments } from "@/attack/anonymity/course";
import { patient } from "@/attack/anonymity/patient";
import { momentOf, personas } from "@/attack/anonymity/personas";
import { attackPlan, BEFORE_CLOSING } from "@/attack/anonymity/plan";
import type { QuietStretch, Trace } from "@/attack/anonymity/truth";
import { type Random, seeded } from "@/attack/random";
import { connectClient } from "@/server/simulated/live-client";
import { type Node, openSession } from "@/server/testing/workshop";

/** While people come in, ms: order and distances stay as they are in minutes. */
const JOINING_MS = 200;

/** One session from the lobby to its end, with eight bots, a facilitator and a stage. */
export async function playSession(
  node: Node,
  account: { id: string; cookie: string },
  random: Random,
  moments: Moments = {},
): Promise<Trace> {
  const { server, url } = node;
  const opened = await openSession(node, account, () => attackPlan);
  const { id: session } = opened;
  const facilitator = patient(opened.facilitator);
  const trace = emptyTrace(session, account.cookie);
  const desk = consoleOf(facilitator, trace);
  await desk.prepareLobby();
  const waysIn = async () => {
    const links = await server.sessions.forFacilitator(account.id, session);
    if (!links?.code) throw new Error("An open session has a code");
    trace.codes.push(links.code);
    return links;
  };
  await waysIn();
  await desk.tell({ type: "rotateCode" });
  await desk.tell({ type: "rotateStageLink" });
  const { stageKey } = await waysIn();
  const stage = await connectClient(url, { role: "stage", key: stageKey });

  const bots = await Promise.all(
    personas.map(async (persona) => {
      // Chance of its own: what a bot does must not depend on how fast the others are.
      const own = seeded(random.below(2 ** 31));
      await sleep(momentOf(persona, own) * JOINING_MS);
      const joined = await bot({ url, session, persona, random: own, trace });
      trace.joined.push(persona.name);
      return joined;
    }),
  );
  const watchers: [string, () => readonly string[]][] = [
    ["facilitator", () => facilitator.frames],
    ["stage", () => stage.frames],
    ...bots.map((each): [string, () => readonly string[]] => [each.name, () => each.frames()]),
  ];
  const counts = () => new Map(watchers.map(([name, frames]) => [name, frames().length]));
  const everybody = (activity: string, phase: string) =>
    Promise.all([
      stage.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
      ...bots.map((each) => each.arrive(activity, phase)),
    ]);
  const to = async (activity: string, phase: string) => {
    await desk.to(activity, phase);
    await everybody(activity, phase);
  };
  /** Only participants act in it. */
  const quietly = async (
    phase: string,
    act: (each: Bot) => Promise<void>,
    { isOfChairs = false } = {},
  ) => {
    // What was pressed before must have arrived by then, or it would be heard of in here.
    await desk.calm(stage);
    const from = counts();
    await Promise.all(bots.map(act));
    const stretch: QuietStretch = { phase, from, to: counts(), isOfChairs };
    trace.quiet.push(stretch);
  };

  const { hold, closeEarly } = courseOf({
    ...{ session, facilitator, desk, bots, random, moments },
    ...{ quietly, everybody, to },
  });
  // The first one is passed over there.
  await desk.begin();
  const closing = attackPlan.at(-1)?.key ?? "";
  for (const activity of attackPlan.slice(1, -1)) {
    await hold(activity);
    if (activity.key === BEFORE_CLOSING) await closeEarly(closing);
  }
  await to(closing, instanceOf(closing).phases[0].name);
  await desk.tell({ type: "end" });
  await Promise.all([
    facilitator.until((view) => view.session.status === "finished"),
    ...bots.map((each) => each.ended()),
  ]);
  for (const [name, frames] of watchers) trace.frames.set(name, [...frames()]);
  for (const client of [facilitator, stage]) {
    for (const value of client.socketIds) trace.secrets.push({ what: "socket", value });
    client.close();
  }
  for (const each of bots) each.leave();
  return trace;
}

function emptyTrace(session: string, cookie: string): Trace {
  return {
    session,
    codes: [],
    cards: [],
    votes: [],
    settled: [],
    rated: [],
    seated: [],
    rows: [],
    moves: [],
    asked: [],
    replied: [],
    commands: new Set(),
    notes: [],
    typedIn: [],
    done: new Map(),
    joined: [],
    secrets: [{ what: "cookie", value: cookie.split("=")[1] ?? "" }],
    frames: new Map(),
    documents: [],
    quiet: [],
    pressed: [],
    answers: [],
  };
}
