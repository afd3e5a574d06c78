import { setTimeout as sleep } from "node:timers/promises";
import { type Bot, bot } from "@/attack/anonymity/bot";
import { consoleOf, type Held } from "@/attack/anonymity/console";
import { momentOf, personas } from "@/attack/anonymity/personas";
import { attackPlan, CASES_QUESTION, VOTED_QUESTION } from "@/attack/anonymity/plan";
import type { CardTruth, QuietStretch, Trace } from "@/attack/anonymity/truth";
import { type Random, seeded } from "@/attack/random";
import { connectClient } from "@/server/simulated/live-client";
import { here, type Node, openSession } from "@/server/testing/workshop";

/** What takes minutes in a workshop takes this long here, ms: order and distances stay. */
const WRITING_MS = 600;
const REVIEW_MS = 200;
const VOTING_MS = 500;
const JOINING_MS = 200;

/** How often a facilitator holds a card, and lets it go again after the reveal. */
const HOLDS = 0.4;
const RELEASES = 0.5;

/**
 * How many say that they are not settled yet, each as likely as the others. Always as many: in a
 * session without one, or with nobody else, there is nothing to be told apart.
 */
const NOT_SETTLED = 3;

/** Where somebody may leave for a while. */
const LEFT_QUESTION = "question-1";

export interface Moments {
  /** Called while everything of a phase is sealed and everybody is done with it. */
  sealed?(session: string, activity: string, cards: readonly CardTruth[]): Promise<void>;
}

/** One session from the lobby to its end, with eight bots, a facilitator and a stage. */
export async function playSession(
  node: Node,
  account: { id: string; cookie: string },
  random: Random,
  moments: Moments = {},
): Promise<Trace> {
  const { server, url } = node;
  const { id: session, facilitator } = await openSession(node, account, () => attackPlan);
  const trace = emptyTrace(session, account.cookie);
  const console_ = consoleOf(facilitator, trace);
  await console_.prepareLobby();
  const waysIn = async () => {
    const links = await server.sessions.forFacilitator(account.id, session);
    if (!links?.code) throw new Error("An open session has a code");
    trace.codes.push(links.code);
    return links;
  };
  await waysIn();
  await console_.tell({ type: "rotateCode" });
  await console_.tell({ type: "rotateStageLink" });
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
    await console_.to(activity, phase);
    await everybody(activity, phase);
  };
  /** Only participants act in it. */
  const quietly = async (phase: string, act: (each: Bot) => Promise<void>) => {
    const from = counts();
    await Promise.all(bots.map(act));
    const stretch: QuietStretch = { phase, from, to: counts() };
    trace.quiet.push(stretch);
  };

  const stepInto = async (activity: string, phase: string, act: (each: Bot) => Promise<void>) => {
    await to(activity, phase);
    await quietly(`${activity}/${phase}`, act);
  };
  const review = async (key: string): Promise<Held | null> => {
    await stepInto(key, "write", (each) => each.write(key, WRITING_MS));
    await console_.aid();
    await moments.sealed?.(session, key, trace.cards);
    await to(key, "review");
    await facilitator.until((view) => Object.keys(view.review ?? {}).length > 0);
    await quietly(`${key}/review`, (each) => each.reconsider(key, REVIEW_MS));
    await console_.pressAll();
    if (facilitator.view?.planned?.kind === "collect" && key !== CASES_QUESTION) {
      await console_.tag(random);
    }
    return random.chance(HOLDS) ? console_.holdOne(random) : null;
  };
  const ask = async (news: number) => {
    const phase = `${facilitator.view?.planned?.key}/asks`;
    await quietly(phase, (each) => each.askNews(news));
  };

  const question = async (key: string) => {
    const held = await review(key);
    await to(key, "reveal");
    const isVoted = key === VOTED_QUESTION;
    if (isVoted) await console_.tag(random);
    await quietly(`${key}/reveal`, async (each) => {
      await Promise.all([
        each.writeLate(key, REVIEW_MS),
        ...(isVoted ? [each.askToTalk(key, REVIEW_MS)] : []),
      ]);
    });
    if (isVoted) {
      await ask(facilitator.view?.session.news ?? 0);
      await console_.awaitSignals(key);
      await console_.reply(random);
      await ask(facilitator.view?.session.news ?? 0);
    }
    const isOver = await console_.lateRound(key, random);
    if (isOver) await Promise.all(bots.map((each) => each.writeTooLate(key)));
    if (held && random.chance(RELEASES)) await console_.release(held);
    if (key === LEFT_QUESTION) {
      await quietly(`${key}/reveal`, (each) => each.leaveForAWhile(REVIEW_MS));
      await console_.to(key, "cluster");
      await console_.back();
      await Promise.all(bots.map((each) => each.comeBack()));
      await to(key, "cluster");
    }
    if (!isVoted) return;
    await to(key, "cluster");
    await console_.sort(random);
    await stepInto(key, "vote", (each) => each.castDots(key, VOTING_MS));
    await to(key, "show");
  };

  const readings = async (key: string, source: string) => {
    if (source !== "own") {
      await to(key, "choose");
      await console_.chooseCases(random);
    }
    await to(key, "case");
    await review(key);
    if (source === "own") {
      await quietly(`${key}/review`, (each) => each.writeLate(key, REVIEW_MS));
      await console_.lateRound(key, random);
    }
    await stepInto(key, "vote", (each) => each.vote(key, VOTING_MS));
    await to(key, "show");
  };

  const checks = async (key: string) => {
    await console_.tell({ type: "startClosing", from: here(facilitator) });
    await everybody(key, "show");
    const unsettled = new Set(random.shuffle(bots).slice(0, NOT_SETTLED));
    await quietly(`${key}/show`, (each) => each.answerChecks(key, REVIEW_MS, !unsettled.has(each)));
    await facilitator.until((view) => view.facilitator?.notSettled === NOT_SETTLED);
    await moments.sealed?.(session, key, trace.cards);
    await console_.tell({ type: "reopen", from: here(facilitator) });
    await facilitator.until((view) => view.planned?.key !== key);
  };

  await console_.begin();
  for (const { key, kind, settings } of attackPlan) {
    switch (kind) {
      case "collect":
        await question(key);
        break;
      case "reframe":
        await readings(key, settings.source.from);
        // Early, so that the closing is opened again and what was passed over is held after all.
        if (settings.source.from === "own") await checks("close");
        break;
      case "scale": {
        if (settings.pairWith === null) {
          await stepInto(key, "ask", (each) => each.score(key, REVIEW_MS));
          break;
        }
        // Somebody has left by then.
        await to(key, "ask");
        const gone = random.pick(bots);
        await quietly(`${key}/ask`, (each) =>
          each === gone ? Promise.resolve() : each.score(key, REVIEW_MS),
        );
        await to(key, "show");
        break;
      }
      case "commit":
        await stepInto(key, "fill", (each) => each.finish(key, REVIEW_MS));
        break;
      case "pause":
        if (settings.role === "closing") await to(key, "show");
    }
  }
  await console_.tell({ type: "end" });
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
    asked: [],
    replied: [],
    commands: new Set(),
    notes: [],
    done: new Map(),
    joined: [],
    secrets: [{ what: "cookie", value: cookie.split("=")[1] ?? "" }],
    frames: new Map(),
    quiet: [],
    pressed: [],
    answers: [],
  };
}
